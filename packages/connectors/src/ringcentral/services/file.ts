import { OffhookError, type LoggedRecording } from '@offhook/core';
import { id, text, webAddress, type Fields } from '../read.js';

type Fetch = NonNullable<LoggedRecording['fetch']>;

/** RingCentral's own servers, and where the widget comes from: nobody else is to get a token. */
function isVendors(uri: string, origin: string): boolean {
  if (!URL.canParse(uri)) return false;
  const address = new URL(uri);
  return (
    address.origin === origin ||
    (address.protocol === 'https:' && /(^|\.)ringcentral\.com$/.test(address.hostname))
  );
}

/** How to fetch a file whose address carries a token; nothing for another address. */
function fetcher(uri: unknown, origin: string): Fetch | undefined {
  const address = text(uri);
  if (!address || webAddress(address) === address || !isVendors(address, origin)) return undefined;
  return async (signal) => {
    let vendorCode = '';
    try {
      const response = await fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        ...(signal && { signal }),
      });
      if (response.ok) return await response.blob();
      vendorCode = `${response.status}`;
    } catch {
      // The cause may name the address, and the token with it.
    }
    throw signal?.aborted
      ? new OffhookError('aborted', 'Fetching the file was given up.')
      : new OffhookError(
          'vendor-error',
          'RingCentral gave no file. Its tokens live for minutes: fetch at once.',
          {
            vendorCode,
          },
        );
  };
}

/** A recording or an attachment, as it is logged: the token is in nothing but the function that fetches it. */
export function loggedFile(
  file: Fields,
  link: unknown,
  type: unknown,
  rawUri: unknown,
  origin: string,
): readonly LoggedRecording[] {
  const known = id(file['id']);
  if (!known) return [];
  const facts = { link: webAddress(link), type: text(type), fetch: fetcher(rawUri, origin) };
  return [{ id: known, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) }];
}
