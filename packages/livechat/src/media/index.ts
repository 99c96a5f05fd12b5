export {
  foldMedia,
  isLiveMedia,
  type MediaMember,
  type MediaSession,
  type MediaSessions,
} from './foldMedia.js';
export { readSignal } from './readSignal.js';
export { readIceServers } from './readIceServers.js';
export { randomMediaId } from './randomMediaId.js';
export { createBeats, type BeatOptions, type Beats } from './createBeats.js';
export { createPeer } from './createPeer.js';
export type {
  Peer,
  PeerConnectionState,
  PeerOptions,
  PeerState,
  SendHints,
  SendLimits,
  Sends,
} from './peer.js';
export type { Quality } from './createQuality.js';
export type { Clock } from '../boot/env.js';
export type { Signal } from '../wire/signal.js';
export type { IceServer, MediaEndWhy, MediaKind, MediaStep, MediaWants } from '../wire/media.js';
