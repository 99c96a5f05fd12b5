const exposed = [
  'Content-Disposition',
  'Location',
  'Retry-After',
  'Tus-Extension',
  'Tus-Max-Size',
  'Tus-Resumable',
  'Tus-Version',
  'Upload-Expires',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
];
const sent = [
  'Content-Type',
  'Tus-Resumable',
  'Upload-Defer-Length',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  'X-Offhook-Token',
  'X-Requested-With',
];

/** The name of the header that a page's token is in. */
export const tokenHeader = 'x-offhook-token';

/** What a browser has to hear so that a page of this origin gets the answer. */
export const corsHeaders = (origin: string | undefined): Readonly<Record<string, string>> =>
  origin === undefined
    ? { vary: 'Origin' }
    : {
        vary: 'Origin',
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': exposed.join(', '),
      };

/** What it has to hear before it asks. */
export const preflightHeaders = (methods: string): Readonly<Record<string, string>> => ({
  'access-control-allow-methods': methods,
  'access-control-allow-headers': sent.join(', '),
  'access-control-max-age': '600',
});
