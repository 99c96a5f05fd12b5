import { act, render } from '@testing-library/react';
import type { EntryBody } from '@offhook/livechat';
import { Console } from '../app/Console.js';
import { DeskContext } from '../parts/shared/deskContext.js';
import { ann, begun, bob, shown } from './entries.js';
import { openDesk } from './openDesk.js';

/** The page of an agent, whose server is worked by hand. */
export function renderDesk(own: readonly string[] = []) {
  const open = openDesk(undefined, own);
  open.welcome();
  render(
    <DeskContext value={open.desk}>
      <Console />
    </DeskContext>,
  );
  return {
    ...open,
    /** Shows these chats as the agent's, and these as waiting. */
    shows(own: readonly string[], waiting: readonly string[] = []) {
      act(() =>
        open.tell({
          t: 'desk',
          own: own.map((sid) => shown(sid, { name: sid })),
          waiting: waiting.map((sid, place) =>
            shown(sid, { name: sid, state: 'queued', position: place + 1, agents: [] }),
          ),
          waitingCount: waiting.length,
          agents: [ann, bob],
        }),
      );
    },
    /** The whole log of a chat. */
    log(sid: string, ...rest: readonly EntryBody[]) {
      act(() => open.tell({ t: 'entries', sid, entries: begun(...rest) as never }));
    },
  };
}
