import {
  chatting,
  createOffhook,
  type Chat,
  type Connector,
  type Message,
  type OffhookEvent,
} from '@offhook/core';
import { countingIds, virtualClock } from '@offhook/testing';
import { commands } from '../dispatch.js';
import { linkChat, type LinkOptions } from '../link.js';
import { fakeLivechat, fakePage, type FakeLivechat, type FakePage } from './fakeLivechat.js';
import { settle } from './settle.js';

/** How a stage is set. */
export interface StageOptions extends Partial<Omit<LinkOptions, 'page' | 'fetch'>> {
  readonly vendor?: FakeLivechat;
  readonly page?: FakePage;
  /** The body of the status page, or how asking for it fails. */
  readonly status?: string | number | Error;
  readonly clock?: ReturnType<typeof virtualClock>;
  readonly ids?: ReturnType<typeof countingIds>;
}

/** As much of a Response as is read. */
const reply = (status: string | number): Response =>
  ({
    status: typeof status === 'number' ? status : 200,
    text: () => Promise.resolve(String(status)),
  }) as unknown as Response;

/** A client with the connector in a fake page, and the vendor's script to play. */
export async function stage(options: StageOptions = {}) {
  const { multi = false, clock = virtualClock(), ids = countingIds(), vendor = fakeLivechat() } = options;
  const page =
    options.page ?? fakePage(multi ? { multilivechat: vendor.object } : { livechat: vendor.object });
  let status: string | number | Error = options.status ?? 'ONLINE';
  const asked: string[] = [];
  const traced: unknown[][] = [];
  const events: OffhookEvent[] = [];
  const connector: Connector = {
    id: 'tetherfi',
    name: 'Tetherfi',
    commands,
    chats: chatting,
    connect: (context) =>
      linkChat(context, {
        id: 'tetherfi',
        host: new URL('https://chat.example'),
        multi,
        session: undefined,
        atOnce: true,
        tabs: undefined,
        encrypt: undefined,
        autoClose: true,
        commPath: 'sg_pweb',
        sidPosition: 'last',
        integrity: {},
        nonce: undefined,
        video: { load: 'on-demand' },
        screen: {},
        loadMs: 15_000,
        trace: (...said) => void traced.push(said),
        ...options,
        page,
        fetch: (url) => {
          asked.push(url instanceof Request ? url.url : url.toString());
          return status instanceof Error ? Promise.reject(status) : Promise.resolve(reply(status));
        },
      }),
  };
  const client = createOffhook({ connectors: [connector], clock, ids });
  client.events$.subscribe((event) => events.push(event));
  await settle();
  return {
    client,
    clock,
    vendor,
    page,
    asked,
    traced,
    events,
    says: (next: typeof status) => void (status = next),
    fire: (slot: string, ...args: readonly unknown[]) => vendor.fire(slot, ...args),
    chat: (): Chat | undefined => client.chatFocus.value,
    messages: (id?: string): readonly Message[] => client.messagesOf(id ?? client.chatFocus.value?.id).value,
    /** Texts of the messages, each with how far it is. */
    said: (): readonly string[] =>
      client
        .messagesOf(client.chatFocus.value?.id)
        .value.map(
          ({ kind, text, author, status: how }) => `${kind === 'text' ? text : `${kind} ${author}`} ${how}`,
        ),
    told: (prefix: string): readonly string[] =>
      events.map(({ type }) => type).filter((type) => type.startsWith(prefix)),
  };
}

/** A stage where no chat went on, and one has been started and waits. */
export async function started(options: StageOptions = {}) {
  const set = await stage(options);
  const { client, vendor } = set;
  vendor.fire('OnOpenFailed', 'NoSessionFound');
  await settle();
  vendor.on('Open', () => vendor.fire('OnOpenFailed', 'NoSessionFound'));
  vendor.on('Start', () => vendor.fire('OnStartSuccess'));
  const result = await client.execute({ type: 'chat.start', customer: { name: 'Ana' } });
  await settle();
  return { ...set, result, chatId: result.chatId ?? '' };
}

/** A stage where an agent has come. */
export async function connected(options: StageOptions = {}) {
  const set = await started(options);
  set.fire('OnRemoteUserConnected', 'Kim', 'kim-1', 'sid-1');
  await settle();
  return set;
}
