import type { Call } from './model/call.js';
import type { PaneMoment } from './model/pane.js';
import { panesBy, type PanesPort } from './panes.js';
import type { PaneDecider, PanePlan } from './ports/panes.js';

/** Which page is shown for which calls. */
export interface PaneRule {
  readonly on: PaneMoment;
  /** For which calls; for all unless given. */
  readonly when?: (call: Call) => boolean;
  /** What is shown; with `undefined` the next rule is asked. */
  readonly pane: (call: Call) => Omit<PanePlan, 'on'> | undefined;
}

/** The rules, and where what they show may come from. */
export interface PaneRulesOptions extends Omit<PaneDecider, 'decide'> {
  readonly rules: readonly PaneRule[];
}

/**
 * Panes by rule: of those for a moment, the first that fits a call wins.
 *
 * @example
 * const panes = paneRules({
 *   origins: ['https://crm.example'],
 *   rules: [{ on: 'active', pane: ({ remote }) => ({ action: 'open', url: `https://crm.example/find?number=${remote.number}` }) }],
 * });
 */
export function paneRules({ rules, ...where }: PaneRulesOptions): PanesPort {
  return panesBy({
    ...where,
    decide({ call, moment }) {
      for (const { on, when, pane } of rules) {
        const plan = on === moment && when?.(call) !== false ? pane(call) : undefined;
        if (plan !== undefined) return { ...plan, on };
      }
      return undefined;
    },
  });
}
