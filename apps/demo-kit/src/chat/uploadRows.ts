import type { Upload } from '@offhook/core';
import type { Texts } from '../texts/english.js';

/** A file on its way, as list `Files` shows it. */
export interface UploadRow {
  readonly id: string;
  readonly name: string;
  /** From 0 to 100, in whole steps. */
  readonly percent: number;
  readonly text: string;
  readonly failed: boolean;
}

/** The files on their way, and those that came to nothing; the others are messages by now. */
export const uploadRows = (uploads: readonly Upload[], { chat: texts }: Texts): readonly UploadRow[] =>
  uploads
    .filter(({ state }) => state !== 'done')
    .map(({ id, name, size, sent, state, error }) => {
      const percent = size === 0 ? 0 : Math.min(100, Math.floor((100 * sent) / size));
      const failed = state === 'failed';
      return {
        id,
        name,
        percent,
        text: failed
          ? [texts.uploadFailed, error?.text].filter(Boolean).join(': ')
          : texts.percentSent(percent),
        failed,
      };
    });
