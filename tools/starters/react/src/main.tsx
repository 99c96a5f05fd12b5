import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OffhookProvider } from '@offhook/react';
import { phone } from './phone.js';
import { Phone } from './QuickStart.js';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <OffhookProvider client={phone}>
      <Phone />
    </OffhookProvider>
  </StrictMode>,
);
