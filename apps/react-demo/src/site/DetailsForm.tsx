import { useChat } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { Field } from '../shared/Field.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** For who has no time to chat: leaves word with the company. */
export function DetailsForm() {
  const texts = useTexts();
  const { pending, lastError, createCampaignContact } = useChat();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [isSent, setIsSent] = useState(false);
  useErrorNotice(lastError);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    setIsSent(false);
    const { ok } = await createCampaignContact({ name, phone });
    setIsSent(ok);
    if (!ok) return;
    setName('');
    setPhone('');
  };

  return (
    <form
      className="panel site-details"
      aria-label={texts.chat.detailsForm}
      onSubmit={(event) => void submit(event)}
    >
      <h2>{texts.chat.detailsForm}</h2>
      <p className="soft">{texts.chat.detailsLead}</p>
      <Field label={texts.chat.name}>
        <input
          className="input"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={texts.chat.phone}>
        <input
          className="input number"
          type="tel"
          autoComplete="tel"
          required
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Field>
      <button type="submit" className="button" aria-busy={pending}>
        {texts.chat.sendDetails}
      </button>
      <p role="status" className="site-details-said">
        {isSent && texts.chat.detailsSent}
      </p>
    </form>
  );
}
