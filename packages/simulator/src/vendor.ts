import type { Duplex } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import type { Hono } from 'hono';
import type { Clock } from './clock.js';
import type { LoggedFrame } from './frame-log.js';
import type { Random } from './random.js';

/** What every vendor is made with. */
export interface VendorOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Where the widget is served from. */
  readonly origin: string;
  /** Host origins that the widgets talk with; any when empty. */
  readonly strictOrigins: readonly string[];
}

/** A call as the vendor itself sees it; `state` is in the vendor's own words. */
export interface VendorCall {
  readonly id: string;
  readonly state: string;
  readonly direction: 'inbound' | 'outbound';
  readonly from: string;
  readonly to: string;
  readonly [more: string]: unknown;
}

/** What the board may know of a session beside calls and frames. */
export interface VendorStatus {
  readonly widgets: number;
  readonly signedIn: boolean;
  readonly sip: string;
  readonly faults: Readonly<Record<string, unknown>>;
  readonly [more: string]: unknown;
}

export type ControlAction = (request: unknown) => Promise<object>;

/** The control API of one vendor; each function checks its own request and throws `ControlError`. */
export interface VendorControl {
  placeCall(request: unknown): Promise<{ readonly id: string }>;
  actOnCall(id: string, request: unknown): Promise<void>;
  calls(session: string): readonly VendorCall[];
  frames(session: string): readonly LoggedFrame[];
  status(session: string): VendorStatus;
  setState(request: unknown): Promise<void>;
  /** To how many widgets the frame went. */
  emit(request: unknown): Promise<number>;
  setFaults(request: unknown): Readonly<Record<string, unknown>>;
  reset(request: unknown): void;
  /** Calls `changed` soon after anything of the session changed; returns the way to stop it. */
  watch(session: string, changed: () => void): () => void;
  /** `GET /control/{vendor}/{name}?session=` of this vendor alone. */
  readonly views?: Readonly<Record<string, (session: string) => object>>;
  /** `POST /control/{vendor}/{name}` of this vendor alone. */
  readonly actions: Readonly<Record<string, ControlAction>>;
}

/** The control API of a vendor that is a process of its own: what the others answer at once it answers later. */
export interface RemoteControl extends Omit<VendorControl, 'setFaults' | 'reset' | 'views'> {
  setFaults(request: unknown): Promise<Readonly<Record<string, unknown>>>;
  reset(request: unknown): Promise<void>;
  /** What a board shows of a session. */
  snapshot(session: string): Promise<object>;
  readonly views: Readonly<Record<string, (session: string) => Promise<object>>>;
}

/** A widget that pages take into an iframe of their own; without it the vendor has a script that does so. */
export interface WidgetFrame {
  readonly path: string;
  /** Of the frame's URL, with its `#`. */
  readonly hash?: string;
  /** What a host has to answer to which message before the widget tells it anything. */
  readonly greeting?: { readonly hears: unknown; readonly says: unknown };
}

/** A vendor as the control API and the board know it. */
export interface ListedVendor {
  readonly name: string;
  readonly label: string;
  readonly frame?: WidgetFrame;
  /** The path of a page that stands on its own: it is the host, and no page takes it into an iframe. */
  readonly page?: string;
  readonly control: VendorControl | RemoteControl;
}

/** One simulated vendor: its control API and its own origin. */
export interface Vendor extends ListedVendor {
  readonly control: VendorControl;
  /** What it serves on its origin. */
  readonly pages: Hono;
  /** WebSockets on its origin. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}
