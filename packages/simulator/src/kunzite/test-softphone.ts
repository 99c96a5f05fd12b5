import { isRecord } from '../frame.js';
import { createRandom } from '../random.js';
import { createVirtualClock, type VirtualClock } from '../virtual-clock.js';
import { kunziteControl } from './kunzite-control.js';
import { openTab } from './open-tab.js';
import type { PersonIntent, ToPage } from './page-protocol.js';
import type { KunziteSession } from './session.js';
import { createSessions } from './sessions.js';

export type AnyRecord = Readonly<Record<string, unknown>>;

const record = (value: unknown): AnyRecord => (isRecord(value) ? value : {});
export const dataOf = (frame: AnyRecord | undefined): AnyRecord => record(frame?.['data']);

/** What a test knows of one softphone: everything its host would. */
export interface TestSoftphone {
  /** Everything told to the page but frames and views. */
  readonly told: ToPage[];
  /** Frames since the last `take`, and forgets them. */
  take(): AnyRecord[];
  /** The same, types only. */
  takeTypes(): string[];
  /** The host posts a frame to the softphone; with `held` it is one whose contacts the page holds. */
  host(frame: unknown, held?: number): void;
  person(intent: PersonIntent): void;
  close(): void;
}

export interface TestBench {
  readonly clock: VirtualClock;
  readonly session: KunziteSession;
  readonly control: ReturnType<typeof kunziteControl>;
  open(): TestSoftphone;
  /** Opens a softphone and lets it log in; what it said meanwhile is forgotten. */
  openReady(): Promise<TestSoftphone>;
  inbound(request?: AnyRecord): Promise<string>;
  outbound(request?: AnyRecord): Promise<string>;
  act(id: string, action: string, by?: 'remote' | 'agent'): Promise<void>;
}

/** More than the time from opening to `logged`. */
export const READY_MS = 400;
export const CALLER = '+34917370192';

export function createBench(seed = 1): TestBench {
  const clock = createVirtualClock();
  const sessions = createSessions({ clock, random: createRandom(seed), origin: 'http://127.0.0.1:4303' });
  const control = kunziteControl(sessions);

  function open(): TestSoftphone {
    const posted: AnyRecord[] = [];
    const told: ToPage[] = [];
    const { tab, receive } = openTab(sessions.get('demo'), (message) => {
      if (message.kind === 'post') {
        // Over the wire there is only JSON.
        posted.push(record(JSON.parse(JSON.stringify(message.data))));
      } else if (message.kind !== 'view') {
        told.push(message);
      }
    });
    return {
      told,
      take: () => posted.splice(0),
      takeTypes: () => posted.splice(0).map((frame) => String(frame['type'])),
      host: (data, held) =>
        receive({
          kind: 'frame',
          origin: 'http://localhost:4200',
          data,
          ...(held === undefined ? {} : { held }),
        }),
      person: (intent) => receive({ kind: 'intent', intent }),
      close: () => tab.close(),
    };
  }

  return {
    clock,
    session: sessions.get('demo'),
    control,
    open,
    async openReady() {
      const softphone = open();
      await clock.advance(READY_MS);
      softphone.take();
      return softphone;
    },
    async inbound(request = {}) {
      return (await control.placeCall({ direction: 'inbound', from: CALLER, ...request })).id;
    },
    async outbound(request = {}) {
      return (await control.placeCall({ direction: 'outbound', to: CALLER, ...request })).id;
    },
    act: async (id, action, by = 'remote') => control.actOnCall(id, { by, action }),
  };
}
