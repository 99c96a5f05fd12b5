import { isRecord } from '../frame.js';
import { createRandom } from '../random.js';
import { createVirtualClock, type VirtualClock } from '../virtual-clock.js';
import type { XivoDefaults } from './config.js';
import { openTab } from './open-tab.js';
import type { FromPage, PersonIntent, ToPage } from './page-protocol.js';
import type { ServiceFault } from './probe-service.js';
import type { XivoSession } from './session.js';
import { createSessions } from './sessions.js';
import type { Tab } from './tab.js';
import { xivoControl } from './xivo-control.js';

export type AnyRecord = Readonly<Record<string, unknown>>;
export const record = (value: unknown): AnyRecord => (isRecord(value) ? value : {});

export const DESKTOP = 'http://127.0.0.1:4304';
export const SERVICE = 'http://localhost:4306/xivo?session=demo';
export const GUEST = 'http://localhost:4306';

type Told<Kind extends ToPage['kind']> = Extract<ToPage, { kind: Kind }>;

/** What a test knows of one tab of the desktop: everything its page would. */
export interface TestDesktop {
  readonly tab: Tab;
  readonly told: ToPage[];
  send(message: FromPage): void;
  person(intent: PersonIntent): void;
  /** What the page was told of one kind, in order. */
  heard<Kind extends ToPage['kind']>(kind: Kind): Told<Kind>[];
  /** The page has this answer of the service to what it was asked last. */
  answer(answer: unknown, raw?: { status?: number; contentType?: string; text?: string }): void;
  fail(reason: 'timeout' | 'network'): void;
  /** A window has posted something. */
  post(pane: string | undefined, data?: unknown, origin?: string): void;
}

export interface TestBench {
  readonly clock: VirtualClock;
  readonly session: XivoSession;
  readonly control: ReturnType<typeof xivoControl>;
  /** Which URLs were looked into after a failure, and what is found there. */
  readonly probed: string[];
  /** Opens a tab; a test that has a page for it lets that hear too. */
  open(hear?: (message: ToPage) => void, assistant?: boolean): TestDesktop;
  inbound(request?: AnyRecord): Promise<string>;
  act(id: string, action: string, by?: 'remote' | 'agent'): Promise<void>;
  /** `GET /control/xivo/panes`. */
  panes(): PanesView;
}

export interface PanesView {
  readonly agent: { readonly state: string; readonly reason?: string };
  readonly panes: readonly { readonly id: string; readonly state: string; readonly url: string }[];
  readonly serviceCalls: readonly AnyRecord[];
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

export function createBench(defaults: Partial<XivoDefaults> = {}): TestBench {
  const clock = createVirtualClock();
  const probed: string[] = [];
  const fault: ServiceFault = { code: 'cors', message: 'Access-Control-Allow-Origin is absent.' };
  const sessions = createSessions({
    clock,
    random: createRandom(1),
    origin: DESKTOP,
    defaults: { service: () => 'http://localhost:4306/xivo', ...defaults },
    probe: (url) => {
      probed.push(url);
      return Promise.resolve(fault);
    },
  });
  const control = xivoControl(sessions);

  function open(hear: (message: ToPage) => void = () => {}, assistant = false): TestDesktop {
    const told: ToPage[] = [];
    const { tab, receive } = openTab(
      sessions.get('demo'),
      (message) => {
        told.push(message);
        // Over the wire there is only JSON, and never at once.
        const copy = JSON.parse(JSON.stringify(message)) as ToPage;
        clock.after(0, () => hear(copy));
      },
      assistant,
    );
    const heard = <Kind extends ToPage['kind']>(kind: Kind) =>
      told.filter((message): message is Told<Kind> => message.kind === kind);
    const lastAsk = () => heard('ask').at(-1)?.ask ?? '';
    return {
      tab,
      told,
      heard,
      send: receive,
      person: (intent) => receive({ kind: 'intent', intent }),
      answer: (answer, { status = 200, contentType = 'application/json', text } = {}) =>
        receive({
          kind: 'answered',
          ask: lastAsk(),
          status,
          contentType,
          text: text ?? JSON.stringify(answer),
        }),
      fail: (reason) => receive({ kind: 'failed', ask: lastAsk(), reason }),
      post: (pane, data = 'closeThirdParty', origin = GUEST) =>
        receive({ kind: 'frame', origin, data, ...(pane === undefined ? {} : { pane }) }),
    };
  }

  return {
    clock,
    session: sessions.get('demo'),
    control,
    probed,
    open,
    inbound: async (request = {}) =>
      (await control.placeCall({ direction: 'inbound', from: '1013', ...request })).id,
    act: async (id, action, by = 'remote') => control.actOnCall(id, { by, action }),
    // The shape is what these tests are about.
    panes: () => control.views?.['panes']?.('demo') as PanesView,
  };
}
