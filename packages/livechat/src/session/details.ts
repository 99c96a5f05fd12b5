import { object } from '../link/read.js';

/** Local time as the documented class writes it: without zeros in front (row T-48). The server never trusts it. */
function clientTime(at: Date): string {
  return `${at.getHours()}:${at.getMinutes()}:${at.getSeconds()}:${at.getMilliseconds()}`;
}

/**
 * What the documented `ToString` adds to the details of a session (rows T-44 to T-49), with two of its faults mended: a
 * captcha text that is there stays, and the virtual assistant's id is taken from the customer's details, where it is.
 */
export function completed(given: object, at: Date): Record<string, unknown> {
  const details: Readonly<Record<string, unknown>> = { ...given };
  return {
    ...details,
    lib: details.lib ?? 'web',
    comm_path: details.comm_path ?? 'sg_pweb',
    vachatid: details.vachatid ?? object(details.eCustDetails)?.pKaiSid,
    enable_autocb: details.enable_autocb ?? false,
    pClientTime: details.pClientTime ?? clientTime(at),
    eEnteredCaptcha: details.eEnteredCaptcha ?? '',
  };
}

/**
 * What `Start` was given, as it goes to the server (row T-51): a string as it is, encrypted or JSON; an object of session
 * details completed; an object of customer details wrapped into such a one.
 */
export function startDetails(given: unknown, at: Date): unknown {
  const details = object(given);
  if (details === undefined) return given ?? null;
  return completed('eCustDetails' in details ? details : { eCustDetails: details }, at);
}
