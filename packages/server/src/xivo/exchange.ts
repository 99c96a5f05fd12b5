/** How long and how large a body may be. */
export interface BodyLimits {
  /** Bytes. */
  readonly bytes: number;
  /** Milliseconds from the first look at the body to its last byte. */
  readonly ms: number;
}

/** A request, of whichever server it came in by. */
export interface Ask {
  readonly method: string;
  /** Begins with a slash; without the query. */
  readonly path: string;
  /** What follows the question mark, as it came; `''` without one. */
  readonly query: string;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  /** All of the body. Throws a ServiceError: too large, too slow, broken off. */
  body(limits: BodyLimits): Promise<Uint8Array>;
  /** The whole address, for a host's own choice of channel. */
  url(): URL;
}

/** Headers with lower-case names. */
export type ReplyHeaders = Readonly<Record<string, string>>;

/** An answer, for whichever server sends it. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  /** Nothing means an empty body. */
  readonly body?: string;
  /** In place of a body: the stream of a channel's events. */
  readonly events?: EventsReply;
}

/** A stream that the server is to open. */
export interface EventsReply {
  readonly channel: string;
  /** The last event that the browser has. */
  readonly after: string | undefined;
}

/** On every answer: it is nobody's to keep, and where it came from is nobody's to know. */
export const everyHeader: ReplyHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The headers of a JSON answer. */
export const jsonHeaders: ReplyHeaders = {
  ...everyHeader,
  'content-type': 'application/json; charset=utf-8',
};

/** Splits what stands in a request's first line. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  return mark < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
