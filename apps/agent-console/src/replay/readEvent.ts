import { EventType, type eventWithTime, IncrementalSource } from '@rrweb/types';
import { isFields } from '../desk/wire/shape.js';
import { readIncremental, readSize } from './readIncremental.js';
import { readPage } from './readNode.js';

const offset = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/**
 * Reads an event of the recorder's in the customer's page, which is trusted in nothing: what is left of it shows something, and
 * does nothing. Undefined for what is no event, and for kinds that are not shown.
 */
export function readEvent(value: unknown): eventWithTime | undefined {
  if (!isFields(value)) return undefined;
  const { type, data, timestamp: time } = value;
  const timestamp = typeof time === 'number' && Number.isFinite(time) ? time : 0;
  if (!isFields(data)) return undefined;
  switch (type) {
    case EventType.Meta: {
      const size = readSize(data);
      return size === undefined ? undefined : { type, data: { href: '', ...size }, timestamp };
    }
    case EventType.FullSnapshot: {
      const node = readPage(data['node']);
      const start = isFields(data['initialOffset']) ? data['initialOffset'] : {};
      const initialOffset = { top: offset(start['top']), left: offset(start['left']) };
      return node === undefined ? undefined : { type, data: { node, initialOffset }, timestamp };
    }
    case EventType.IncrementalSnapshot: {
      const change = readIncremental(data);
      return change === undefined ? undefined : { type, data: change, timestamp };
    }
    default:
      return undefined;
  }
}

/** How long before it was told the first of its moves was made; milliseconds, 0 for what is no move of the mouse. */
export function leadOf(event: eventWithTime): number {
  if (event.type !== EventType.IncrementalSnapshot) return 0;
  const { data } = event;
  return data.source === IncrementalSource.MouseMove ? -(data.positions[0]?.timeOffset ?? 0) : 0;
}
