import { isOffhookError, OffhookError } from '@offhook/core';

/** The vendor's functions, called so that nothing of theirs but a code comes back. */
export interface VendorApi {
  /** Whether the script has this function. */
  has(name: string): boolean;
  /**
   * Calls one of the vendor's functions, whichever of these names it goes by.
   *
   * @throws OffhookError `not-supported` where there is none; `vendor-error` when it throws
   */
  call(names: string | readonly string[], ...args: readonly unknown[]): unknown;
  /** A plain value of the vendor's object. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

type Functions = Readonly<Record<string, unknown>>;

/** A vendor's own word for what went wrong, if it is one: a whole message may hold secrets. */
function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  const { code } = thrown;
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : undefined;
}

/** What the vendor threw or rejected with, as an error of ours that has no more of it than its code. */
export function vendorFault(name: string, thrown: unknown): OffhookError {
  if (isOffhookError(thrown)) return thrown;
  const vendorCode = codeOf(thrown);
  const why = vendorCode === undefined ? '' : ` (${vendorCode})`;
  return new OffhookError(
    'vendor-error',
    `The chat’s script could not do ${name}${why}. Try again.`,
    vendorCode === undefined ? {} : { vendorCode },
  );
}

/**
 * @param targets the vendor's objects, the one that is meant first: what that has not may be the page-wide one's
 */
export function vendorApi(targets: readonly object[]): VendorApi {
  const find = (names: readonly string[]): [object, (...args: unknown[]) => unknown] | undefined => {
    for (const target of targets) {
      for (const name of names) {
        const member = (target as Functions)[name];
        if (typeof member === 'function') return [target, member as (...args: unknown[]) => unknown];
      }
    }
    return undefined;
  };
  return {
    has: (name) => find([name]) !== undefined,
    call(given, ...args) {
      const names = typeof given === 'string' ? [given] : given;
      const found = find(names);
      const name = names[0] ?? '';
      if (!found) {
        throw new OffhookError(
          'not-supported',
          `The chat’s script has no ${name}. Ask its owner for a newer one.`,
        );
      }
      const [target, member] = found;
      try {
        return member.apply(target, [...args]);
      } catch (thrown) {
        throw vendorFault(name, thrown);
      }
    },
    read: (name) => (targets[0] as Functions | undefined)?.[name],
    write(name, value) {
      const [target] = targets;
      if (target) Reflect.set(target, name, value);
    },
  };
}
