import '@offhook/demo-kit/demo-kit.css';
import {
  addressesFor,
  createTheme,
  demoApps,
  installIcons,
  readSession,
  vendorPages,
  withSession,
} from '@offhook/demo-kit';
import { appCard } from './appCard.js';
import { find } from './find.js';
import { themePicker } from './themePicker.js';

installIcons();

const session = readSession(location);
const addresses = addressesFor(location, session);

find('#controls', HTMLElement).append(themePicker(createTheme()));
find('#board', HTMLIFrameElement).src = addresses.board;
find('#board-link', HTMLAnchorElement).href = addresses.board;
find('#desktop-link', HTMLAnchorElement).href = addresses.xivoDesktop;
find('#apps', HTMLElement).append(
  ...demoApps.map(({ id, name }) =>
    appCard({
      name,
      pages: vendorPages.map((page) => ({
        name: page.name,
        href: withSession(`/${id}/${page.path}`, session),
      })),
    }),
  ),
);
