import type {
  AgentRef,
  AgentRequest,
  CustomerFrame,
  CustomerRequest,
  Entry,
  FileRef,
} from '@offhook/livechat';
import type { AgentPeer } from '../hub/agentPeer.js';
import type { ChatHub, ChatHubOptions, Uploader } from '../hub/chatHub.js';
import type { Visitor } from '../hub/visitor.js';
import { LogError } from '../log/logError.js';

/** A hub that writes down what it is asked, and answers as it is told: for tests of what is in front of it. */
export interface FakeHub {
  create(options: ChatHubOptions): ChatHub;
  readonly options: ChatHubOptions;
  readonly visitors: Visitor[];
  readonly peers: AgentPeer[];
  readonly asked: (CustomerRequest | AgentRequest)[];
  /** Pages and agents whose connections are gone. */
  readonly gone: string[];
  readonly closed: string[];
  readonly resets: { web: string; exceptPage?: string }[];
  /** Chats by web session: a start begins one. */
  readonly chats: Map<string, { sid: string; pages: Set<string>; live: boolean }>;
  /** The agent who is in all chats. */
  agentIn?: AgentRef | undefined;
  readonly files: { sid: string; file: FileRef; who: Uploader }[];
  unready?: string | undefined;
  /** What is done before a request is answered. */
  before?: (request: CustomerRequest) => Promise<void>;
  isDraining: boolean;
  isClosed: boolean;
}

/** Makes one. */
export function fakeHub(): FakeHub {
  let options: ChatHubOptions | undefined;
  const sids = new Map<string, string>();

  async function answer(visitor: Visitor, request: CustomerRequest): Promise<CustomerFrame | undefined> {
    const { web, page } = visitor;
    await fake.before?.(request);
    const n = request.n ?? 0;
    const chat = fake.chats.get(web);
    switch (request.t) {
      case 'hello':
        chat?.pages.add(page);
        return {
          t: 'welcome',
          n,
          v: 1,
          now: new Date(fake.options.clock.now()).toISOString(),
          on: [],
          gone: [],
        };
      case 'start': {
        const admitted = await fake.options.admission.admit(visitor, request);
        if (!admitted.ok) {
          const { ok: _, ...refused } = admitted;
          return { t: 'no', n, ...refused };
        }
        const sid = `sid-${sids.size + 1}`;
        sids.set(sid, web);
        fake.chats.set(web, { sid, pages: new Set([page]), live: true });
        return { t: 'ok', n, sid };
      }
      case 'end':
        if (chat !== undefined) fake.chats.set(web, { ...chat, live: false });
        visitor.tell({
          t: 'entries',
          sid: chat?.sid ?? '',
          entries: [{ type: 'end', by: 'client', seq: 2, id: 'end', time: new Date().toISOString() }],
        });
        return { t: 'ok', n };
      case 'typing':
        return undefined;
      default:
        return { t: 'ok', n };
    }
  }

  const fake: FakeHub = {
    get options() {
      if (options === undefined) throw new Error('Nobody has made a hub.');
      return options;
    },
    visitors: [],
    peers: [],
    asked: [],
    gone: [],
    closed: [],
    resets: [],
    chats: new Map(),
    files: [],
    isDraining: false,
    isClosed: false,
    create(given) {
      options = given;
      return hub;
    },
  };
  const hub: ChatHub = {
    visitor(visitor) {
      fake.visitors.push(visitor);
      return {
        ask(request) {
          fake.asked.push(request);
          return answer(visitor, request);
        },
        gone: () => void fake.gone.push(visitor.page),
      };
    },
    agent(peer) {
      fake.peers.push(peer);
      return {
        ask(request) {
          fake.asked.push(request);
          const n = request.n ?? 0;
          if (request.t !== 'hello') return Promise.resolve({ t: 'ok', n });
          return Promise.resolve({ t: 'welcome', n, v: 1, now: new Date().toISOString(), agent: peer.agent });
        },
        gone: () => void fake.gone.push(peer.agent.id),
      };
    },
    closePage: (_, web, page, sid) =>
      Promise.resolve(void fake.closed.push([web, page, sid ?? ''].join(' '))),
    chatOf(_, web, page, sid) {
      const chat = fake.chats.get(web);
      if (chat === undefined || (sid !== undefined && sid !== chat.sid)) return Promise.resolve(undefined);
      return Promise.resolve({ sid: chat.sid, live: chat.live, attached: chat.pages.has(page) });
    },
    agentChat(_, agentId, sid) {
      const isIn = fake.agentIn?.id === agentId && sids.has(sid);
      return Promise.resolve(isIn ? { sid, live: true, attached: true } : undefined);
    },
    addFile(_, sid, by, file, who) {
      const known = fake.files.find((each) => each.file.id === file.id);
      if (known === undefined) {
        const chat = fake.chats.get(sids.get(sid) ?? '');
        if (chat?.live !== true) return Promise.reject(new LogError('closed'));
        fake.files.push({ sid, file, who });
      }
      const entry: Entry = {
        type: 'file',
        by,
        file: known?.file ?? file,
        seq: 1,
        id: file.id,
        time: new Date().toISOString(),
      };
      return Promise.resolve(entry);
    },
    fileNamed: (_, sid, name) =>
      Promise.resolve(fake.files.find((each) => each.sid === sid && each.file.name === name)?.file),
    captchaReset: (_, web, exceptPage) =>
      void fake.resets.push({ web, ...(exceptPage !== undefined && { exceptPage }) }),
    isLive: (_, web) => Promise.resolve(fake.chats.get(web)?.live ?? false),
    chats: () => Promise.resolve([]),
    callbacks: () => Promise.resolve([]),
    campaign: () => Promise.resolve([]),
    reset: (site) => Promise.resolve(void fake.closed.push(`site ${site}`)),
    drain: () => void (fake.isDraining = true),
    close: () => Promise.resolve(void (fake.isClosed = true)),
    ready: () => Promise.resolve(fake.unready),
  };
  return fake;
}
