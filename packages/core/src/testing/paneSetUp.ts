import { fakePanes, type FakePanes, type FakePanesOptions } from '@offhook/testing';
import type { Pane } from '../model/pane.js';
import type { PaneAsk } from '../ports/panes.js';
import { settle } from './promises.js';
import { setUp, type SetUp, type SetUpOptions } from './setUp.js';

/** Where panes may be opened in these tests. */
export const crm = 'https://crm.example';

/** A client with panes, and what it told of them. */
export interface PaneSetUp extends SetUp {
  readonly panes: FakePanes;
  /** What was told of panes, such as `opened fake:1`. */
  told(): readonly string[];
  /** The panes that are there, such as `fake:1 open`. */
  there(): readonly string[];
  pane(id?: string): Pane | undefined;
  /** A call comes, and what is shown for it is decided. */
  ring(id?: string): Promise<ReturnType<SetUp['line']['ring']>>;
}

export interface PaneSetUpOptions extends Omit<SetUpOptions, 'panes'> {
  readonly port?: FakePanesOptions;
  /** Decides in place of the fake, and may give whatever a careless port would. */
  readonly decide?: (ask: PaneAsk) => unknown;
}

export function paneSetUp(options: PaneSetUpOptions = {}): PaneSetUp {
  const { port, decide, ...rest } = options;
  const panes = Object.assign(fakePanes(port), decide && { decide });
  const made = setUp({ ...rest, panes });
  const { phone, events, line } = made;
  return {
    ...made,
    panes,
    told: () => events.flatMap((event) => ('pane' in event ? `${event.type.slice(5)} ${event.pane.id}` : [])),
    there: () => phone.panes.all.value.map(({ id, state }) => `${id} ${state}`),
    pane: (id = 'fake:1') => phone.panes.get(id).value,
    async ring(id = '1') {
      const call = line.ring({ id });
      await settle();
      return call;
    },
  };
}
