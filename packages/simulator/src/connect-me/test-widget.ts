import { isRecord } from '../frame.js';
import { createRandom } from '../random.js';
import { createVirtualClock, type VirtualClock } from '../virtual-clock.js';
import { connectMeControl } from './connect-me-control.js';
import { openTab } from './open-tab.js';
import type { PersonIntent, ToPage } from './page-protocol.js';
import type { ConnectMeSession } from './session.js';
import { createSessions } from './sessions.js';
import type { Tab } from './tab.js';

export type AnyRecord = Readonly<Record<string, unknown>>;

export const record = (value: unknown): AnyRecord => (isRecord(value) ? value : {});

/** What a test knows of one widget: everything its host and its page would. */
export interface TestWidget {
  readonly tab: Tab;
  /** Everything posted to the host, in order. */
  readonly posted: unknown[];
  /** Kinds of what the page was told, but for frames and views. */
  readonly told: string[];
  /** Frames since the last `take`, and forgets them. */
  take(): unknown[];
  /** The host posts a frame to the widget. */
  host(frame: unknown): void;
  person(intent: PersonIntent): void;
  close(): void;
}

export interface TestBench {
  readonly clock: VirtualClock;
  readonly session: ConnectMeSession;
  readonly control: ReturnType<typeof connectMeControl>;
  /** Loads a widget, with `#tpis=v1` unless the query says otherwise. */
  open(query?: string): TestWidget;
  /** Loads one whose host answers with these capabilities. */
  openAnswered(capabilities?: AnyRecord): TestWidget;
  /** The same, signed in and registered; what it said meanwhile is forgotten. */
  openReady(capabilities?: AnyRecord): Promise<TestWidget>;
  inbound(request?: AnyRecord): Promise<string>;
  outbound(request?: AnyRecord): Promise<string>;
  act(id: string, action: string, by?: 'remote' | 'agent'): Promise<void>;
}

/** From a log-in until the softphone is registered, with some to spare. */
export const SIGNED_IN_MS = 400;

export const login = (password = 'secret', username = 'ada@example.com') => ({
  action: 'login',
  method: 'basic',
  credentials: { username, password },
});

export function createBench(): TestBench {
  const clock = createVirtualClock();
  const sessions = createSessions({ clock, random: createRandom(1), origin: 'http://127.0.0.1:4302' });
  const control = connectMeControl(sessions);

  function open(query = 'tpis=v1'): TestWidget {
    const posted: unknown[] = [];
    const told: string[] = [];
    let taken = 0;
    const { tab, receive } = openTab(sessions.get('demo'), {
      query: new URLSearchParams(query),
      accepted: true,
      tellPage(message: ToPage) {
        // Over the wire there is only JSON.
        if (message.kind === 'post') posted.push(JSON.parse(JSON.stringify(message.data)));
        else if (message.kind !== 'view') told.push(message.kind);
      },
    });
    return {
      tab,
      posted,
      told,
      take() {
        const fresh = posted.slice(taken);
        taken = posted.length;
        return fresh;
      },
      host: (data) => receive({ kind: 'frame', origin: 'http://localhost:4200', data }),
      person: (intent) => receive({ kind: 'intent', intent }),
      close: () => tab.close(),
    };
  }

  function openAnswered(capabilities: AnyRecord = {}): TestWidget {
    const widget = open();
    widget.host({ capabilities });
    return widget;
  }

  return {
    clock,
    get session() {
      return sessions.get('demo');
    },
    control,
    open,
    openAnswered,
    async openReady(capabilities) {
      const widget = openAnswered(capabilities);
      widget.host(login());
      await clock.advance(SIGNED_IN_MS);
      widget.take();
      return widget;
    },
    inbound: async (request = {}) =>
      (await control.placeCall({ direction: 'inbound', from: '+3227887900', name: 'John Doe', ...request }))
        .id,
    outbound: async (request = {}) =>
      (await control.placeCall({ direction: 'outbound', to: '8001', ...request })).id,
    act: async (id, action, by = 'remote') => control.actOnCall(id, { by, action }),
  };
}

/** Frames as `newSession 0 SipSession calling`, `0 ringing`, and all others as JSON. */
export function steps(frames: readonly unknown[]): string[] {
  return frames.map((frame) => {
    const { event, id, type, status } = record(frame);
    if (event === 'newSession') return `new ${String(id)} ${String(type)} ${String(status)}`;
    if (event === 'sessionStatusUpdate') return `${String(id)} ${String(status)}`;
    return typeof event === 'string' ? event : JSON.stringify(frame);
  });
}
