import { expect, type FrameLocator, type Locator } from '@playwright/test';
import type { AgentPage } from '../livechat/agentPage.js';

/** What an agent has of the customer's voice, picture, screen and page. */
export interface ConsoleFaces extends AgentPage {
  readonly video: Locator;
  /** How the call stands, or why it ended. */
  readonly callState: Locator;
  /** A button of region `Video`. */
  call(name: string): Locator;
  readonly cobrowse: Locator;
  readonly cobrowseState: Locator;
  /** A button of region `Co-browse`. */
  shown(name: string): Locator;
  /** The customer's page, as the agent sees it. */
  readonly replay: FrameLocator;
  /** The customer's screen. */
  readonly screen: Locator;
  /** What its sockets got. */
  readonly heard: readonly string[];
  /** Loads the page anew, and waits until it is back. */
  reload(): Promise<void>;
}

export function createConsoleFaces(ann: AgentPage, heard: readonly string[]): ConsoleFaces {
  const { page } = ann;
  const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const video = region('Video');
  const cobrowse = region('Co-browse');
  return {
    ...ann,
    heard,
    video,
    cobrowse,
    callState: video.getByRole('status', { name: 'Call state' }),
    cobrowseState: cobrowse.getByRole('status', { name: 'Co-browse state' }),
    call: (name) => video.getByRole('button', { name, exact: true }),
    shown: (name) => cobrowse.getByRole('button', { name, exact: true }),
    replay: cobrowse.frameLocator('iframe').frameLocator('iframe'),
    screen: cobrowse.locator('video'),
    async reload() {
      await page.reload();
      await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Online');
    },
  };
}
