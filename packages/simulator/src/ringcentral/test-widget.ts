import { isRecord } from '../frame.js';
import { createRandom } from '../random.js';
import { createVirtualClock, type VirtualClock } from '../virtual-clock.js';
import { openTab } from './open-tab.js';
import type { FromPage, PersonIntent, ToPage } from './page-protocol.js';
import { ringCentralControl } from './ringcentral-control.js';
import type { RingCentralSession } from './session.js';
import { createSessions, type Sessions } from './sessions.js';
import type { Tab } from './tab.js';

export type AnyRecord = Readonly<Record<string, unknown>>;

/** What a test knows of one widget: everything its host would. */
export interface TestWidget {
  readonly tab: Tab;
  /** Everything posted to the host, in order. */
  readonly posted: unknown[];
  /** Everything told to the page but frames and views. */
  readonly told: ToPage[];
  /** Frames since the last `take`, and forgets them. */
  take(): AnyRecord[];
  /** The same, types only. */
  takeTypes(): string[];
  /** Frames of one type so far. */
  of(type: string): AnyRecord[];
  requests(path: string): AnyRecord[];
  /** The host posts a frame to the widget. */
  host(frame: unknown): void;
  person(intent: PersonIntent): void;
  focus(): void;
  close(): void;
  /** From now on the host answers requests: `undefined` leaves one unanswered. */
  answer(handler: (path: string, body: AnyRecord) => unknown): void;
}

export interface TestBench {
  readonly clock: VirtualClock;
  readonly sessions: Sessions;
  readonly session: RingCentralSession;
  readonly control: ReturnType<typeof ringCentralControl>;
  open(query?: string): TestWidget;
  /** Opens a widget and lets it get ready; what it said meanwhile is forgotten. */
  openReady(query?: string): Promise<TestWidget>;
  inbound(request?: AnyRecord): Promise<string>;
  outbound(request?: AnyRecord): Promise<string>;
  act(id: string, action: string, by?: 'remote' | 'agent'): Promise<void>;
}

export const record = (value: unknown): AnyRecord => (isRecord(value) ? value : {});

/** Time from opening until the phone works, and until the history has come. */
export const READY_MS = 400;
export const HISTORY_MS = 4000;

export function createBench(seed = 1): TestBench {
  const clock = createVirtualClock();
  const sessions = createSessions({ clock, random: createRandom(seed), origin: 'http://127.0.0.1:4301' });
  const control = ringCentralControl(sessions);
  let focusOrder = 0;

  function open(query = ''): TestWidget {
    const posted: unknown[] = [];
    const told: ToPage[] = [];
    let taken = 0;
    let answer: ((path: string, body: AnyRecord) => unknown) | undefined;
    const tellPage = (message: ToPage) => {
      if (message.kind !== 'post') {
        if (message.kind !== 'view') told.push(message);
        return;
      }
      // Over the wire there is only JSON.
      const data: unknown = JSON.parse(JSON.stringify(message.data));
      posted.push(data);
      const frame = record(data);
      if (frame['type'] !== 'rc-post-message-request' || !answer) return;
      const response = answer(String(frame['path']), record(frame['body']));
      if (response === undefined) return;
      clock.after(1, () =>
        host({ type: 'rc-post-message-response', responseId: frame['requestId'], response }),
      );
    };
    const opened = openTab(
      sessions.get('demo'),
      new URLSearchParams(query),
      tellPage,
      () => (focusOrder += 1),
    );
    const receive = (message: FromPage) => opened.receive(message);
    const host = (data: unknown) => receive({ kind: 'frame', origin: 'http://localhost:4200', data });
    const frames = () => posted.map(record);
    return {
      tab: opened.tab,
      posted,
      told,
      take() {
        const fresh = frames().slice(taken);
        taken = posted.length;
        return fresh;
      },
      takeTypes() {
        return this.take().map((frame) => String(frame['type']));
      },
      of: (type) => frames().filter((frame) => frame['type'] === type),
      requests: (path) =>
        frames()
          .filter((frame) => frame['type'] === 'rc-post-message-request' && frame['path'] === path)
          .map((frame) => record(frame['body'])),
      host,
      person: (intent) => receive({ kind: 'intent', intent }),
      focus: () => receive({ kind: 'focus' }),
      close: () => opened.tab.close(),
      answer(handler) {
        answer = handler;
      },
    };
  }

  return {
    clock,
    sessions,
    session: sessions.get('demo'),
    control,
    open,
    async openReady(query) {
      const widget = open(query);
      await clock.advance(READY_MS);
      widget.take();
      return widget;
    },
    async inbound(request = {}) {
      return (
        await control.placeCall({
          direction: 'inbound',
          from: '+12165325078',
          name: 'WIRELESS CALLER',
          ...request,
        })
      ).id;
    },
    async outbound(request = {}) {
      return (await control.placeCall({ direction: 'outbound', to: '+12165325078', ...request })).id;
    },
    act: async (id, action, by = 'remote') => control.actOnCall(id, { by, action }),
  };
}

