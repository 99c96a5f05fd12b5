import type { Command } from '../model/command.js';
import { OffhookError } from '../model/error.js';
import type { CobrowseControls } from '../model/mediaCommand.js';

const demand = (fine: boolean, advice: string): void => {
  if (!fine) throw new OffhookError('invalid-argument', advice);
};

// Wherever these come from, a frame or a form may have given something else.
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
const isId = (value: unknown): boolean => typeof value === 'string' && /^[^\p{Cc}]{1,512}$/u.test(value);

const kinds: readonly (keyof CobrowseControls)[] = ['textboxes', 'radioButtons', 'checkboxes', 'dropdowns'];
const isKind = (key: string): boolean => kinds.some((kind) => kind === key);

const areControls = (controls: unknown): boolean =>
  controls === undefined ||
  (typeof controls === 'object' &&
    controls !== null &&
    Object.entries(controls).every(
      ([key, ids]) => isKind(key) && (ids === undefined || (Array.isArray(ids) && ids.every(isId))),
    ));

/** Throws `invalid-argument`, with what to give instead. */
export function validateForMedia(command: Command): void {
  switch (command.type) {
    case 'video.start':
    case 'video.accept':
      demand(isFlag(command.audio) && isFlag(command.video), 'Say true or false for audio and for video.');
      return demand(
        command.audio !== false || command.video !== false,
        'Ask for audio, for video or for both.',
      );
    case 'video.setDevices': {
      const { audio, video } = command;
      const ids = [audio, video].filter((id) => id !== undefined);
      return demand(
        ids.length > 0 && ids.every(isId),
        'Give a deviceId that mediaDevices lists, for audio, for video or for both.',
      );
    }
    case 'screen.start':
      return demand(
        command.stream === undefined || typeof command.stream === 'function',
        'Give a function that gives the stream to show, or none.',
      );
    case 'cobrowse.start':
      demand(areControls(command.controls), `Give the ids of elements as lists: ${kinds.join(', ')}.`);
      return demand(
        isFlag(command.pointer) && isFlag(command.annotate),
        'Say true or false for pointer and for annotate.',
      );
    default:
      return undefined;
  }
}
