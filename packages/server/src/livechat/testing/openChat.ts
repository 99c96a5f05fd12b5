import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { httpAsk, type HttpAnswer } from '../../testing/httpAsk.js';
import { virtualClock, type VirtualClock } from '../../testing/virtualClock.js';
import type { ChatLogEntry } from '../chatLog.js';
import { createLiveChat } from '../createLiveChat.js';
import type { LiveChat } from '../liveChat.js';
import { memoryLog } from '../log/memoryLog.js';
import type { LiveChatOptions } from '../options.js';
import { serveLiveChat, type RunningLiveChat } from '../serveLiveChat.js';
import { fakeHub, type FakeHub } from './fakeHub.js';

/** The origin of the customers' pages in tests. */
export const bank = 'https://www.bank.example';
/** The fault switch's key in tests. */
export const switchKey = 'switch-key-of-the-tests';
/** The password of all agents in tests. */
export const agentPassword = 'agents-password';

/** A live chat on a real port, with a hub that the test plays. */
export interface OpenChat {
  readonly chat: LiveChat;
  readonly server: RunningLiveChat;
  readonly hub: FakeHub;
  readonly clock: VirtualClock;
  readonly log: ChatLogEntry[];
  readonly folder: string;
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  /** A request by nobody in particular. */
  ask(where: string, options?: Parameters<typeof httpAsk>[1]): Promise<HttpAnswer>;
}

const open: { server: RunningLiveChat; folder: string }[] = [];

/** Ends what tests opened; for `afterEach`. */
export async function closeChats(): Promise<void> {
  for (const { server, folder } of open.splice(0)) {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a live chat on a free port, with a clock of its own. */
export async function openChat(
  given: Partial<Omit<LiveChatOptions, 'clock'>> = {},
  {
    clock = virtualClock(),
    without = [],
  }: { clock?: VirtualClock; without?: readonly (keyof LiveChatOptions)[] } = {},
): Promise<OpenChat> {
  const hub = fakeHub();
  const log: ChatLogEntry[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'offhook-chat-test-'));
  const { files, ...options } = given;
  const all: LiveChatOptions = {
    log: memoryLog({ clock }),
    origins: [bank],
    agents: (name, password) => (password === agentPassword ? { id: name, name } : undefined),
    secret: 'a secret of the tests, long enough',
    switchKey,
    onLog: (entry) => log.push(entry),
    clock,
    files: { folder, ...files },
    folders: { scripts: path.join(folder, 'scripts'), console: path.join(folder, 'console') },
    ...options,
  };
  const wanted = Object.entries(all).filter(([name]) => !without.some((each) => each === name));
  const chat = createLiveChat(
    (hubOptions) => hub.create(hubOptions),
    Object.fromEntries(wanted) as typeof all,
  );
  const server = await serveLiveChat(chat, { port: 0, host: '127.0.0.1', drainMs: 2_000 });
  open.push({ server, folder });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    chat,
    server,
    hub,
    clock,
    log,
    folder,
    origin,
    ask: (where, asked) => httpAsk(origin + where, asked),
  };
}
