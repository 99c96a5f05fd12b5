import { openServerLine } from '../../page/server-line.js';
import type { FromPage, ToPage } from '../page-protocol.js';
import { desktopPage } from './desktop-page.js';

const page = desktopPage({
  session: new URLSearchParams(location.search).get('session') || 'demo',
  send: (message) => line.send(message),
  open: (url, name, features) => window.open(url, name, features),
  reload: () => location.reload(),
});
const line = openServerLine<FromPage, ToPage>({
  query: {},
  onMessage: page.receive,
  onOnline: page.online,
});

const focused = () => {
  if (document.visibilityState === 'visible') line.send({ kind: 'focus' });
};
window.addEventListener('focus', focused);
window.addEventListener('pointerdown', focused);
document.addEventListener('visibilitychange', focused);
setInterval(page.tick, 250);
