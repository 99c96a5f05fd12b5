import { html } from 'hono/html';
import type { Markup } from './layout.js';

/** Says what went wrong with a form, at once to who listens. */
export const formError = (text: string | undefined): Markup | '' =>
  text === undefined ? '' : html`<p class="bank-error" role="alert">${text}</p>`;
