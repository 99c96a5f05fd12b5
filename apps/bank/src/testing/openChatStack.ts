import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { liveChat, memoryLog, serveLiveChat } from '@offhook/server/livechat';
import { serveProxy } from '../proxy/serveProxy.js';
import { closeLater, key, openBank, type OpenBank } from './openBank.js';

/** The bank, the proxy and the chat's back end, in this process and over real connections. */
export interface ChatStack {
  readonly bank: OpenBank;
  readonly proxy: string;
  readonly backEnd: string;
  /** What the proxy could not reach. */
  readonly reported: readonly string[];
  /** Does what the proxy does every few seconds. */
  look(): void;
}

const chatBase = '/tetherfi/livechat';

/** @param backEnd another one than the chat's own, as its origin */
export async function openChatStack({ backEnd: given }: { backEnd?: string } = {}): Promise<ChatStack> {
  let proxy = '';
  const bank = await openBank({ chat: () => proxy });
  let backEnd = given ?? '';
  if (given === undefined) {
    const folder = await mkdtemp(path.join(tmpdir(), 'offhook-bank-test-'));
    closeLater(() => rm(folder, { recursive: true, force: true }));
    const chat = liveChat({
      log: memoryLog(),
      origins: [bank.origin],
      agents: (name) => ({ id: name, name }),
      key: bank.chatKey,
      requireToken: true,
      requireEncrypted: true,
      trustProxy: true,
      files: { folder },
      folders: { scripts: folder, console: folder },
      onLog: () => undefined,
    });
    const server = await serveLiveChat(chat, { port: 0, drainMs: 100 });
    closeLater(() => server.close());
    backEnd = new URL(server.url).origin;
  }
  const reported: string[] = [];
  const looks = new Set<() => void>();
  const server = await serveProxy({
    port: 0,
    bank: () => bank.origin,
    origin: () => proxy,
    backEnd,
    sessionKey: bank.sessionKey,
    cookieKey: key(),
    serviceKey: bank.serviceKey,
    report: (text) => reported.push(text),
    every(_ms, act) {
      looks.add(act);
      return () => looks.delete(act);
    },
  });
  closeLater(() => server.close());
  proxy = `http://localhost:${server.port}`;
  return {
    bank,
    proxy: proxy + chatBase,
    backEnd: backEnd + chatBase,
    reported,
    look() {
      for (const act of looks) act();
    },
  };
}
