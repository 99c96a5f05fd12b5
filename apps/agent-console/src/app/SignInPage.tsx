import { useState, type SubmitEvent } from 'react';
import type { SiteAddress } from '../desk/siteAddress.js';
import { signIn, type SignedIn } from '../desk/signIn.js';
import { ThemePicker } from '../parts/header/ThemePicker.js';
import { Field } from '../parts/shared/Field.js';
import { Icon } from '../parts/shared/Icon.js';

interface SignInPageProps {
  readonly address: SiteAddress;
  /** Why the agent is here again. */
  readonly reason?: string | undefined;
  /** A name to begin with. */
  readonly name: string;
  readonly onSignedIn: (signedIn: SignedIn) => void;
}

/** Asks who it is. The password goes to the server, and is kept nowhere. */
export function SignInPage({ address, reason, name: given, onSignedIn }: SignInPageProps) {
  const [name, setName] = useState(given);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState(reason);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await signIn(address, name.trim(), password);
    setBusy(false);
    if ('token' in answer) onSignedIn(answer);
    else setProblem(answer.problem);
  };

  return (
    <div className="page desk-sign-in">
      <header className="header">
        <span className="brand">
          <span className="brand-mark">
            <Icon name="chat" />
          </span>
          Agent desk
        </span>
        <div className="header-controls">
          <ThemePicker />
        </div>
      </header>
      <main>
        <form className="panel sign-in" aria-label="Sign in" onSubmit={(event) => void submit(event)}>
          <h1 className="dialog-title">Sign in</h1>
          {address.site !== undefined && <p className="soft">Site: {address.site}</p>}
          <Field label="User">
            <input
              className="input"
              autoComplete="username"
              autoFocus
              required
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </Field>
          <Field label="Password">
            <input
              className="input"
              type="password"
              autoComplete="current-password"
              required
              maxLength={200}
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </Field>
          <p className="sign-in-problem" role="alert">
            {problem}
          </p>
          <button type="submit" className="button button-primary" aria-busy={busy}>
            Sign in
          </button>
        </form>
      </main>
    </div>
  );
}
