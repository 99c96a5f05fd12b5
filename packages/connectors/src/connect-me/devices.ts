import {
  isOffhookError,
  OffhookError,
  type Command,
  type CommandType,
  type Device,
  type DeviceKind,
  type Report,
} from '@offhook/core';
import { defined, fields, text } from '../read.js';
import { idsOf, type TrackedCall } from './trackedCall.js';
import type { ConnectMeEvent } from './wire.js';

/** What the person wants to share. */
export interface SharedContent {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
}

/** What does each device's work: rings or stops, switches to the loudspeaker and back, shares. May take its time. */
export interface DeviceHandlers {
  readonly ringer: (on: boolean) => unknown;
  readonly speaker: (on: boolean) => unknown;
  readonly share: (content: SharedContent) => unknown;
}

/**
 * What the widget leaves to the host. `true`: to Offhook, which rings in the page, switches the page's sound, and
 * shares by the browser's own dialog. A function: to that. Left out: nothing, until `device.delegate`, and then to
 * Offhook. `false`: nothing, until `device.delegate`, and then to whoever listens to `device.requested`.
 */
export type ConnectMeDevices = {
  readonly [K in DeviceKind]?: boolean | DeviceHandlers[K];
} & {
  /** The names of the events by which your widget asks; its manual has none. Each takes the place of ours. */
  readonly events?: Readonly<Partial<Record<DeviceKind, readonly string[]>>>;
};

export interface DeviceDeskOptions {
  readonly devices: ConnectMeDevices | undefined;
  /** What does the work where Offhook is to do it. */
  readonly handlers: DeviceHandlers;
  readonly emit: (reports: readonly Report[]) => void;
}

/** The devices that the widget leaves to the host: who works them, what they are in, and what the widget asks of them. */
export interface DeviceDesk {
  /** The host's capabilities, in the widget's words. */
  capabilities(): Readonly<Record<string, true>>;
  /** What the devices are in. */
  report(): Report;
  /** The device commands that can't be given for now, each with the reason. */
  blocked(): Readonly<Partial<Record<CommandType, string>>>;
  /** Rings as long as one of these calls does. */
  ring(calls: readonly TrackedCall[]): readonly Report[];
  /** Whether an event asks for a device; then it is done, and this is what to tell. */
  receive(frame: ConnectMeEvent): readonly Report[] | undefined;
  /** Obeys a device command. Throws when it can't. */
  obey(command: Command): void | Promise<void>;
  close(): void;
}

const kinds: readonly DeviceKind[] = ['ringer', 'speaker', 'share'];

const theirNames = { ringer: 'nativeRinger', speaker: 'speaker', share: 'share' } as const;

/** What such events may be called. */
const usualEvents: Readonly<Record<DeviceKind, readonly string[]>> = {
  ringer: ['ringer', 'nativeRinger'],
  speaker: ['speaker', 'speakerToggled'],
  share: ['share', 'shareMessage'],
};

/** Whether an event switches on or off, by whatever field says so. */
function switchIn(frame: ConnectMeEvent): boolean | undefined {
  for (const key of ['on', 'enabled', 'active', 'value', frame.event]) {
    const value = frame[key];
    if (typeof value === 'boolean') return value;
  }
  return undefined;
}

/** What an event asks to share: its fields, or those of what it carries. */
function contentIn(frame: ConnectMeEvent): SharedContent {
  const { message, content = message } = frame;
  const inner = { ...fields(content), ...frame };
  return defined<SharedContent>({
    title: text(inner['title']),
    text: text(inner['text']) ?? text(content),
    url: text(inner['url']),
  });
}

const isRinging = ({ direction, legs }: TrackedCall): boolean =>
  direction === 'inbound' &&
  legs.every(({ state }) => state !== 'active') &&
  // A phone on the desk has a bell of its own.
  legs.some(({ state, kind }) => state === 'ringing' && kind !== 'deskphone');

