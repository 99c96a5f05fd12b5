import { html } from 'hono/html';
import { formError } from './formError.js';
import { layout, type Markup } from './layout.js';
import type { LoginForm } from './loginPage.js';

/** The second step: the code that the customer's authenticator shows now. */
export const codePage = ({ formToken, error }: LoginForm): Markup =>
  layout({
    title: 'One-time code',
    main: html`<section class="panel bank-login">
      <p class="bank-step">Step 2 of 2</p>
      <h1>One-time code</h1>
      ${formError(error)}
      <form class="bank-form" method="post" action="/login/code">
        <input type="hidden" name="formToken" value="${formToken}" />
        <label class="field"
          ><span>Six digits from your authenticator app</span
          ><input
            class="input number"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            pattern="[0-9]{6}"
            maxlength="6"
            required
        /></label>
        <button class="button button-primary" type="submit">Sign in</button>
      </form>
      <p class="soft">A code is good once. <a href="/login">Start again</a></p>
    </section>`,
  });
