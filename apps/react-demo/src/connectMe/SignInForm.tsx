import { useAgent } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { Field } from '../shared/Field.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** Signs the agent in at the vendor. The password is given on, and kept nowhere. */
export function SignInForm() {
  const texts = useTexts();
  const { pending, lastError, signIn } = useAgent();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  useErrorNotice(lastError);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setPassword('');
    void signIn({ username, password });
  };

  return (
    <form className="panel sign-in" aria-label={texts.signInForm} onSubmit={submit}>
      <h2 className="panel-title">{texts.signInForm}</h2>
      <Field label={texts.user}>
        <input
          className="input"
          autoComplete="username"
          required
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </Field>
      <Field label={texts.password}>
        <input
          className="input"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <button type="submit" className="button button-primary" disabled={pending}>
        {texts.signIn}
      </button>
    </form>
  );
}
