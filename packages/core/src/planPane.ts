import { paneUrl, programUrl } from './channel/paneUrl.js';
import { merge } from './fold/same.js';
import { OffhookError } from './model/error.js';
import type { Pane } from './model/pane.js';
import type { PanePlan, PaneDecider } from './ports/panes.js';

/** Whether it is a plan: a port may hand on what a web service said. */
function isPlan(plan: PanePlan): boolean {
  const { action, on = 'ringing', url, title = '', args = [] } = plan as Partial<PanePlan>;
  return (
    /^(open|popup|run)$/.test(String(action)) &&
    /^(ringing|active|ended)$/.test(on) &&
    Array.isArray(args) &&
    [url, title, ...(args as readonly unknown[])].every((each) => typeof each === 'string')
  );
}

/**
 * The pane that a plan makes: it waits for its moment, or is refused.
 *
 * @throws OffhookError `invalid-argument` for what is no plan.
 */
export function planPane(
  callId: string,
  plan: PanePlan,
  { base, run }: Pick<PaneDecider, 'base' | 'run'>,
  origins: readonly string[],
): Pane {
  if (!isPlan(plan))
    throw new OffhookError('invalid-argument', 'Give a pane an action, an address and texts.');
  const { action, on = 'ringing', url, title, autoPause, newTabEachTime, args, trusted = false } = plan;
  const isRun = action === 'run';
  const checked = isRun ? programUrl(url) : paneUrl(url, base, origins);
  const reason = isRun && run === undefined ? 'Only a desktop shell can run programs.' : checked.refused;
  const pane: Pane = {
    id: callId,
    callId,
    action,
    on,
    url: checked.url ?? url,
    state: reason === undefined ? 'waiting' : 'refused',
    trusted,
  };
  return merge(pane, {
    title,
    reason,
    autoPause: autoPause === true ? {} : autoPause || undefined,
    newTabEachTime,
    args,
  });
}
