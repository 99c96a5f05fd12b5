import { OffhookProvider } from '@offhook/react';
import { chatDesk } from '../chat/chatDesk.js';
import { FloatingChat } from '../chat/FloatingChat.js';
import { EventLog } from '../events/EventLog.js';
import { Header } from '../header/Header.js';
import { useTexts } from '../shared/useTexts.js';
import { SitePage } from '../site/SitePage.js';

/** A customer's web site with a chat on each of its pages. */
export function ChatSitePage() {
  const texts = useTexts();
  const desk = chatDesk();
  return (
    <OffhookProvider client={desk.client}>
      <title>{`${texts.chat.site.name} · ${texts.product} · React`}</title>
      <Header />
      <SitePage />
      <EventLog events={desk.events} />
      <FloatingChat desk={desk} />
    </OffhookProvider>
  );
}
