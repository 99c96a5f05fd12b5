import type { record } from '@rrweb/record';
import type { AllowList } from './privacy/allowList.js';
import { blockSelector } from './privacy/blockSelector.js';
import type { ListedControls } from './privacy/controls.js';
import { createGuard, type GuardedEvent } from './privacy/createGuard.js';
import { maskText } from './privacy/masking.js';
import { createTextRules } from './privacy/textRules.js';
import { createVerdicts, ownClass } from './privacy/verdicts.js';
import { scratchStyles } from './scratchStyles.js';

/** The recorder's function, which the script of plug-ins brings along (row T-13). */
export type Recorder = typeof record;

export interface RecordOptions {
  readonly record: Recorder;
  readonly document: Document;
  readonly listed: ListedControls;
  readonly allow: AllowList;
  /** Whether the pointer is recorded (row T-111); without, no event tells of it. */
  readonly pointer: boolean;
  emit(event: GuardedEvent): void;
}

/** A page that is being recorded. */
export interface Recording {
  /** Tells the page anew, as a whole. */
  whole(): void;
  stop(): void;
}

const pointerEveryMs = 50;
const pointerToldEveryMs = 100;

/**
 * Records the page's document (row T-115), in two layers: what the recorder is told to leave out, and the guard that each event
 * has to pass (P-22).
 *
 * @throws Error when the browser cannot read the selector of what is to be left out: then nothing is recorded
 * @example const recording = recordPage({ record: offhookRecorder.record, document, listed, allow, pointer: true, emit });
 */
export function recordPage(options: RecordOptions): Recording {
  const { record, document, listed, allow, pointer, emit } = options;
  const texts = createTextRules(allow, document);
  const verdicts = createVerdicts(allow, document);
  const guard = createGuard({
    document,
    verdicts,
    texts,
    pointer,
    nodeOf: (id) => record.mirror.getNode(id),
  });
  const selector = blockSelector(listed);
  // The recorder would go on without it.
  document.createElement('input').matches(selector);

  const undo = scratchStyles(document);
  const stop = record({
    emit(event) {
      const guarded = guard(event);
      if (guarded !== undefined) emit(guarded);
    },
    blockClass: ownClass,
    blockSelector: selector,
    maskTextSelector: '*',
    maskTextFn: (text, element) => (texts.masks(element) ? maskText(text) : text),
    maskInputOptions: { password: true },
    slimDOMOptions: 'all',
    inlineStylesheet: true,
    inlineImages: false,
    recordCanvas: false,
    collectFonts: false,
    recordCrossOriginIframes: false,
    recordAfter: 'DOMContentLoaded',
    sampling: {
      input: 'all',
      mousemove: pointer ? pointerEveryMs : false,
      mousemoveCallback: pointerToldEveryMs,
      mouseInteraction: pointer,
      scroll: 100,
    },
  });
  return {
    whole: () => record.takeFullSnapshot(true),
    stop() {
      stop?.();
      undo();
    },
  };
}
