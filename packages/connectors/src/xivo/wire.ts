import { fields, text, type Fields } from '../read.js';

/** What a page inside the agent desktop says when its work is done: this very string, with nothing around it. */
export const completion = 'closeThirdParty';

/** A call as the service tells of it: in its events, and to the page that was opened for it. */
export interface ServiceCall extends Fields {
  /** The call's linked id, `callDataCallId`. */
  readonly id: string;
  /** When the desktop asked the service, by the service's clock. */
  readonly at: number;
}

/** One event of the service's stream, read as far as Offhook relies on it. */
export type StreamFrame = { readonly eventId?: string | undefined } & (
  | { readonly type: 'hello'; readonly at: number }
  | { readonly type: 'call'; readonly call: ServiceCall }
  | { readonly type: 'done'; readonly id: string; readonly at: number }
  | { readonly type: 'login'; readonly login: string; readonly at: number }
  | { readonly type: 'gap' }
  | { readonly type: 'unknown'; readonly name: string }
);

/** An event as the stream's lines give it. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
  /** The stream's last id by then, if it has said any. */
  readonly id: string | undefined;
}

/** What text holds as JSON; of anything else, nothing. Never throws. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const moment = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 8_640_000_000_000_000;

/** Whether this is a call of the service's, of the right shape as far as Offhook relies on it. */
export function isServiceCall(data: unknown): data is ServiceCall {
  const { id, at } = fields(data);
  return !!text(id) && moment(at);
}

function frameOf(name: string, data: unknown): StreamFrame | undefined {
  const { at, login } = fields(data);
  switch (name) {
    case 'hello':
      return moment(at) ? { type: 'hello', at } : undefined;
    case 'call':
      return isServiceCall(data) ? { type: 'call', call: data } : undefined;
    case 'done':
      return isServiceCall(data) ? { type: 'done', id: data.id, at: data.at } : undefined;
    case 'login':
      return text(login) && moment(at) ? { type: 'login', login: String(login), at } : undefined;
    case 'gap':
      return { type: 'gap' };
    default:
      return /^[\w.-]{1,64}$/.test(name) ? { type: 'unknown', name } : undefined;
  }
}

/** Reads an event of the stream. `undefined` for one that is not what its name promises. Never throws. */
export function readFrame({ name, data, id }: StreamEvent): StreamFrame | undefined {
  const frame = frameOf(name, parsed(data));
  return frame && { ...frame, eventId: id };
}
