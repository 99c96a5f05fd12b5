import { same } from '../fold/same.js';
import type { CommandResult, Command } from '../model/command.js';
import { asOffhookError, OffhookError } from '../model/error.js';
import type { Offhook } from '../client.js';
import { createCurrent } from '../stream/state.js';
import type { Current } from '../stream/current.js';

/** How a control ended. Controls never reject, so that `onClick={answer}` is safe. */
export type Outcome<R = CommandResult> =
  { readonly ok: true; readonly result: R } | { readonly ok: false; readonly error: OffhookError };

/** What every set of controls tells beside its own state. */
export interface ControlStatus {
  /** Whether a command given here is under way. */
  readonly pending: boolean;
  /** Why the last command failed; gone with the next one. */
  readonly lastError: OffhookError | undefined;
}

export interface Runner {
  readonly status: Current<ControlStatus>;
  run(command: Command | undefined): Promise<Outcome>;
  /** The same for what is no command. */
  attempt<R>(work: () => R | PromiseLike<R>): Promise<Outcome<R>>;
}

const idle: ControlStatus = { pending: false, lastError: undefined };

/** Gives commands, keeps count of those under way, and remembers the last error. */
export function createRunner(client: Offhook): Runner {
  const status = createCurrent(idle);
  let underWay = 0;

  async function attempt<R>(work: () => R | PromiseLike<R>): Promise<Outcome<R>> {
    underWay += 1;
    status.set({ pending: true, lastError: undefined });
    let outcome: Outcome<R>;
    try {
      outcome = { ok: true, result: await work() };
    } catch (error) {
      outcome = { ok: false, error: asOffhookError(error) };
    }
    underWay -= 1;
    const lastError = outcome.ok ? status.value.lastError : outcome.error;
    status.set(underWay === 0 && lastError === undefined ? idle : { pending: underWay > 0, lastError });
    return outcome;
  }

  const run = (command: Command | undefined): Promise<Outcome> =>
    attempt(() => {
      if (command === undefined) throw new OffhookError('invalid-state', 'There is no call to do this with.');
      return client.execute(command);
    });

  return { status, run, attempt };
}

/** Whether two states of controls are the same for whoever shows them. */
export const sameState = <S extends ControlStatus>(a: S, b: S): boolean =>
  (Object.keys(a) as (keyof S)[]).every((key) =>
    // What can be done is worked out anew now and then; all else is kept by reference.
    key === 'can' ? same(a[key], b[key]) : Object.is(a[key], b[key]),
  );
