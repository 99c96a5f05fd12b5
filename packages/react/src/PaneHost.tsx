import { useId, useMemo, type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode } from 'react';
import {
  paneLabels,
  paneTabs,
  paneTitle,
  type Offhook,
  type PaneLabels,
  type PaneTabs,
  type PaneTabsState,
} from '@offhook/core';
import { LeavingDiv } from './LeavingDiv.js';
import { paneElementIds } from './paneElementIds.js';
import { PanePlace } from './PanePlace.js';
import { useCurrent } from './useCurrent.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useOffhook } from './useOffhook.js';

/** The props of `PaneHost`: those of a `div`, and what it says. */
export interface PaneHostProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** In the page's own language; English where left out. */
  readonly labels?: Partial<PaneLabels> | undefined;
}

/**
 * Where the pages that calls bring up are shown: a tab for each, all of them alive while one is in sight, and a button
 * for each popup that the browser blocked. Bare elements whose look is yours, in a `div` that is there while there is
 * something to show.
 *
 * @example <PaneHost className="panes" />
 * @example <PaneHost labels={{ close: 'Schließen' }} />
 */
export function PaneHost({ labels, ...props }: PaneHostProps): ReactNode {
  const client = useOffhook();
  const control = useMemo(() => paneTabs(client), [client]);
  const state = useCurrent(control.state);
  if (state.tabs.length === 0 && state.blocked.length === 0) return null;
  return (
    <div {...props}>
      <Panes client={client} control={control} state={state} says={{ ...paneLabels, ...labels }} />
    </div>
  );
}

interface PanesProps {
  readonly client: Offhook;
  readonly control: PaneTabs;
  readonly state: PaneTabsState;
  readonly says: PaneLabels;
}

function Panes({ client, control, state: { tabs, selected, blocked }, says }: PanesProps): ReactNode {
  const { list, leaves } = useKeptFocus();
  const host = useId();
  const idsOf = (id: string): ReturnType<typeof paneElementIds> => paneElementIds(host, id);

  function press(event: KeyboardEvent<HTMLElement>): void {
    // With one of these it is the browser's: Alt and an arrow go back in its history.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = control.selectByKey(event.key);
    if (id === undefined) return;
    event.preventDefault();
    const { tab } = idsOf(id);
    for (const each of event.currentTarget.querySelectorAll('button')) if (each.id === tab) each.focus();
  }

  return (
    <>
      {tabs.length > 0 && (
        <div role="tablist" aria-label={says.panes} ref={list} onKeyDown={press}>
          {tabs.map((pane) => (
            <button
              key={pane.id}
              type="button"
              role="tab"
              id={idsOf(pane.id).tab}
              aria-selected={pane.id === selected}
              aria-controls={idsOf(pane.id).panel}
              tabIndex={pane.id === selected ? 0 : -1}
              onClick={() => control.select(pane.id)}
            >
              {paneTitle(pane)}
            </button>
          ))}
        </div>
      )}
      {tabs.map(({ id, action }) => (
        <LeavingDiv
          key={id}
          role="tabpanel"
          id={idsOf(id).panel}
          aria-labelledby={idsOf(id).tab}
          hidden={id !== selected}
          leaves={leaves}
        >
          {action === 'popup' ? <p>{says.popup}</p> : <PanePlace client={client} id={id} />}
          <button type="button" onClick={() => control.close(id)}>
            {says.close}
          </button>
        </LeavingDiv>
      ))}
      {blocked.map((pane) => (
        <LeavingDiv key={pane.id} role="alert" leaves={leaves}>
          <p>{paneTitle(pane)}</p>
          <button type="button" onClick={() => control.open(pane.id)}>
            {says.open}
          </button>
        </LeavingDiv>
      ))}
    </>
  );
}
