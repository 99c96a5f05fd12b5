import { createNumberBox, type FindContacts } from '@offhook/demo-kit';
import { useDialer } from '@offhook/react';
import { useId, useState, type SubmitEvent } from 'react';
import { Icon } from '../shared/Icon.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { NumberBox } from './NumberBox.js';
import { NumberField } from './NumberField.js';

export function Dialer({ suggest }: { readonly suggest?: FindContacts | undefined }) {
  const texts = useTexts();
  const { can, lastError, dial } = useDialer();
  const [box] = useState(() => createNumberBox(suggest ?? []));
  const reasonId = useId();
  useErrorNotice(lastError);
  const never =
    !can.allowed && can.reason === 'not-supported' ? texts.reason(can.reason, can.text) : undefined;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    box.close();
    const { ok } = await dial(box.state.value.text);
    if (ok) box.type('');
  };

  return (
    <form className="panel" aria-label={texts.dialer} onSubmit={(event) => void submit(event)}>
      <h2 className="panel-title">{texts.dialer}</h2>
      <div className="dialer-row">
        {suggest === undefined ? <NumberField box={box} /> : <NumberBox box={box} />}
        <button
          type="submit"
          className="button button-primary"
          disabled={never !== undefined}
          aria-describedby={never === undefined ? undefined : reasonId}
          title={never}
        >
          <Icon name="dial" />
          {texts.dial}
        </button>
      </div>
      {never !== undefined && (
        <span id={reasonId} hidden>
          {never}
        </span>
      )}
    </form>
  );
}
