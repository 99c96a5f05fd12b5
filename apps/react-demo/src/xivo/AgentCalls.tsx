import { agentCallDetail, partyName } from '@offhook/demo-kit';
import { useCalls } from '@offhook/react';
import { Avatar } from '../shared/Avatar.js';
import { Panel } from '../shared/Panel.js';
import { useTexts } from '../shared/useTexts.js';

/** The calls that the agents' desktops asked the service about. They are worked there, not here. */
export function AgentCalls() {
  const texts = useTexts();
  const calls = useCalls();
  return (
    <Panel title={texts.calls}>
      <div className="list-body agent-calls-body">
        <ul role="list" aria-label={texts.calls} tabIndex={calls.length > 0 ? 0 : undefined}>
          {calls.map((call) => {
            const name = partyName(call.remote, call.match, texts.unknownCaller);
            return (
              <li key={call.id} className="agent-call" data-state={call.state} aria-label={name}>
                <Avatar name={name} />
                <span className="who-name clip">{name}</span>{' '}
                <span className="how clip">{agentCallDetail(call)}</span>{' '}
                <span className="pill">{texts.callState[call.state]}</span>
              </li>
            );
          })}
        </ul>
        {calls.length === 0 && <p className="empty">{texts.noAgentCalls}</p>}
      </div>
    </Panel>
  );
}
