import {
  createCurrent,
  type Activity,
  type Authorization,
  type Provide,
  type Setting,
  type Settable,
} from '@offhook/core';
import { Subject } from 'rxjs';

/** Somebody asked for a contact's history. */
export interface FakeRequest {
  /** The contact's id. */
  readonly id: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Answers, however late, where `holds` was set. */
  readonly answer: (history: readonly Activity[]) => void;
}

/** What a host provides, for tests: it answers at once, and the test changes what it has. */
export interface FakeProvide extends Provide {
  readonly contacts: NonNullable<Provide['contacts']> & { readonly changes$: Subject<void> };
  readonly activities: NonNullable<Provide['activities']>;
  readonly authorization: NonNullable<Provide['authorization']> & {
    readonly status: Settable<Authorization>;
  };
  readonly settings: NonNullable<Provide['settings']> & { readonly values: Settable<readonly Setting[]> };
  /** Each contact's history. */
  history: readonly Activity[];
  /** Whether requests for a history wait until the test answers them. */
  holds: boolean;
  /** What every handler fails with; nothing unless set. */
  refuses: Error | undefined;
  /** The requests for a history. */
  readonly asked: readonly FakeRequest[];
  /** The activities that were opened. */
  readonly opened: readonly Activity[];
}

/**
 * A host for tests, with a history for each contact, somebody signed in, and one setting.
 *
 * @example
 * const provide = fakeProvide();
 * const phone = createOffhook({ connectors: [line], provide });
 * provide.authorization.status.set({ authorized: false });
 */
export function fakeProvide(): FakeProvide {
  const status = createCurrent<Authorization>({ authorized: true, account: 'kim@example.com' });
  const values = createCurrent<readonly Setting[]>([
    { id: 'pop', name: 'Open the contact', type: 'boolean', value: true },
  ]);
  const asked: FakeRequest[] = [];
  const opened: Activity[] = [];
  const willing =
    <I, T>(handler: (input: I) => T) =>
    (input: I): T => {
      if (provide.refuses) throw provide.refuses;
      return handler(input);
    };
  const provide: FakeProvide = {
    history: [{ id: '1', subject: 'Visit', at: 1_000 }],
    holds: false,
    refuses: undefined,
    asked,
    opened,
    contacts: { changes$: new Subject<void>() },
    activities: {
      list({ id }, { signal }) {
        let answer: FakeRequest['answer'] = () => {};
        const held = new Promise<readonly Activity[]>((done) => (answer = done));
        asked.push({ id, signal, answer });
        if (provide.refuses) throw provide.refuses;
        return provide.holds ? held : provide.history;
      },
      open: willing((activity) => void opened.push(activity)),
    },
    authorization: { status, toggle: willing(({ authorized }) => status.set({ authorized: !authorized })) },
    settings: {
      values,
      change: willing((setting) =>
        values.set(values.value.map((each) => (each.id === setting.id ? setting : each))),
      ),
    },
  };
  return provide;
}
