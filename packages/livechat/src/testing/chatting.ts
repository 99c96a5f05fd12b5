import type { Mode } from '../api/events.js';
import type { AgentRef } from '../index.js';
import { startBackEnd, type BackEnd } from './backEnd.js';
import { openBrowser, type Browser, type Page } from './browser.js';

/** An agent of the tests. */
export const ada: AgentRef = { id: 'a1', name: 'Ada' };
/** Another. */
export const ben: AgentRef = { id: 'b2', name: 'Ben' };

/** A page with a chat. */
export interface Scene {
  readonly backEnd: BackEnd;
  readonly browser: Browser;
  readonly page: Page;
  readonly sid: string;
  /** Lets time go by. */
  pass(ms?: number): Promise<void>;
  /** Another page of the same browser, which has opened the chat. */
  tab(mode?: Mode): Promise<Page>;
}

/** A page that started a chat, which an agent has taken. What was told so far is forgotten. */
export async function connectedChat(mode: Mode = 'single', clientId?: string): Promise<Scene> {
  const backEnd = startBackEnd();
  const browser = openBrowser(backEnd);
  const page = browser.page(mode);
  const pass = (ms = 50): Promise<void> => backEnd.clock.pass(ms);
  page.api.Start({}, '', clientId);
  await pass();
  const sid = backEnd.desk.chats()[0]?.sid ?? '';
  backEnd.desk.add(sid, { type: 'connect', agent: ada, how: 'accept' });
  await pass();
  page.told.length = 0;
  return {
    backEnd,
    browser,
    page,
    sid,
    pass,
    async tab(as = mode) {
      const other = browser.page(as);
      other.api.Open();
      await pass();
      other.told.length = 0;
      return other;
    },
  };
}
