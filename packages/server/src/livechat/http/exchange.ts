import type { IncomingMessage, ServerResponse } from 'node:http';

/** What somebody asks. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly method: string;
  /** Begins with a slash; without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Of whose agents, queue and chats it is. */
  readonly site: string;
  /** The page's origin, where a browser tells it. */
  readonly origin: string | undefined;
  /** This server's, as the client sees it: `http://localhost:4305`. */
  readonly ownOrigin: string;
  /** Whether the client came by https. */
  readonly secure: boolean;
  /** The client's address, for limits. */
  readonly address: string;
}

/** One request, and the answer that it gets. */
export interface Exchange extends Asked {
  readonly response: ServerResponse;
}

/** An answer that is all there. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The reason phrase, where it says more than the status. */
  readonly reason?: string;
}

/** Answers a request; gives nothing where it has written to the response itself. Throws a FrontError to refuse. */
export type Serve = (exchange: Exchange) => Reply | undefined | Promise<Reply | undefined>;

/** On every answer unless it says otherwise: nobody's to keep, to guess the type of, to frame or to run. */
export const everyHeader: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-site',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** An answer as JSON. */
export const json = (
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

/** An answer as text. */
export const text = (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});

/** It is done, and there is nothing to tell. */
export const done: Reply = { status: 204 };
