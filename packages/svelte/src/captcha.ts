import type { Readable } from 'svelte/store';
import { captcha as captchaOf, type StreamValues } from '@offhook/core';
import { storeOf, type MaybeStoreOrGetter } from './storeOf.js';
import { withControls } from './withControls.js';

/**
 * What must be typed before one chat starts, or without an id the one in focus; nothing where no captcha is asked. The
 * text goes with `start`. `reset` asks for another image and never rejects.
 *
 * @example
 * const asked = captcha();
 * // {#if $asked.captcha}<button onclick={$asked.reset}><img src={$asked.captcha.url} alt="Captcha" /></button>{/if}
 */
export const captcha = (id?: MaybeStoreOrGetter<string | undefined>): Readable<StreamValues['captcha']> =>
  storeOf((client, id) => withControls(captchaOf(client, id)), id);
