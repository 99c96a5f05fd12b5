import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../frame.js';
import type { AnyRecord } from './test-widget.js';

/** Frames of a recording by the mark they follow. */
export type Recording = ReadonlyMap<string, readonly AnyRecord[]>;

/** Reads what the real widget sent, from the recordings that ship beside the sources. */
export function readRecording(name: string): Recording {
  const file = join(__dirname, '..', '..', 'fixtures', 'ringcentral', `${name}.jsonl`);
  const marks = new Map<string, AnyRecord[]>();
  let mark = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const entry: unknown = JSON.parse(line);
    if (!isRecord(entry)) continue;
    if (typeof entry['mark'] === 'string') {
      mark = entry['mark'];
      marks.set(mark, []);
    } else if (isRecord(entry['data'])) {
      marks.get(mark)?.push(entry['data']);
    }
  }
  return marks;
}

/** The shape of a value: keys in order, and the kind of each leaf. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (!isRecord(value)) return value === null ? 'null' : typeof value;
  return Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]);
}
