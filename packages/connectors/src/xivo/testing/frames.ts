/** What the service says, for one call unless told otherwise. */

/** The vendor's own sample id. */
export const id = '1724763376.29';

/** When the desktop asked. */
export const at = Date.UTC(2026, 0, 5, 9);

/** A call as the service tells of it. */
export const serviceCall = (facts: object = {}): object => ({
  id,
  at,
  user: { userId: 54, agentId: 29, firstName: 'James', lastName: 'Bond', fullName: 'James Bond' },
  caller: '1013',
  callee: '1023',
  userData: {
    XIVO_USERID: '54',
    SIPCALLID: 'fd32a3a3-9647-457e-be04-16d7d408f271',
    USR_XIVO_DSTNUM: '3001',
  },
  queue: { id: 2, name: 'edition', displayName: 'Edition', number: '3001' },
  ...facts,
});

/** An event of the stream, before it is text. */
export interface Event {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

let count = 0;

/** An event with an id of its own, behind all before it. */
const event = (name: string, data: unknown): Event => {
  count += 1;
  return { event: name, id: `${count}-0`, data };
};

export const hello = (facts: object = {}): Event => event('hello', { at, ...facts });
export const ringing = (facts: object = {}): Event => event('call', serviceCall(facts));
export const done = (facts: object = {}): Event => event('done', { id, at: at + 60_000, ...facts });
export const login = (facts: object = {}): Event =>
  event('login', { login: 'jbond', host: 'xivo.example', at, ...facts });
export const gap = (): Event => event('gap', {});

/** As JSON, or in some other words: what can't be written as JSON, or would never end, can't be sent either. */
function written(value: unknown): string {
  let places = 0;
  if (value === undefined) return 'undefined';
  try {
    return JSON.stringify(value, (_key, inner: unknown) => {
      places += 1;
      if (places > 20_000) throw new Error('Too much to send.');
      return inner;
    });
  } catch {
    return '{"self":';
  }
}

/** Whatever this is, as lines of the stream. */
export function linesOf(frame: unknown): string {
  if (typeof frame !== 'object' || frame === null || !('event' in frame))
    return `data: ${written(frame)}\n\n`;
  const { event: name, id: eventId, data } = frame as Partial<Event>;
  const word = (value: unknown): string => (typeof value === 'string' ? value : written(value));
  const head = eventId === undefined ? '' : `id: ${word(eventId)}\n`;
  return `${head}event: ${word(name)}\ndata: ${written(data)}\n\n`;
}
