import { isOffhookError } from '@offhook/core';
import { useOffhook } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { notices } from '../app/page.js';
import { Field } from '../shared/Field.js';
import { Icon } from '../shared/Icon.js';
import { useTexts } from '../shared/useTexts.js';

export function SendMessage() {
  const texts = useTexts();
  const client = useOffhook();
  const [to, setTo] = useState('');
  const [text, setText] = useState('');

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      await client.execute({ type: 'inbox.send', to, text });
      setText('');
    } catch (error) {
      if (isOffhookError(error)) notices.show(error);
    }
  };

  return (
    <form className="send-message" aria-label={texts.sendMessage} onSubmit={(event) => void submit(event)}>
      <Field label={texts.to}>
        <input
          className="input number"
          type="tel"
          required
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </Field>
      <Field label={texts.text}>
        <input className="input" required value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <button type="submit" className="button">
        <Icon name="send" />
        {texts.send}
      </button>
    </form>
  );
}
