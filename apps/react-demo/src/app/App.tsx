import { isXivoGuest, keepFocus, sitePageOf } from '@offhook/demo-kit';
import { lazy, Suspense } from 'react';
import { Header } from '../header/Header.js';
import { ConnectMePage } from '../pages/ConnectMePage.js';
import { GuestPage } from '../pages/GuestPage.js';
import { HomePage } from '../pages/HomePage.js';
import { KunzitePage } from '../pages/KunzitePage.js';
import { NotFoundPage } from '../pages/NotFoundPage.js';
import { ObserverPage } from '../pages/ObserverPage.js';
import { RingCentralPage } from '../pages/RingCentralPage.js';
import { NoticeList } from '../shared/NoticeList.js';
import { useCurrent } from '@offhook/react';
import { router } from './page.js';

// Pages of other vendors carry no code for chats.
const ChatSitePage = lazy(() =>
  import('../pages/ChatSitePage.js').then(({ ChatSitePage }) => ({ default: ChatSitePage })),
);

export function App() {
  const path = useCurrent(router.path);
  return (
    // The links inside are ordinary ones; the router takes over those of this app.
    <div
      className="page"
      ref={(element) => (element === null ? undefined : keepFocus(element))}
      onClick={(event) => router.followLink(event.nativeEvent)}
    >
      <Page path={path} />
      <NoticeList />
    </div>
  );
}

function Page({ path }: { readonly path: string }) {
  if (sitePageOf(path) >= 0) {
    return (
      <Suspense fallback={<Header />}>
        <ChatSitePage />
      </Suspense>
    );
  }
  switch (path) {
    case '':
      return <HomePage />;
    case 'ringcentral':
      return <RingCentralPage />;
    case 'connect-me':
      return <ConnectMePage />;
    case 'kunzite':
      return <KunzitePage />;
    case 'xivo':
      // Within the agents' desktop the page for one call; opened on its own, what the desktops are busy with.
      return isXivoGuest(location) ? <GuestPage /> : <ObserverPage />;
    default:
      return <NotFoundPage />;
  }
}
