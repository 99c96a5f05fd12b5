import type { XivoAnswer } from '@offhook/server';
import type { Origins } from './origins.js';
import { isPanePage } from './security.js';

/** Who asks what to open for a call. */
export interface Asker {
  readonly session: string;
  /** Whether it is a softphone's page of ours, and not the agents' desktop. */
  readonly page: boolean;
}

/** An answer as somebody wrote it: the service looks whether it is one. */
export interface WantedAnswer {
  readonly action: string;
  readonly url?: string;
}

interface DemoAnswerOptions {
  readonly asker: Asker;
  /** What somebody told the simulator to have answered in this session. */
  readonly wanted: WantedAnswer | undefined;
  readonly origins: Origins;
  /** Puts the call, and the ticket that its page reads it by, into a URL. */
  readonly paneUrl: (url: string) => string;
}

/**
 * What the demo service answers: what it was told to, else a page of ours on the agents' desktop and nothing beside
 * a softphone, where it would get in the way of whoever only tries the softphone.
 */
export function demoAnswer({ asker, wanted, origins, paneUrl }: DemoAnswerOptions): string {
  const answer = wanted ?? (asker.page ? none : usual(asker.session, origins));
  const url = opens(answer) ? pageOfOurs(answer.url, origins) : undefined;
  if (url === undefined) return JSON.stringify(answer);
  if (asker.page) {
    url.searchParams.set('from', 'page');
    if (answer.action === 'open') url.host = new URL(origins.twin).host;
  }
  return JSON.stringify({ ...answer, url: paneUrl(url.href) });
}

const none: XivoAnswer = { action: 'none' };

const usual = (session: string, { launcher }: Origins): XivoAnswer => ({
  action: 'open',
  event: 'EventRinging',
  url: `${launcher}/react/xivo?${new URLSearchParams({ session }).toString()}`,
  autopause: true,
  autopauseReason: 'backoffice',
  title: 'Customer',
});

const opens = (answer: WantedAnswer): answer is WantedAnswer & { readonly url: string } =>
  (answer.action === 'open' || answer.action === 'popup') && answer.url !== undefined;

/** The page for a call, where the URL is one of ours and names none yet. */
function pageOfOurs(url: string, { launcher }: Origins): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const ours = parsed.origin === launcher && isPanePage(parsed.pathname) && !parsed.searchParams.has('call');
  return ours ? parsed : undefined;
}
