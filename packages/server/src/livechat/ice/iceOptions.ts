import type { IceServer } from '@offhook/livechat';

/**
 * Which ICE servers pages are told of that name none of their own (row T-76): for audio, video, shared screens and pages.
 * `liveChat` throws a `TypeError` for what is wrong in it.
 *
 * @example
 * const ice = {
 *   servers: [{ urls: 'stun:stun.example.com' }],
 *   turn: { urls: ['turns:turn.example.com:5349'], secret: process.env.TURN_SECRET ?? '' },
 * };
 */
export interface IceOptions {
  /** As `RTCIceServer` has them. */
  readonly servers?: readonly IceServer[];
  /** A TURN server that shares a secret with this one, such as coturn's `use-auth-secret`: each page gets credentials of its own, for a while. */
  readonly turn?: {
    /** `turn:` and `turns:` addresses. */
    readonly urls: readonly string[];
    /** The shared secret: never told, and never logged. */
    readonly secret: string;
    /** How long credentials hold, in seconds: 43,200 unless given. A call may not last longer. */
    readonly ttlSeconds?: number;
  };
}
