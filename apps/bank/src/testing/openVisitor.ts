import type { Customer } from '../inb/customers.js';
import { authenticator } from '../inb/oneTimeCodes.js';
import { systemClock, type Clock } from '../shared/clock.js';
import { httpAsk, type Asking, type HttpAnswer } from './httpAsk.js';
import { password } from './people.js';

/** Somebody's browser: it keeps cookies, and tells from which page a form is sent. */
export interface Visitor {
  /** What it sends as `Cookie`. */
  cookies(): string;
  cookie(name: string): string | undefined;
  get(path: string): Promise<HttpAnswer>;
  /** Sends the form of a page: its hidden token, and these fields. */
  submit(page: string, fields: Readonly<Record<string, string>>, action?: string): Promise<HttpAnswer>;
  send(path: string, asking: Asking): Promise<HttpAnswer>;
  /** Both steps, with the right code of now. */
  logIn(customer: Customer, clock?: Clock): Promise<HttpAnswer>;
  /** The token of the forms of the account page. */
  formToken(): Promise<string>;
}

const tokenIn = (page: string): string => /name="formToken" value="([^"]*)"/.exec(page)?.[1] ?? '';

export function openVisitor(origin: string): Visitor {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function send(path: string, { headers = {}, ...asking }: Asking): Promise<HttpAnswer> {
    const answer = await httpAsk(origin + path, {
      ...asking,
      headers: { ...(jar.size > 0 && { cookie: cookies() }), ...headers },
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  const get: Visitor['get'] = (path) => send(path, {});
  const submit: Visitor['submit'] = async (page, fields, action = page) => {
    const formToken = tokenIn((await get(page)).text);
    return send(action, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ formToken, ...fields }).toString(),
    });
  };
  return {
    cookies,
    cookie: (name) => jar.get(name),
    get,
    submit,
    send,
    async logIn(customer, clock = systemClock) {
      await submit('/login', { number: customer.number, password });
      return submit('/login/code', {
        code: authenticator(customer).generate({ timestamp: clock.now() }),
      });
    },
    formToken: async () => tokenIn((await get('/account')).text),
  };
}
