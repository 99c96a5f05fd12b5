import '@offhook/demo-kit/demo-kit.css';
import './css/desk.css';
import './css/media.css';
import { installIcons } from '@offhook/demo-kit';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { keptSignIn } from './desk/keptSignIn.js';
import { siteAddress } from './desk/siteAddress.js';

installIcons();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app.');

const page = new URL(location.href);
const address = siteAddress(page);

// Without StrictMode, which would make two desks at a start: each is a connection.
createRoot(root).render(
  <App address={address} kept={keptSignIn(address.site)} name={page.searchParams.get('name') ?? ''} />,
);
