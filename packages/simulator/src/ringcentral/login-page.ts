import type { Hono } from 'hono';
import { html } from 'hono/html';
import { signIn } from './login.js';
import type { Sessions } from './sessions.js';

/** The page that `rc-login-popup-notify` points to: one button that signs the simulated user in. */
export function loginPage(app: Hono, sessions: Sessions, policy: string): void {
  const page = (title: string, content: unknown) =>
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}: Simulator</title>
          <link rel="stylesheet" href="/app.css" />
        </head>
        <body class="login-page">
          <main>
            <h1>${title}</h1>
            <p>This is the simulator's login page. No account is needed.</p>
            ${content}
          </main>
        </body>
      </html>`;

  app.get('/login', (context) => {
    const session = context.req.query('session') ?? 'demo';
    context.header('Content-Security-Policy', policy);
    return context.html(
      page(
        'Sign in',
        html`<form method="post" action="/login">
          <input type="hidden" name="session" value="${session}" />
          <button class="primary">Sign in</button>
        </form>`,
      ),
    );
  });
  app.post('/login', async (context) => {
    const { session } = await context.req.parseBody();
    signIn(sessions.get(typeof session === 'string' && session !== '' ? session : 'demo'));
    context.header('Content-Security-Policy', policy);
    return context.html(page('Signed in', html`<p>You can close this window.</p>`));
  });
}
