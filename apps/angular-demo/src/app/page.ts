import {
  addressesFor,
  createLanguage,
  createNotices,
  createRouter,
  createTheme,
  readSession,
  withSession,
} from '@offhook/demo-kit';

// What there is one of on the page, made outside the component tree.
export const session = readSession(location);
export const addresses = addressesFor(location, session);
export const router = createRouter({ base: '/angular/', toHref: (path) => withSession(path, session) });
export const language = createLanguage();
export const theme = createTheme();
export const notices = createNotices();
