/** What kept the browser from the service. */
export interface ServiceFault {
  readonly code: 'cors' | 'unreachable';
  readonly message: string;
}

/** Finds out why a page of this origin could not ask the service. */
export type Probe = (url: string, origin: string) => Promise<ServiceFault>;

const WITHIN_MS = 2000;

const namesIn = (header: string | null): readonly string[] =>
  (header ?? '').split(',').map((name) => name.trim().toLowerCase());

/** What the documented headers of a preflight's answer lack. */
function lacking(status: number, headers: Headers, origin: string): readonly string[] {
  const missing: string[] = [];
  if (status < 200 || status > 299) missing.push(`OPTIONS is answered with status ${status}`);
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== '*' && allowed !== origin)
    missing.push(
      `Access-Control-Allow-Origin is ${allowed === null ? 'absent' : `“${allowed}”`} (needed: * or ${origin})`,
    );
  const names = namesIn(headers.get('access-control-allow-headers'));
  if (!names.includes('content-type') && !names.includes('*'))
    missing.push(
      'Access-Control-Allow-Headers doesn’t name Content-Type (documented: Origin, X-Requested-With, Content-Type, Accept)',
    );
  const methods = namesIn(headers.get('access-control-allow-methods'));
  if (!methods.includes('post') && !methods.includes('*'))
    missing.push('Access-Control-Allow-Methods doesn’t name POST (documented: POST, OPTIONS)');
  return missing;
}

/**
 * A page only learns that its request failed, not why. So the desktop's server repeats the browser's preflight, and
 * says which of the three headers stand in the way.
 */
export const probeService: Probe = async (url, origin) => {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
  } catch {
    return {
      code: 'unreachable',
      message: `The service at ${new URL(url).origin} can’t be reached. Does it run, and at this address?`,
    };
  }
  const missing = lacking(response.status, response.headers, origin);
  if (missing.length > 0)
    return { code: 'cors', message: `The browser refused the request (CORS): ${missing.join('; ')}.` };
  return {
    code: 'cors',
    message:
      'The browser refused the answer or lost the connection. The preflight is in order, so see whether the answer to ' +
      'POST has Access-Control-Allow-Origin too.',
  };
};
