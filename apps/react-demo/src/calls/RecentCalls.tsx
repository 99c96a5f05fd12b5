import { formatDuration, isoDuration, partyName } from '@offhook/demo-kit';
import { useRecentCalls } from '@offhook/react';
import { Icon } from '../shared/Icon.js';
import { Panel } from '../shared/Panel.js';
import { useTexts } from '../shared/useTexts.js';

export function RecentCalls() {
  const texts = useTexts();
  const calls = useRecentCalls();
  return (
    <Panel title={texts.recentCalls}>
      <div className="list-body recent-calls-body">
        <ul role="list" aria-label={texts.recentCalls} tabIndex={calls.length > 0 ? 0 : undefined}>
          {calls.map(({ id, remote, match, direction, endReason = 'unknown', durations }) => (
            <li key={id} className="recent-call" data-reason={endReason}>
              <Icon name={direction} />
              <span className="who-name clip">{partyName(remote, match, texts.unknownCaller)}</span>{' '}
              <span className="how">
                {texts.direction[direction]} · {texts.endReason[endReason]}
              </span>{' '}
              <time className="length" dateTime={isoDuration(durations.talkMs)}>
                {formatDuration(durations.talkMs)}
              </time>
            </li>
          ))}
        </ul>
        {calls.length === 0 && <p className="empty">{texts.noRecentCalls}</p>}
      </div>
    </Panel>
  );
}
