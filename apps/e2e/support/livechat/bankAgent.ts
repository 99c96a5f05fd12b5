import { expect, type Browser } from '@playwright/test';
import type { OwnBank } from './ownBank.js';

/** A chat as an agent's desk shows it. */
export interface BankDeskChat {
  readonly sid: string;
  readonly name: string;
  readonly topic: string;
  readonly state: string;
}

/** An agent at the back end's own origin, by the agents' socket. */
export interface BankAgent {
  waiting(): Promise<readonly BankDeskChat[]>;
  own(): Promise<readonly BankDeskChat[]>;
  /** What has been written in the agent's chats. */
  messages(): Promise<readonly string[]>;
  accept(): Promise<void>;
  say(text: string): Promise<void>;
  end(): Promise<void>;
}

interface Seen {
  waiting: BankDeskChat[];
  own: BankDeskChat[];
  messages: string[];
}

/** Logs the agent in. Their page is the agents' own; what is done there is said on the socket itself. */
export async function logInBankAgent(browser: Browser, { backEnd, agent }: OwnBank): Promise<BankAgent> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${backEnd}/agent`);
  await page.evaluate(async (login) => {
    const answer = await fetch('/tetherfi/agent/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(login),
    });
    const { token } = (await answer.json()) as { token: string };
    const seen: Seen = { waiting: [], own: [], messages: [] };
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/tetherfi/agent/socket`);
    let n = 1;
    const asked = new Map<number, (frame: { t: string }) => void>();
    const ask = (frame: object): Promise<{ t: string }> =>
      new Promise((resolve) => {
        n += 1;
        asked.set(n, resolve);
        socket.send(JSON.stringify({ n, ...frame }));
      });
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as { t: string; n?: number } & Seen & {
          entries: { type: string; by: string; msg: string }[];
        };
      if (frame.n !== undefined) asked.get(frame.n)?.(frame);
      if (frame.t === 'desk') Object.assign(seen, { waiting: frame.waiting, own: frame.own });
      if (frame.t === 'entries')
        for (const { type, by, msg } of frame.entries) {
          if (type === 'msg') seen.messages.push(`${by}: ${msg}`);
        }
    };
    await new Promise((resolve) => (socket.onopen = resolve));
    await ask({ t: 'hello', v: 1, token });
    Object.assign(window, { bankAgent: { seen, ask } });
  }, agent);

  const seen = <Key extends keyof Seen>(key: Key): Promise<Seen[Key]> =>
    page.evaluate(
      (name) => (Reflect.get(window, 'bankAgent') as { seen: Seen }).seen[name as keyof Seen],
      key as string,
    ) as Promise<Seen[Key]>;
  const ask = async (frame: object): Promise<void> => {
    const answer = await page.evaluate(
      (what) =>
        (Reflect.get(window, 'bankAgent') as { ask(frame: object): Promise<{ t: string }> }).ask(what),
      frame,
    );
    if (answer.t !== 'ok') throw new Error(`The back end answers ${JSON.stringify(answer)}.`);
  };
  const sid = async (): Promise<string> => {
    const [chat] = await seen('own');
    if (!chat) throw new Error('The agent has no chat.');
    return chat.sid;
  };
  return {
    waiting: () => seen('waiting'),
    own: () => seen('own'),
    messages: () => seen('messages'),
    async accept() {
      await expect.poll(async () => (await seen('waiting')).length).toBeGreaterThan(0);
      await ask({ t: 'accept' });
      // The desk is told some ten times a second, after the answer.
      await expect.poll(async () => (await seen('own')).length).toBeGreaterThan(0);
    },
    say: async (msg) => ask({ t: 'send', sid: await sid(), id: crypto.randomUUID(), msg }),
    end: async () => ask({ t: 'end', sid: await sid() }),
  };
}
