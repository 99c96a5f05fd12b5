import { OffhookError, type ChatRemark } from '@offhook/core';
import { fields } from '../../read.js';
import { mediaEnd, type MediaEnd } from './mediaCodes.js';
import { isStream } from './streams.js';

/** What the page gives to be shown, in place of a screen that the browser has chosen. */
export type GiveStream = () => unknown;

const failure: ChatRemark = {
  code: 'handler-failed',
  text: 'The page gave no stream to be shown. Give one in `stream`, such as that of canvas.captureStream().',
};

/** Why the page's own stream didn't come: by the names of the browser's own errors. */
function endOf(thrown: unknown): MediaEnd {
  const { name } = fields(thrown);
  if (name === 'NotAllowedError') return mediaEnd('screen', 'no-permission', { by: 'customer' });
  if (name === 'NotFoundError') return mediaEnd('screen', 'no-device');
  return { endReason: 'failed', failure };
}

/**
 * What the vendor asks the page's own stream by (row T-107). It gets a stream or a rejection, and never what the page's
 * function threw.
 *
 * @param took is told of the stream, before the vendor has it
 * @param failed is told how it ends, where none came
 */
export function ownStream(
  give: GiveStream,
  took: (stream: MediaStream) => void,
  failed: (end: MediaEnd) => void,
): () => Promise<MediaStream> {
  const ask = async (): Promise<MediaStream> => {
    try {
      const given: unknown = await give();
      if (!isStream(given)) throw new TypeError('no stream');
      took(given);
      return given;
    } catch (thrown) {
      failed(endOf(thrown));
      throw new OffhookError('handler-failed', failure.text);
    }
  };
  return () => {
    const asked = ask();
    // A vendor that doesn't look at it makes no noise.
    asked.catch(() => {});
    return asked;
  };
}
