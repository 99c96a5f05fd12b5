import { logStateText, shownNote } from '@offhook/demo-kit';
import { useCall, useCallLog } from '@offhook/react';
import type { SubmitEvent } from 'react';
import { drafts } from '../app/desk.js';
import { Field } from '../shared/Field.js';
import { Icon } from '../shared/Icon.js';
import { Panel } from '../shared/Panel.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { useCallDraft } from './useCallDraft.js';

/** What the host's own system is to keep of the call in focus, or of the last one. */
export function CallLogPanel() {
  const texts = useTexts();
  // By its id: what is saved for one call shows at no other.
  const { call } = useCall();
  const callLog = useCallLog(call?.id);
  const { log, lastError } = callLog;
  const draft = useCallDraft(call?.id);
  useErrorNotice(lastError);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (call !== undefined) void drafts.save(call.id, callLog);
  };

  return (
    <Panel title={texts.callLog} region>
      <form onSubmit={submit}>
        <Field label={texts.note}>
          <textarea
            className="input call-log-note"
            placeholder={call === undefined ? texts.noteWithoutCall : texts.noteHint}
            disabled={call === undefined}
            value={shownNote(draft, log)}
            onChange={(event) => call !== undefined && drafts.write(call.id, event.target.value)}
          />
        </Field>
        <div className="call-log-end">
          <p className="log-state" role="status" aria-label={texts.logStateLabel} data-status={log.status}>
            {logStateText(callLog, texts)}
          </p>
          <button type="submit" className="button" disabled={call === undefined}>
            <Icon name="save" />
            {texts.save}
          </button>
        </div>
      </form>
    </Panel>
  );
}
