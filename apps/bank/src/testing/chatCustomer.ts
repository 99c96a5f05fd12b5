import type { Customer } from '../inb/customers.js';
import { chatSocket, type ChatSocket } from './chatSocket.js';
import { httpAsk, type Asking, type HttpAnswer } from './httpAsk.js';
import type { ChatStack } from './openChatStack.js';
import { openVisitor, type Visitor } from './openVisitor.js';

/** A customer who is logged in, with the chat's token. */
export interface ChatCustomer {
  readonly visitor: Visitor;
  readonly token: string;
  /** A request of the account page to the proxy. */
  ask(where: string, asking?: Asking): Promise<HttpAnswer>;
  /** What the bank encrypts of them for a token. */
  sealed(token?: string): Promise<string>;
  socket(): Promise<ChatSocket>;
  /** A socket that has said hello and looked for chats. */
  page(id: string, token?: string): Promise<ChatSocket>;
}

export async function chatCustomer(
  { bank, proxy }: ChatStack,
  customer: Customer = bank.customers[0],
): Promise<ChatCustomer> {
  const visitor = openVisitor(bank.origin);
  await visitor.logIn(customer);
  const ask: ChatCustomer['ask'] = (where, { headers = {}, ...asking } = {}) =>
    httpAsk(`${proxy}/${where}`, {
      ...asking,
      headers: { origin: bank.origin, cookie: visitor.cookies(), ...headers },
    });
  const { token } = JSON.parse((await ask('token', { method: 'POST' })).text) as { token: string };
  const socket: ChatCustomer['socket'] = () =>
    chatSocket(`${proxy}/socket`, { origin: bank.origin, cookie: visitor.cookies() });
  return {
    visitor,
    token,
    ask,
    socket,
    async sealed(shown = token) {
      const answer = await visitor.send('/chat/details', {
        method: 'POST',
        headers: {
          origin: bank.origin,
          'content-type': 'application/json',
          'x-form-token': await visitor.formToken(),
        },
        body: JSON.stringify({ token: shown, topic: 'Loans' }),
      });
      return (JSON.parse(answer.text) as { details: string }).details;
    },
    async page(id, shown = token) {
      const page = await socket();
      const welcome = await page.ask({ t: 'hello', n: 1, v: 1, page: id, token: shown });
      if (welcome.t !== 'welcome') throw new Error(`hello is answered by ${JSON.stringify(welcome)}`);
      await page.ask({ t: 'open', n: 2 });
      return page;
    },
  };
}

/** An agent at work, so that chats wait and don't end at once. */
export async function agentAtWork({ backEnd }: ChatStack): Promise<void> {
  const { origin } = new URL(backEnd);
  const answer = await httpAsk(`${origin}/tetherfi/agent/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ann', password: 'any' }),
  });
  const { token } = JSON.parse(answer.text) as { token: string };
  const desk = await chatSocket(`${origin}/tetherfi/agent/socket`, { origin });
  await desk.ask({ t: 'hello', n: 1, v: 1, token });
}