/** Frames of the web phone only, as `ring connecting`, `end connected`. */
export function phoneSteps(frames: readonly AnyRecord[]): string[] {
  return frames.flatMap((frame) => {
    const [, step] = /^rc-call-(\w+)-notify$/.exec(String(frame['type'])) ?? [];
    if (step === undefined) return [];
    const status = String(record(frame['call'])['callStatus']).replace('webphone-session-', '');
    return [`${step} ${status}`];
  });
}

/** Presence of calls only, as `Ringing`, `NoCall final`. */
export function presenceSteps(frames: readonly AnyRecord[]): string[] {
  return frames
    .filter((frame) => frame['type'] === 'rc-active-call-notify')
    .map((frame) => record(frame['call']))
    .map((call) => [call['telephonyStatus'], call['terminationType']].filter(Boolean).join(' '));
}

/** A host that has registered everything and answers at once. */
export function registration(more: AnyRecord = {}): AnyRecord {
  return {
    type: 'rc-adapter-register-third-party-service',
    service: {
      name: 'TestService',
      contactsPath: '/contacts',
      contactSearchPath: '/contacts/search',
      contactMatchPath: '/contacts/match',
      activitiesPath: '/activities',
      activityPath: '/activity',
      callLoggerPath: '/callLogger',
      callLoggerTitle: 'Log to TestService',
      callLogEntityMatcherPath: '/callLogger/match',
      messageLoggerPath: '/messageLogger',
      messageLoggerTitle: 'Log to TestService',
      messageLogEntityMatcherPath: '/messageLogger/match',
      authorizationPath: '/authorize',
      authorizedTitle: 'Unauthorize',
      unauthorizedTitle: 'Authorize',
      authorized: true,
      settingsPath: '/settings',
      settings: [{ name: 'Open contact page when call coming', value: true }],
      ...more,
    },
  };
}

export const ada = {
  id: '123456',
  name: 'Ada Lovelace',
  type: 'TestService',
  phoneNumbers: [{ phoneNumber: '+12165325078', phoneType: 'direct' }],
  emails: ['ada@example.com'],
};

/** A host that knows Ada and has logged nothing. */
export function helpfulHost(path: string, body: AnyRecord): unknown {
  switch (path) {
    case '/contacts':
      return { data: [ada], nextPage: null, syncTimestamp: 1111 };
    case '/contacts/match': {
      const numbers = Array.isArray(body['phoneNumbers']) ? body['phoneNumbers'] : [];
      return {
        data: Object.fromEntries(
          numbers.map((number) => [String(number), number === '+12165325078' ? [ada] : []]),
        ),
      };
    }
    case '/callLogger/match':
    case '/messageLogger/match':
      return { data: {} };
    default:
      return { data: 'ok' };
  }
}
