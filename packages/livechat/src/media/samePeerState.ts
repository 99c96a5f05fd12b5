import type { PeerState } from './peer.js';

/** Whether two states tell the same. */
export const samePeerState = (a: PeerState, b: PeerState): boolean =>
  a.connection === b.connection &&
  a.quality === b.quality &&
  a.remoteSends.audio === b.remoteSends.audio &&
  a.remoteSends.video === b.remoteSends.video &&
  a.remote.length === b.remote.length &&
  a.remote.every((stream, index) => stream === b.remote[index]);
