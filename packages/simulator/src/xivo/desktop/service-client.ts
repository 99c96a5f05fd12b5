/** How a question to the web service ended. */
type Answered =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly contentType: string;
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'network' };

/** Of a longer answer only the beginning is told, which is then no JSON. */
const LONGEST_ANSWER = 250_000;

/**
 * Asks the web service as the vendor's page does: from the browser, with JSON, so that the browser asks for leave
 * first (a CORS preflight). Why a request failed no page may know.
 */
export async function askService(
  { url, body, withinMs }: { readonly url: string; readonly body: string; readonly withinMs: number },
  fetcher: typeof fetch = fetch,
): Promise<Answered> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    const response = await fetcher(url, {
      method: 'POST',
      mode: 'cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body,
      signal,
    });
    const text = (await response.text()).slice(0, LONGEST_ANSWER);
    const contentType = (response.headers.get('content-type') ?? '').slice(0, 1000);
    return { kind: 'answered', status: response.status, contentType, text };
  } catch {
    return { kind: 'failed', reason: signal.aborted ? 'timeout' : 'network' };
  }
}

/** Calls the login URL. The answer is not for this page: whether one came is all that it learns. */
export async function callLoginUrl(url: string, fetcher: typeof fetch = fetch): Promise<boolean> {
  try {
    await fetcher(url, {
      method: 'GET',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(10_000),
    });
    return true;
  } catch {
    return false;
  }
}
