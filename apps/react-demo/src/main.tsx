import '@offhook/demo-kit/demo-kit.css';
import { installIcons } from '@offhook/demo-kit';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';

installIcons();

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app.');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
