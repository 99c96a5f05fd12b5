import {
  panesBy,
  type PaneAsk,
  type PaneDecider,
  type PanePlan,
  type PaneProgram,
  type PanesPort,
} from '@offhook/core';

/** Where a test's panes may be opened. */
const origin = 'https://crm.example';

/** What the panes of a test are to be like. */
export interface FakePanesOptions extends Partial<Omit<PaneDecider, 'decide'>> {
  /** Whether a desktop shell is there that runs programs; `ran` has them. */
  readonly shell?: boolean;
}

/** Decides on panes as the test says. */
export interface FakePanes extends PanesPort {
  /** From now on this is shown for this call, by Offhook's id; a page in a pane unless more is said. */
  show(callId: string, plan?: Partial<PanePlan>): void;
  /** What was asked, in order. */
  readonly asked: readonly PaneAsk[];
  /** The programs that were run, where there is a shell. */
  readonly ran: readonly PaneProgram[];
  /** What every question fails with; nothing unless set. */
  refuses: Error | undefined;
}

/**
 * A panes port for tests of an app or a binding.
 *
 * @example
 * const panes = fakePanes();
 * const phone = createOffhook({ connectors: [line], panes });
 * panes.show('fake:1', { action: 'popup' });
 * line.ring({ id: '1' });
 */
export function fakePanes({ shell = false, ...more }: FakePanesOptions = {}): FakePanes {
  const plans = new Map<string, PanePlan>();
  const asked: PaneAsk[] = [];
  const ran: PaneProgram[] = [];
  const panes: Omit<FakePanes, 'connect'> = {
    origins: [origin],
    ...(shell && { run: (program: PaneProgram) => void ran.push(program) }),
    ...more,
    asked,
    ran,
    refuses: undefined,
    show: (callId, plan = {}) =>
      void plans.set(callId, { action: 'open', url: `${origin}/for/${callId}`, title: 'Customer', ...plan }),
    decide(ask) {
      asked.push(ask);
      if (panes.refuses) throw panes.refuses;
      return plans.get(ask.call.id);
    },
  };
  // The same object, so that a test may change it later.
  return Object.assign(panes, { connect: panesBy(panes).connect });
}
