import { html } from 'hono/html';
import { formError } from './formError.js';
import { layout, type Markup } from './layout.js';

export interface LoginForm {
  readonly formToken: string;
  readonly error?: string | undefined;
}

/** The first step: who it is, and the password. */
export const loginPage = ({ formToken, error }: LoginForm): Markup =>
  layout({
    title: 'Sign in',
    main: html`<section class="panel bank-login">
      <p class="bank-step">Step 1 of 2</p>
      <h1>Sign in</h1>
      ${formError(error)}
      <form class="bank-form" method="post" action="/login">
        <input type="hidden" name="formToken" value="${formToken}" />
        <label class="field"
          ><span>Customer number</span
          ><input
            class="input number"
            name="number"
            inputmode="numeric"
            autocomplete="username"
            maxlength="8"
            required
        /></label>
        <label class="field"
          ><span>Password</span
          ><input
            class="input"
            type="password"
            name="password"
            autocomplete="current-password"
            maxlength="200"
            required
        /></label>
        <button class="button button-primary" type="submit">Continue</button>
      </form>
    </section>`,
  });
