import { html } from 'hono/html';
import type { Customer } from '../customers.js';
import { layout, type Markup } from './layout.js';

export interface AccountPage {
  readonly customer: Customer;
  readonly formToken: string;
  /** The origin of the chat's proxy. */
  readonly chat: string;
}

const money = new Intl.NumberFormat('en-SG', { style: 'currency', currency: 'SGD' });

const row = ({ name, number, balance }: Customer['accounts'][number]): Markup =>
  html`<tr>
    <th scope="row">${name}<span class="soft number">${number}</span></th>
    <td class="number">${money.format(balance)}</td>
  </tr>`;

/** What a customer sees who is logged in. The chat's script isn't in it: it comes when they ask for the chat (T-201). */
export const accountPage = ({ customer, formToken, chat }: AccountPage): Markup =>
  layout({
    title: 'Your accounts',
    script: '/assets/account.js',
    aside: html`<span class="header-control">${customer.name}</span>
      <form method="post" action="/logout">
        <input type="hidden" name="formToken" value="${formToken}" />
        <button class="button" type="submit">Sign out</button>
      </form>`,
    main: html`<div class="bank-account">
        <h1>Good day, ${customer.name}</h1>
        <section class="panel" aria-labelledby="accounts">
          <h2 class="bank-panel-title" id="accounts">Your accounts</h2>
          <table class="bank-table">
            <thead class="visually-hidden">
              <tr>
                <th scope="col">Account</th>
                <th scope="col">Balance</th>
              </tr>
            </thead>
            <tbody>
              ${customer.accounts.map(row)}
            </tbody>
          </table>
        </section>
        <section class="panel" aria-labelledby="help">
          <h2 class="bank-panel-title" id="help">Talk to us</h2>
          <p class="soft">
            You are signed in, so that we know who writes. What you tell us stays between you and the bank.
          </p>
          <p>
            <button
              class="button button-primary"
              type="button"
              id="chat-open"
              aria-expanded="false"
              data-chat="${chat}"
              data-form-token="${formToken}"
            >
              Chat with us
            </button>
            <span class="bank-chat-said soft" id="chat-said" role="status"></span>
          </p>
        </section>
      </div>
      <div id="chat-place"></div>`,
  });
