import type { MediaEntryBody, MediaStep } from '@offhook/livechat';
import { ann } from './entries.js';

/** A step of the customer's, on the page `page-1`. */
export const adaSteps = (step: MediaStep, media = 'm1', seat = 'page-1'): MediaEntryBody => ({
  type: 'media',
  media,
  by: 'c',
  seat,
  ...step,
});

/** A step of Ann's, on the page `seat-1`. */
export const annSteps = (step: MediaStep, media = 'm1', seat = 'seat-1'): MediaEntryBody => ({
  type: 'media',
  media,
  by: 'a',
  seat,
  agent: ann,
  ...step,
});

export const askCall: MediaStep = { step: 'ask', kind: 'av', wants: { audio: true, video: true } };
export const askShow: MediaStep = { step: 'ask', kind: 'cobr', wants: { dom: true, pointer: true } };
