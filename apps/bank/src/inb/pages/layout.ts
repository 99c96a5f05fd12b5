import { html } from 'hono/html';

export type Markup = ReturnType<typeof html>;

/** What stands around each page. */
export interface Layout {
  readonly title: string;
  readonly main: Markup;
  /** At the end of the head line. */
  readonly aside?: Markup;
  /** Only the account page has one. */
  readonly script?: string;
}

export const layout = ({ title, main, aside, script }: Layout): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Harbour Bank</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/bank.css" />
        ${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <div class="page bank">
          <header class="header">
            <a class="brand" href="/account"
              ><img class="bank-mark" src="/icon.svg" alt="" width="28" height="28" />Harbour Bank</a
            >
            ${aside === undefined ? '' : html`<div class="header-controls">${aside}</div>`}
          </header>
          <main class="bank-main">${main}</main>
          <footer class="bank-foot">
            A demonstration bank of the Offhook live chat. No real accounts, no real money.
          </footer>
        </div>
      </body>
    </html>`;
