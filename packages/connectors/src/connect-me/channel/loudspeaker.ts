import { OffhookError } from '@offhook/core';
import type { RingTone } from './ringTone.js';

/** What a loudspeaker calls itself, where an earpiece or a headset is the usual way out. */
const loud =
  /^(?!.*(head|ear|kopf|casque|auricular)).*(speaker|lautsprecher|haut-parleur|luidspreker|altavoz)/i;

/**
 * Switches what sounds in this page, its ringer included, to the loudspeaker and back to the browser's choice, where
 * the browser can. What sounds inside the widget's frame is the widget's own.
 */
export const loudspeaker =
  (tone: Pick<RingTone, 'setSink'>) =>
  async (on: boolean): Promise<void> => {
    const outputs = await navigator.mediaDevices.enumerateDevices();
    const speaker = outputs.find(({ kind, label }) => kind === 'audiooutput' && loud.test(label));
    if (!('setSinkId' in HTMLMediaElement.prototype) || (on && !speaker)) {
      throw new OffhookError('not-supported', 'The browser offers no loudspeaker. Give a handler for it.');
    }
    const deviceId = on && speaker ? speaker.deviceId : '';
    const elements = [...document.querySelectorAll<HTMLMediaElement>('audio, video')];
    await Promise.all([tone.setSink(deviceId), ...elements.map((each) => each.setSinkId(deviceId))]);
  };
