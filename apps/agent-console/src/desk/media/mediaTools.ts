import type { IceServer, RefusalCode, SignalFrame } from '@offhook/livechat';
import type { Peer, PeerOptions } from '@offhook/livechat/media';
import type { Clock } from '../clock.js';
import type { SocketLink } from '../link/socketLink.js';
import type { Devices } from './devices.js';
import type { KeptMedia } from './keptMedia.js';
import type { MediaSteps } from './mediaSteps.js';

/** What calls and shown pages work with. */
export interface MediaTools {
  readonly clock: Clock;
  readonly devices: Devices;
  readonly steps: MediaSteps;
  readonly kept: KeptMedia;
  readonly link: Pick<SocketLink, 'signal'>;
  /** This page, for whoever sends it a signal. */
  readonly seat: string;
  isLinkUp(): boolean;
  /** None when they can't be had: then the two find each other without, or not at all. */
  ice(): Promise<readonly IceServer[]>;
  createPeer(options: PeerOptions): Peer;
  readonly createConnection: PeerOptions['create'];
  /** Tells the agent why something was refused. */
  refused(code: RefusalCode): void;
  /** Signals that were faster than the log. They are given once. */
  early(media: string): readonly SignalFrame[];
}
