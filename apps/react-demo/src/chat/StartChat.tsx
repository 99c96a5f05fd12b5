import { botHistory, shownOutsideForm, type BotLine } from '@offhook/demo-kit';
import { useCaptcha, useChat, useCurrent } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { language } from '../app/page.js';
import { Field } from '../shared/Field.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { CaptchaField } from './CaptchaField.js';

interface StartChatProps {
  readonly chatId?: string | undefined;
  readonly clientId?: string | undefined;
  /** What was said before, for the agent. */
  readonly talk: readonly BotLine[];
}

/** Says who the customer is and what it is about, and begins the chat. */
export function StartChat({ chatId, clientId, talk }: StartChatProps) {
  const texts = useTexts();
  const locale = useCurrent(language.choice);
  const { chat, pending, lastError, start } = useChat(chatId);
  const { captcha } = useCaptcha(chatId);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [topic, setTopic] = useState('');
  const [typed, setTyped] = useState('');
  useErrorNotice(shownOutsideForm(lastError));

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (pending) return;
    setTyped('');
    void start({
      customer: { name, email, topic, language: locale, channel: 'web' },
      ...(captcha !== undefined && { captcha: typed }),
      ...(talk.length > 0 && { botHistory: botHistory(talk) }),
      ...(clientId !== undefined && { clientId }),
    });
  };

  return (
    <form
      className="chat-start"
      aria-label={texts.chat.startForm}
      data-focus-next="[data-chat-focus]"
      onSubmit={submit}
    >
      <p className="soft">{chat?.state === 'ended' ? texts.chat.startAgain : texts.chat.startLead}</p>
      <div className="chat-start-pair">
        <Field label={texts.chat.name}>
          <input
            className="input"
            data-chat-focus
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={texts.chat.email}>
          <input
            className="input"
            type="email"
            autoComplete="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
      </div>
      <Field label={texts.chat.topic}>
        <input className="input" value={topic} onChange={(event) => setTopic(event.target.value)} />
      </Field>
      <CaptchaField chatId={chatId} typed={typed} onType={setTyped} />
      <button type="submit" className="button button-primary" aria-busy={pending}>
        {texts.chat.start}
      </button>
    </form>
  );
}
