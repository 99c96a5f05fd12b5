import type { Readable } from 'svelte/store';
import { videoControls, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * Audio and video with the agent of one chat, or without an id of the one in focus. The controls never reject: what
 * went wrong is in `lastError`, and in the outcome that they resolve to. A stream goes to its element by an action that
 * sets another one only: `srcObject` that is set again begins anew.
 *
 * @example
 * const talk = videoCall();
 * const shows = (video, stream) => {
 *   const update = (stream = null) => {
 *     if (video.srcObject !== stream) video.srcObject = stream;
 *   };
 *   update(stream);
 *   return { update };
 * };
 * // <video use:shows={$talk.streams.remote[0]} autoplay playsinline></video>
 * // {#if $talk.can.start.allowed}<button on:click={() => $talk.start()}>Call</button>{/if}
 */
export const videoCall = (id?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['videoCall']> =>
  storeOf((client, id) => withControls(videoControls(client, id)), id);
