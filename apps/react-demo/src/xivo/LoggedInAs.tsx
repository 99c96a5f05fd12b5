import { useAgent } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** Who logged in at the agents' desktop last, as its login URL told. */
export function LoggedInAs() {
  const texts = useTexts();
  const { login } = useAgent().agent;
  return (
    <p className="logged-in">
      <span className="soft">{texts.loggedInAs}</span>
      <strong role="status" aria-label={texts.loggedInAs}>
        {login ?? texts.nobodyLoggedIn}
      </strong>
    </p>
  );
}
