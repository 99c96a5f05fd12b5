import type { Signal } from '../../wire/signal.js';
import { list } from '../../link/read.js';
import { eventTypes, sources } from '../privacy/createGuard.js';
import type { SentEvent } from './compact.js';
import { splitText } from './splitText.js';

/** Characters of a frame, with its envelope. */
export const frameMost = 60_000;
const envelope = 200;
const bodyMost = frameMost - envelope;

const sizeOf = (event: SentEvent): number => JSON.stringify(event).length + 1;

/**
 * A change that is too long for one frame, as several: the recorder names in each addition only nodes that it has told before.
 * What is removed comes first and what is changed last, as they are applied.
 */
function splitChange(event: SentEvent): readonly SentEvent[] {
  const { data, type, timestamp } = event;
  const adds = list(data.adds) ?? [];
  if (type !== eventTypes.change || data.source !== sources.mutation || adds.length < 2) return [event];
  const made = (part: Readonly<Record<string, unknown>>): SentEvent => ({
    type,
    data: { source: sources.mutation, texts: [], attributes: [], removes: [], adds: [], ...part },
    timestamp,
  });
  const pieces: unknown[][] = [[]];
  let size = 0;
  for (const add of adds) {
    const length = JSON.stringify(add).length + 1;
    if (size > 0 && size + length > bodyMost - envelope) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(add);
    size += length;
  }
  const { texts, attributes, removes } = data;
  return [
    ...((list(removes) ?? []).length > 0 ? [made({ removes })] : []),
    ...pieces.map((piece) => made({ adds: piece })),
    ...((list(texts) ?? []).length + (list(attributes) ?? []).length > 0
      ? [made({ texts, attributes })]
      : []),
  ];
}

/**
 * Events as signals, in order: as many in a frame as it holds, and one that is too long for any in parts.
 *
 * @param next the number of the next frame
 */
export function toFrames(events: readonly SentEvent[], next: () => number): readonly Signal[] {
  const frames: Signal[] = [];
  let held: SentEvent[] = [];
  let size = 0;
  const flush = (): void => {
    if (held.length > 0) frames.push({ k: 'ev', s: next(), e: held });
    held = [];
    size = 0;
  };
  for (const event of events.flatMap((each) => (sizeOf(each) > bodyMost ? splitChange(each) : [each]))) {
    const length = sizeOf(event);
    if (length <= bodyMost) {
      if (size + length > bodyMost) flush();
      held.push(event);
      size += length;
      continue;
    }
    // With what comes right before it: a page's size belongs to the page.
    const s = next();
    const parts = splitText(JSON.stringify([...held, event]), bodyMost);
    held = [];
    size = 0;
    frames.push(...parts.map((text, i): Signal => ({ k: 'part', s, i, of: parts.length, text })));
  }
  flush();
  return frames;
}
