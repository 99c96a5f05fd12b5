import { isOffhookError } from '@offhook/core';
import { useOffhook } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { notices } from '../app/page.js';
import { Field } from '../shared/Field.js';
import { useTexts } from '../shared/useTexts.js';

/** Opens a conversation in the vendor's widget. */
export function ConversationForm() {
  const texts = useTexts();
  const client = useOffhook();
  const [uri, setUri] = useState('');

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      await client.execute({ type: 'conversation.open', uri });
    } catch (error) {
      if (isOffhookError(error)) notices.show(error);
    }
  };

  return (
    <form className="panel" aria-label={texts.openConversation} onSubmit={(event) => void submit(event)}>
      <h2 className="panel-title">{texts.openConversation}</h2>
      <div className="form-row">
        <Field label={texts.conversation}>
          <input
            className="input"
            placeholder={texts.conversationHint}
            value={uri}
            onChange={(event) => setUri(event.target.value)}
          />
        </Field>
        <button type="submit" className="button">
          {texts.open}
        </button>
      </div>
    </form>
  );
}
