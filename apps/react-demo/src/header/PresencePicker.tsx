import type { Presence } from '@offhook/core';
import { useAgent } from '@offhook/react';
import { useState } from 'react';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

const settable: readonly Presence[] = ['available', 'busy', 'offline'];

/** Shows the agent's presence and sets it, where the vendor can. */
export function PresencePicker() {
  const texts = useTexts();
  const { agent, can, pending, lastError, setPresence } = useAgent();
  const [wanted, setWanted] = useState<Presence>('unknown');
  useErrorNotice(lastError);
  if (!can.setPresence.allowed && can.setPresence.reason === 'not-supported') return null;

  // While the vendor makes up its mind, what was chosen stands; after that, what is so.
  const shown = pending ? wanted : agent.presence;
  const choose = (presence: Presence): void => {
    setWanted(presence);
    void setPresence(presence);
  };
  return (
    <select
      className="select presence"
      aria-label={texts.presence}
      value={shown}
      onChange={(event) => choose(event.target.value as Presence)}
    >
      {!settable.includes(shown) && (
        <option value={shown} hidden>
          {texts.presences[shown]}
        </option>
      )}
      {settable.map((presence) => (
        <option key={presence} value={presence}>
          {texts.presences[presence]}
        </option>
      ))}
    </select>
  );
}
