import { isRecord } from '../frame.js';
import { account } from './account.js';
import { askHost, askHostForData, isAwake } from './ask-host.js';
import { contactMatchesOf } from './contact-matcher.js';
import { conversationLogId, messageFrame, usDate, type MessageRecord } from './message-record.js';
import { textOf } from './service.js';
import { activeTab, type RingCentralSession } from './session.js';
import type { Tab } from './tab.js';

async function matchMessageLogs(tab: Tab, conversationLogIds: readonly string[]): Promise<void> {
  const { service } = tab;
  if (!service || !isAwake(tab) || !tab.session.state.signedIn || conversationLogIds.length === 0) return;
  const data = await askHostForData(tab, 'messageLogEntityMatcherPath', { conversationLogIds });
  if (!isRecord(data) || Object.keys(data).length === 0) return;
  for (const id of conversationLogIds) {
    const found = data[id];
    service.messageLogMatches.set(id, Array.isArray(found) ? found : []);
  }
}

export function matchAllMessageLogs(tab: Tab): Promise<void> {
  return matchMessageLogs(tab, [...new Set(tab.session.state.messages.map(conversationLogId))]);
}

/** One request per conversation and day. */
async function logConversationDay(
  tab: Tab,
  messages: readonly MessageRecord[],
  triggerType: string,
): Promise<void> {
  const [first] = messages;
  if (!first) return;
  const logId = conversationLogId(first);
  const withToken = Boolean(tab.service?.fields['attachmentWithToken']);
  const matches = contactMatchesOf(tab, first.remoteNumber);
  const entity = matches.length === 1 ? matches[0] : null;
  const outcome = await askHost(tab, 'messageLoggerPath', {
    conversation: {
      conversationLogId: logId,
      conversationId: first.conversationId,
      creationTime: first.createdAt,
      date: usDate(first.createdAt),
      type: first.type,
      messages: messages.map((message) => messageFrame(message, withToken)),
      conversationLogMatches: tab.service?.messageLogMatches.get(logId) ?? [],
      self: { phoneNumber: account.number, name: account.name },
      correspondents: [
        first.type === 'Pager'
          ? { extensionNumber: first.remoteNumber }
          : { phoneNumber: first.remoteNumber },
      ],
      correspondentMatches: matches,
    },
    correspondentEntity: entity,
    triggerType,
    ...(triggerType === 'manual' ? { redirect: true } : {}),
  });
  if (outcome?.answered && !outcome.late) void matchMessageLogs(tab, [logId]);
}

/** The days of a conversation, each with its messages. */
function daysOf(tab: Tab, conversationId: string): Map<string, MessageRecord[]> {
  const days = new Map<string, MessageRecord[]>();
  for (const message of tab.session.state.messages) {
    if (message.conversationId !== conversationId) continue;
    const day = days.get(conversationLogId(message)) ?? [];
    days.set(conversationLogId(message), [...day, message]);
  }
  return days;
}

/** The log button of a conversation: one request for each of its days. */
export async function logConversation(tab: Tab, conversationId: string): Promise<void> {
  if (textOf(tab.service, 'messageLoggerPath') === undefined) return;
  const days = [...daysOf(tab, conversationId).values()];
  await Promise.all(days.map((messages) => logConversationDay(tab, messages, 'manual')));
}

/** A message came or changed: with automatic logging on, the active tab sends its day. */
export function autoLogMessage(session: RingCentralSession, message: MessageRecord): void {
  const tab = activeTab(session);
  if (!tab || tab.stage !== 'ready') return;
  const logId = conversationLogId(message);
  if (!session.state.autoLog.message || textOf(tab.service, 'messageLoggerPath') === undefined) {
    void matchMessageLogs(tab, [logId]);
    return;
  }
  const day = daysOf(tab, message.conversationId).get(logId) ?? [];
  void logConversationDay(tab, day, 'auto');
}
