import type { Mode } from './events.js';

/** A function's argument by what it means. */
type Parameter =
  'msg' | 'type' | 'obj' | 'state' | 'details' | 'bot' | 'clientId' | 'reason' | 'contact' | 'sid' | 'id';

/** The functions whose arguments differ with the mode (rows T-188, T-189, T-192, P-25), in order. */
export const functionShapes = {
  Start: { single: ['details', 'bot'], multi: ['details', 'bot', 'clientId'] },
  SendMessage: { single: ['msg', 'id'], multi: ['msg', 'sid', 'id'] },
  SendAppMessage: { single: ['type', 'obj', 'id'], multi: ['type', 'obj', 'sid', 'id'] },
  NotifyTypingStateChange: { single: ['state'], multi: ['state', 'sid'] },
  End: { single: ['reason'], multi: ['reason', 'sid'] },
  Close: { single: [], multi: ['sid'] },
  RequestCallback: { single: ['contact'], multi: ['contact', 'sid'] },
} as const satisfies Record<string, Record<Mode, readonly Parameter[]>>;

/** The arguments of a call, by their names. */
export function named(
  name: keyof typeof functionShapes,
  mode: Mode,
  args: readonly unknown[],
): Readonly<Partial<Record<Parameter, unknown>>> {
  return Object.fromEntries(functionShapes[name][mode].map((parameter, index) => [parameter, args[index]]));
}

/** An id as an app may give it: numbers too. Undefined when it gave none. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** What an app gave, as text; undefined stays so (P-27). */
export function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'undefined':
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      try {
        return JSON.stringify(value);
      } catch {
        return Object.prototype.toString.call(value);
      }
    case 'function':
    case 'symbol':
      return typeof value;
  }
}
