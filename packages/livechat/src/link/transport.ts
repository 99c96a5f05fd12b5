import type { CustomerRequest } from '../wire/customer.js';
import type { ReadFrame } from './readFrame.js';

/** One connection, over which frames go both ways. */
export interface Transport {
  send(request: CustomerRequest): void;
  /** Without telling `lost`. */
  close(): void;
  /** Bytes that wait to be sent. */
  readonly buffered: number;
}

/** What a connection tells. Nothing comes after `lost`, or after `close`. */
export interface TransportEvents {
  /** Frames can be sent: `hello` first. */
  open(): void;
  /** Something came from the server, even if it was no frame. */
  contact(): void;
  frame(frame: ReadFrame): void;
  lost(): void;
}

/** Opens a connection. Does not throw. */
export type OpenTransport = (on: TransportEvents) => Transport;
