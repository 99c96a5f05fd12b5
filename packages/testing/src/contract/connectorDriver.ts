import type { Connector, Ids } from '@offhook/core';
import type { FakeHost, FakeWindow } from '../fakeHost.js';
import type { VirtualClock } from '../virtualClock.js';

/** What the contract gives a driver to make its connector with. Shared by all connections of one check. */
export interface ConnectorEnvironment {
  readonly clock: VirtualClock;
  readonly ids: Ids;
  /** The page, for a connector that speaks with a frame: `frameChannel({ host: env.host, … })`. */
  readonly host: FakeHost;
  /** The vendor's window, for a connector that speaks with a frame: `frameChannel({ source: () => env.vendor, … })`. */
  readonly vendor: FakeWindow;
}

/** A call, in the contract's script. */
export interface ScriptedCall {
  /** The vendor's id: digits, unique in one check. */
  readonly id: string;
  /** The other party, in E.164. */
  readonly number: string;
}

/** The wire between the contract, which plays the vendor, and the connector. */
export interface VendorTransport {
  /** Delivers one frame, as the vendor. */
  deliver(frame: unknown): void;
  /** The frames that the vendor got, in order. */
  readonly sent: readonly unknown[];
  /** Listeners, sockets and frames that the connector holds on to now. */
  held(): number;
  /** Ways to deliver a frame as somebody else, by name. None where nobody else can, as on a socket. */
  readonly strangers?: Readonly<Record<string, (frame: unknown) => void>>;
  /** Whether every frame went to exactly the vendor. `true` where it can't go elsewhere. */
  discreet?(): boolean;
}

/** How the contract drives one vendor's connector. Frames are the vendor's own; each list is delivered in order. */
export interface ConnectorDriver {
  readonly connector: Connector;
  readonly transport: VendorTransport;
  /** The vendor is there, signed in, and can phone; also after it was lost. */
  ready(): readonly unknown[];
  /** The vendor's connection is lost, until it says ready again. */
  lost(): readonly unknown[];
  /** Somebody calls. */
  ringing(call: ScriptedCall): readonly unknown[];
  /** We have answered that call. */
  answered(call: ScriptedCall): readonly unknown[];
  /** That call is over. */
  ended(call: ScriptedCall): readonly unknown[];
  /** A step that the model forbids, of a call that was answered (or has ended, where the driver says so). */
  forbidden(call: ScriptedCall): readonly unknown[];
  /** The state that `forbidden` starts from; `active` when left out. */
  readonly forbiddenFrom?: 'active' | 'ended';
  /** Whether a frame that the vendor got is this command. */
  isCommand(frame: unknown, type: 'call.dial' | 'call.answer'): boolean;
  /** The vendor's key for a frame's type; `type` when left out. */
  readonly typeKey?: string;
}

/**
 * The transport of a connector that speaks with a vendor's frame by postMessage.
 *
 * @example transport: frameTransport(env, 'https://phone.example')
 */
export function frameTransport({ host, vendor }: ConnectorEnvironment, origin: string): VendorTransport {
  const elsewhere = { origin: 'https://elsewhere.example', source: vendor };
  // Another tab of the vendor's own site: the right origin, the wrong window.
  const otherWindow = { origin, source: {} as Window };
  return {
    deliver: (frame) => host.dispatch(frame, { origin, source: vendor }),
    get sent() {
      return vendor.posted.map(({ message }) => message);
    },
    held: () => host.listeners,
    strangers: {
      'a foreign origin': (frame) => host.dispatch(frame, elsewhere),
      'the wrong window': (frame) => host.dispatch(frame, otherWindow),
      'no window': (frame) => host.dispatch(frame, { origin, source: null }),
      'an origin that only begins alike': (frame) =>
        host.dispatch(frame, { origin: `${origin}.evil.example`, source: vendor }),
      'the origin null': (frame) => host.dispatch(frame, { origin: 'null', source: vendor }),
    },
    discreet: () => vendor.posted.every(({ targetOrigin }) => targetOrigin === origin),
  };
}
