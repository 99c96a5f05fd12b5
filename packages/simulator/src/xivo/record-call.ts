import type { ServiceCall } from './ask.js';
import type { XivoSession } from './session.js';

const KEPT = 200;

/** Notes a request of the page, before it goes out. */
export function recordCall(
  session: XivoSession,
  method: ServiceCall['method'],
  url: string,
  body: unknown,
): ServiceCall {
  const record: ServiceCall = { at: session.clock.now(), method, url, status: null, body };
  session.serviceCalls.push(record);
  if (session.serviceCalls.length > KEPT) session.serviceCalls.shift();
  return record;
}
