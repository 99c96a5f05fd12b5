import { useId, useState } from 'react';
import type { AgentRef } from '@offhook/livechat';
import { Dialog } from '../shared/Dialog.js';
import { useDesk } from '../shared/deskContext.js';
import { nextPlace } from '../shared/nextPlace.js';

interface PassDialogProps {
  readonly how: 'transfer' | 'invite';
  readonly sid: string;
  readonly customer: string;
  /** Who can come in. */
  readonly agents: readonly AgentRef[];
  readonly onClose: () => void;
}

const words = {
  transfer: { title: 'Transfer', lead: 'takes over, and you leave the chat.' },
  invite: { title: 'Invite', lead: 'joins the chat, and you stay in it.' },
} as const;

/** Chooses an agent who is signed in: arrow keys in the list, Enter does it. */
export function PassDialog({ how, sid, customer, agents, onClose }: PassDialogProps) {
  const desk = useDesk();
  const listId = useId();
  const [chosen, setChosen] = useState(agents[0]?.id);
  const place = Math.max(
    0,
    agents.findIndex(({ id }) => id === chosen),
  );
  const agent = agents[place];
  const { title, lead } = words[how];
  const pass = async (): Promise<boolean> => agent !== undefined && (await desk.pass(how, sid, agent.id));
  return (
    <Dialog
      title={title}
      lead={
        agent === undefined ? 'No other agent is signed in.' : `${agent.name} ${lead} Customer: ${customer}.`
      }
      action={agent === undefined ? undefined : title}
      onClose={onClose}
      onSubmit={pass}
    >
      {agent !== undefined && (
        <ul
          role="listbox"
          className="options"
          aria-label="Agents"
          tabIndex={0}
          aria-activedescendant={`${listId}-${place}`}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              event.currentTarget.closest('form')?.requestSubmit();
              return;
            }
            const to = nextPlace(event.key, place, agents.length);
            if (to === undefined) return;
            event.preventDefault();
            setChosen(agents[to]?.id);
          }}
        >
          {agents.map(({ id, name }, at) => (
            <li
              key={id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={id === agent.id}
              className="option"
              onClick={() => setChosen(id)}
            >
              <span className="option-name clip">{name}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
