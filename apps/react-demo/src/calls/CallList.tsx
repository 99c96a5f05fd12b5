import { useCallIds } from '@offhook/react';
import { addresses } from '../app/page.js';
import { Icon } from '../shared/Icon.js';
import { Panel } from '../shared/Panel.js';
import { useTexts } from '../shared/useTexts.js';
import { CallCard } from './CallCard.js';

export function CallList() {
  const texts = useTexts();
  const ids = useCallIds();
  return (
    <Panel title={texts.calls}>
      <div className="calls-body">
        <ul id="calls" className="calls" role="list" aria-label={texts.calls} tabIndex={-1}>
          {ids.map((id) => (
            <CallCard key={id} id={id} />
          ))}
        </ul>
        {ids.length === 0 && (
          <p className="empty empty-roomy">
            <Icon name="simulator" />
            {texts.noCalls}
            <a href={addresses.board} target="_blank" rel="noreferrer">
              {texts.ringFromBoard}
            </a>
          </p>
        )}
      </div>
    </Panel>
  );
}
