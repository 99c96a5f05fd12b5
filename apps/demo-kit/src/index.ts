export { callButtons, type CallButton, type CardAction } from './calls/callButtons.js';
export { formatDate } from './calls/formatDate.js';
export { formatDuration, isoDuration } from './calls/formatDuration.js';
export { formatTime } from './calls/formatTime.js';
export { incomingButtons, type IncomingButton } from './calls/incomingButtons.js';
export { initials } from './calls/initials.js';
export { isKeypadKey, keypadKeys } from './calls/keypadKeys.js';
export { partyDetail } from './calls/partyDetail.js';
export { partyName, partyNumber } from './calls/partyName.js';
export { attachChatWindow } from './chat/attachChatWindow.js';
export { botHistory, botTalk, type BotLine } from './chat/botTalk.js';
export { callbackText } from './chat/callbackText.js';
export { chatOf } from './chat/chatOf.js';
export { chatRow, type ChatLineRow, type ChatMessageRow, type ChatRow } from './chat/chatRow.js';
export { chatStage, type ChatStage } from './chat/chatStage.js';
export { chatStateText, queueText, typingText } from './chat/chatStateText.js';
export { chatTools, type ChatTool } from './chat/chatTools.js';
export { createChatNews, newsText, type ChatNews } from './chat/createChatNews.js';
export { createChatTabs, type ChatTab, type ChatTabs } from './chat/createChatTabs.js';
export { createChatWindow, type ChatView, type ChatWindow } from './chat/createChatWindow.js';
export { isSendKey } from './chat/isSendKey.js';
export { chatNotice } from './chat/noticeText.js';
export { readSiteOptions, siteHref, sitePageOf, sitePages, type SiteOptions } from './chat/siteOptions.js';
export { shownOutsideForm } from './chat/shownOutsideForm.js';
export { tetherfiChat } from './chat/tetherfiChat.js';
export { uploadRows, type UploadRow } from './chat/uploadRows.js';
export { activityRows, type ActivityRow } from './contacts/activityRows.js';
export {
  createNumberBox,
  type FindContacts,
  type NumberBox,
  type NumberBoxState,
} from './contacts/createNumberBox.js';
export { createContactBook, mostContacts, type ContactBook } from './contacts/createContactBook.js';
export { demoContacts } from './contacts/demoContacts.js';
export { matchText } from './contacts/matchText.js';
export { shownContact } from './contacts/shownContact.js';
export { suggestContacts, type Suggestion } from './contacts/suggestContacts.js';
export { createCrmClient, type CrmClient, type CrmClientOptions } from './crm/createCrmClient.js';
export { createEventLog, type LoggedEvent } from './events/createEventLog.js';
export { eventLine } from './events/eventLine.js';
export { createHostDesk, type HostDesk, type HostDeskOptions } from './host/createHostDesk.js';
export type { OpenedContact } from './host/followIncoming.js';
export { isOpenContact, openContactId } from './host/hostSettings.js';
export { signedInText } from './host/signedInText.js';
export type { IconName } from './icons/icons.js';
export { iconHref, installIcons } from './icons/installIcons.js';
export { answerConsent, type ConsentActions } from './media/answerConsent.js';
export { attachConsent } from './media/attachConsent.js';
export { consentView, type ConsentView } from './media/consentView.js';
export {
  createConsents,
  type AskedConsent,
  type ConsentKind,
  type Consents,
} from './media/createConsents.js';
export { deviceChoice, type DeviceChoice } from './media/deviceChoice.js';
export { mediaChats } from './media/mediaChats.js';
export { sharingView, type Shared, type SharingView } from './media/sharingView.js';
export {
  videoCallView,
  type CallAction,
  type CallControl,
  type VideoCallView,
} from './media/videoCallView.js';
export { messageRows, type MessageRow } from './inbox/messageRows.js';
export { inviteRow, type InviteRow } from './invites/inviteRow.js';
export {
  createCallDrafts,
  shownNote,
  type CallDraft,
  type CallDrafts,
  type DraftTarget,
} from './log/createCallDrafts.js';
export { logStateText } from './log/logStateText.js';
export { createNotices, type Notice, type Notices } from './notices/createNotices.js';
export { addressesFor, type Addresses } from './page/addresses.js';
export { connectMeWidget } from './page/connectMeWidget.js';
export { hasRoomForWidget, kunziteOpensOn, kunziteWidget } from './page/kunziteWidget.js';
export { createRouter, type Router, type RouterOptions } from './page/createRouter.js';
export { demoApps, type DemoApp } from './page/demoApps.js';
export { keepFocus } from './page/keepFocus.js';
export { ringCentralWidget } from './page/ringCentralWidget.js';
export { readSession, withSession } from './page/session.js';
export { ariaCurrent, vendorPages, type VendorPage } from './page/vendorPages.js';
export { createLanguage, type LanguageChoice } from './preferences/createLanguage.js';
export { createTheme, themes, type Theme } from './preferences/createTheme.js';
export type { StoredChoice } from './preferences/storedChoice.js';
export { connectionText } from './texts/connectionText.js';
export { english, type Texts } from './texts/english.js';
export { languages, type Language } from './texts/languages.js';
export { agentCallDetail } from './xivo/agentCallDetail.js';
export { callFacts, type CallFact } from './xivo/callFacts.js';
export { isXivoGuest, xivoGuest } from './xivo/xivoGuest.js';
export { paneWords } from './xivo/paneWords.js';
export { xivoObserver } from './xivo/xivoObserver.js';
export { xivoPanesOptions } from './xivo/xivoPanesOptions.js';
