import { bool, list, object, oneOf, text, whole } from '../link/read.js';
import type { Signal } from '../wire/signal.js';

// No description of a browser's is longer, nor any name of a connection.
const longestSdp = 100_000;
const longestName = 64;
const mostPoints = 5_000;

const short = (value: unknown, most = longestName): string | undefined => {
  const found = text(value);
  return found !== undefined && found.length <= most ? found : undefined;
};

/** What names a connection, where it is named. */
function names<K extends string>(frame: object, keys: readonly K[]): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const name = short(Reflect.get(frame, key));
    if (name !== undefined) found[key] = name;
  }
  return found;
}

function readCandidate(frame: Readonly<Record<string, unknown>>): Signal {
  const candidate = short(frame.candidate, 2_000);
  const line = whole(frame.sdpMLineIndex);
  return {
    k: 'ice',
    ...(candidate === undefined ? {} : { candidate }),
    ...names(frame, ['sdpMid', 'usernameFragment', 'pc']),
    ...(line === undefined ? {} : { sdpMLineIndex: line }),
  };
}

function readPoint(value: unknown): readonly [number, number] | undefined {
  const [x, y, ...more] = list(value) ?? [];
  const within = (each: unknown): each is number => typeof each === 'number' && each >= 0 && each <= 1;
  return within(x) && within(y) && more.length === 0 ? [x, y] : undefined;
}

function readStroke(frame: Readonly<Record<string, unknown>>): Signal | undefined {
  const id = short(frame.id);
  const given = list(frame.points);
  if (id === undefined || given === undefined || given.length > mostPoints) return undefined;
  const points = given.map(readPoint).filter((point) => point !== undefined);
  return points.length === given.length ? { k: 'draw', id, points } : undefined;
}

/**
 * Looks at what the other side's page sent: undefined when it is no signal. The other side is not trusted: what it says of
 * itself may be wrong in every field.
 *
 * @example port.onSignal(({ data }) => { const signal = readSignal(data); … });
 */
export function readSignal(value: unknown): Signal | undefined {
  const frame = object(value);
  if (frame === undefined) return undefined;
  switch (frame.k) {
    case 'desc': {
      const type = oneOf(frame.type, ['offer', 'answer'] as const);
      const sdp = short(frame.sdp, longestSdp);
      if (type === undefined || sdp === undefined) return undefined;
      const n = whole(frame.n);
      return { k: 'desc', type, sdp, ...(n === undefined ? {} : { n }), ...names(frame, ['pc', 'to']) };
    }
    case 'ice':
      return readCandidate(frame);
    case 'here':
      return { k: 'here', ...names(frame, ['pc']) };
    case 'sends': {
      const audio = bool(frame.audio);
      const video = bool(frame.video);
      return audio === undefined || video === undefined ? undefined : { k: 'sends', audio, video };
    }
    case 'ev': {
      const s = whole(frame.s);
      const e = list(frame.e);
      return s === undefined || e === undefined ? undefined : { k: 'ev', s, e };
    }
    case 'part': {
      const s = whole(frame.s);
      const i = whole(frame.i);
      const of = whole(frame.of);
      const said = text(frame.text);
      if (s === undefined || i === undefined || of === undefined || said === undefined || i >= of)
        return undefined;
      return { k: 'part', s, i, of, text: said };
    }
    case 'draw':
      return readStroke(frame);
    case 'beat':
    case 'whole':
    case 'undo':
    case 'clear':
      return { k: frame.k };
    default:
      return undefined;
  }
}
