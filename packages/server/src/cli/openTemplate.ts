import { type XivoCall } from '../xivo/xivoCall.js';

const values: Readonly<Record<string, (call: XivoCall) => string | undefined>> = {
  caller: (call) => call.caller,
  callee: (call) => call.callee,
  callId: (call) => call.callDataCallId,
  queue: (call) => call.queue?.name,
  agent: (call) => call.user.fullName,
};

const place = /\{([^{}]*)\}/g;

/**
 * A page's address with places for what is known of a call: `https://crm.example.com/?number={caller}`. What goes into them is
 * encoded, so that a caller can't become another path, query or host.
 *
 * @throws Error when the address is no http or https one, has a place in its origin, or one that there isn't
 * @returns fills the places
 */
export function openTemplate(template: string): (call: XivoCall) => string {
  const unknown = [...template.matchAll(place)].find(([, name = '']) => !Object.hasOwn(values, name));
  if (unknown !== undefined) {
    const known = Object.keys(values).map((name) => `{${name}}`);
    throw new Error(`--open: there is no ${unknown[0]}; there are ${known.join(', ')}.`);
  }
  if (!/^https?:\/\/[^/?#{}]+([/?#]|$)/.test(template) || !URL.canParse(template)) {
    throw new Error('--open: expected an http or https address whose host has no {place} in it.');
  }
  return (call) =>
    template.replace(place, (_, name: string) => encodeURIComponent(values[name]?.(call) ?? ''));
}
