import {
  addressesFor,
  createLanguage,
  createNotices,
  createRouter,
  createTheme,
  readSession,
  withSession,
} from '@offhook/demo-kit';

// What there is one of on the page, made outside the component tree. A Current is a store: `$texts`, `$path`.
export const session = readSession(location);
export const addresses = addressesFor(location, session);
export const router = createRouter({ base: '/svelte/', toHref: (path) => withSession(path, session) });
export const language = createLanguage();
export const { texts } = language;
export const theme = createTheme();
export const notices = createNotices();
