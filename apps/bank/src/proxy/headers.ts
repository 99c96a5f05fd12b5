import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** What of a request goes on to the chat. Cookies, credentials and words of other proxies don't: they would be believed. */
const passed = [
  'accept',
  'accept-language',
  'content-length',
  'content-type',
  'if-none-match',
  'last-event-id',
  'origin',
  'tus-resumable',
  'upload-defer-length',
  'upload-length',
  'upload-metadata',
  'upload-offset',
  'user-agent',
  'x-offhook-token',
  'x-requested-with',
] as const;

const passedOfSockets = [
  'sec-websocket-extensions',
  'sec-websocket-key',
  'sec-websocket-protocol',
  'sec-websocket-version',
] as const;

/** What of an answer stays here: what is between two machines only, the chat's own cookie, and what says what it runs on. */
const kept = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'server',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-powered-by',
]);

function pick(headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}

/** Who asks, and by what name; the chat believes this proxy in it. */
export interface Forwarded {
  readonly address: string;
  /** The proxy's own origin, as browsers have it. */
  readonly origin: string;
  /** The chat's session, as a `Cookie` header. */
  readonly cookie: string;
}

/** A request's headers, as the chat gets them. */
export function requestHeaders(
  headers: IncomingHttpHeaders,
  { address, origin, cookie }: Forwarded,
  isSocket = false,
): OutgoingHttpHeaders {
  const { host, protocol } = new URL(origin);
  return {
    ...pick(headers, isSocket ? [...passed, ...passedOfSockets] : passed),
    ...(isSocket && { connection: 'Upgrade', upgrade: 'websocket' }),
    cookie,
    'x-forwarded-for': address,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
}

/** An answer's headers, as the browser gets them. */
export const responseHeaders = (headers: IncomingHttpHeaders, bank: string): OutgoingHttpHeaders => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !kept.has(name))),
  ...corsHeaders(bank),
});

/** The bank's pages, and no others, read what is answered. */
export const corsHeaders = (bank: string): Readonly<Record<string, string>> => ({
  vary: 'Origin',
  'access-control-allow-origin': bank,
  'access-control-allow-credentials': 'true',
});

/** What a browser has to hear before it asks. */
export const preflightHeaders = (bank: string, methods: readonly string[]): Record<string, string> => ({
  ...corsHeaders(bank),
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers':
    'content-type, tus-resumable, upload-defer-length, upload-length, upload-metadata, upload-offset, x-offhook-token, x-requested-with',
  'access-control-max-age': '600',
});
