import type { CustomerFrame, CustomerRequest, RefusalCode } from '@offhook/livechat';
import type { ChatHub } from '../hub/chatHub.js';
import type { Tokens } from '../sessions/tokens.js';
import { greetWith } from './greetWith.js';
import type { Greeting, LineParts } from './line.js';
import { readCustomerRequest } from './readCustomerRequest.js';

/** Whose page it is that says hello. */
export interface Caller {
  readonly site: string;
  /** Nothing where the browser sent no cookie. */
  readonly web: string | undefined;
}

/** What customers' lines stand on. */
export interface CustomerLineParts {
  readonly hub: ChatHub;
  readonly tokens: Tokens;
  /** Something failed that nobody is told of. */
  onProblem(what: string, error: unknown): void;
}

const no = (n: number, code: RefusalCode | 'CookiesDisabled', text: string): CustomerFrame => ({
  t: 'no',
  n,
  code,
  text,
});

const hasEnd = (frame: CustomerFrame): boolean =>
  frame.t === 'entries' && frame.entries.some(({ type }) => type === 'end');

/** How a customer's page is greeted, and talked with: the same over a WebSocket and over its fallback. */
export function customerLine(
  { site, web }: Caller,
  parts: CustomerLineParts,
): LineParts<CustomerRequest, CustomerFrame> {
  const { hub, tokens, onProblem } = parts;

  async function greeting(
    hello: Extract<CustomerRequest, { t: 'hello' }>,
    tell: (frame: CustomerFrame) => void,
    close: () => void,
  ): Promise<Greeting<CustomerRequest, CustomerFrame>> {
    const { token, ...said } = hello;
    if (web === undefined) return { answer: no(hello.n, 'CookiesDisabled', 'The browser sent no cookie.') };
    if (!(await tokens.holds(site, web, token))) {
      return { answer: no(hello.n, 'Forbidden', 'token: it is missing, not this session’s, or too old.') };
    }
    const link = hub.visitor({
      site,
      web,
      page: hello.page,
      tell(frame) {
        tell(frame);
        if (hasEnd(frame)) tokens.ended(site, web).catch((error: unknown) => onProblem('token', error));
      },
      close,
    });
    const answer = (await link.ask(said)) ?? no(hello.n, 'Unavailable', 'There was no answer.');
    if (answer.t !== 'no') return { answer, link };
    link.gone();
    return { answer };
  }

  return {
    read: readCustomerRequest,
    greet: greetWith({ greeting, no, onProblem }),
    refuse: (n, text) => no(n, 'BadRequest', text),
    pong: (n) => ({ t: 'ok', n }),
    answered(request, answer) {
      if (web === undefined || request.t !== 'start' || answer?.t !== 'ok') return;
      tokens.began(site, web).catch((error: unknown) => onProblem('token', error));
    },
  };
}