export function deviceDesk({ devices = {}, handlers, emit }: DeviceDeskOptions): DeviceDesk {
  const first = (kind: DeviceKind): Device => ({ delegated: !!devices[kind], on: false });
  const states = { ringer: first('ringer'), speaker: first('speaker'), share: first('share') };
  /** Calls that ring, and those of them that were silenced. */
  let ringing: readonly string[] = [];
  let silenced: readonly string[] = [];

  /** Lets the device's handler work; fails as that does. */
  async function work(device: DeviceKind, what: boolean | SharedContent): Promise<void> {
    const own = devices[device];
    if (own === false) return;
    const handler = (typeof own === 'function' ? own : handlers[device]) as (given: typeof what) => unknown;
    try {
      await handler(what);
    } catch (cause) {
      if (isOffhookError(cause)) throw cause;
      throw new OffhookError('handler-failed', `The ${device} failed. See the cause.`, { cause });
    }
  }

  /** The same, where no command waits for it. */
  const workAlone = (device: DeviceKind, what: boolean | SharedContent): void =>
    void work(device, what).catch((error: unknown) =>
      emit([{ type: 'error', error: error as OffhookError }]),
    );

  function set(device: DeviceKind, state: Partial<Device>): Report {
    states[device] = { ...states[device], ...state };
    return { type: 'devices', [device]: states[device] };
  }

  /** Rings or stops, if that is a change. */
  function ringNow(): readonly Report[] {
    const on = states.ringer.delegated && ringing.some((id) => !silenced.includes(id));
    if (on === states.ringer.on) return [];
    workAlone('ringer', on);
    return [set('ringer', { on }), { type: 'device.requested', device: 'ringer', on }];
  }

  /** Silences what rings now, or lets it ring again. */
  function letRing(on: boolean): readonly Report[] {
    silenced = on ? [] : ringing;
    return ringNow();
  }

  async function switchSpeaker(on: boolean): Promise<void> {
    await work('speaker', on);
    emit([set('speaker', { on })]);
  }

  return {
    capabilities: () =>
      Object.fromEntries(kinds.flatMap((kind) => (states[kind].delegated ? [[theirNames[kind], true]] : []))),

    report: () => ({ type: 'devices', ...states }),

    blocked: () => ({
      ...(!states.ringer.delegated && {
        'device.setRinger': 'Connect Me rings itself. Delegate the ringer first.',
      }),
      ...(!states.speaker.delegated && {
        'device.setSpeaker': 'The loudspeaker is not left to the host. Delegate it first.',
      }),
    }),

    ring(calls) {
      ringing = calls.filter(isRinging).flatMap((call) => idsOf(call)[0] ?? []);
      silenced = silenced.filter((id) => ringing.includes(id));
      return ringNow();
    },

    receive(frame) {
      const device = kinds.find((kind) =>
        (devices.events?.[kind] ?? usualEvents[kind]).includes(frame.event),
      );
      if (!device || !states[device].delegated) return undefined;
      if (device === 'share') {
        const content = contentIn(frame);
        workAlone('share', content);
        const { title: _title, ...told } = content;
        return [{ type: 'device.requested', device, ...told }];
      }
      const on = switchIn(frame) ?? !states[device].on;
      if (device === 'ringer') return letRing(on);
      workAlone(device, on);
      return [set(device, { on }), { type: 'device.requested', device, on }];
    },

    obey(command) {
      if (command.type === 'device.delegate') {
        const { device, on: delegated } = command;
        if (device === 'speaker' && states.speaker.on) workAlone(device, false);
        const report = set(device, device === 'ringer' ? { delegated } : { delegated, on: false });
        return emit([report, ...ringNow()]);
      }
      if (command.type === 'device.setSpeaker') return switchSpeaker(command.on);
      if (command.type !== 'device.setRinger') return undefined;
      if (command.on && ringing.length === 0) throw new OffhookError('invalid-state', 'Nothing rings now.');
      return emit(letRing(command.on));
    },

    close() {
      if (states.ringer.on) workAlone('ringer', false);
    },
  };
}
