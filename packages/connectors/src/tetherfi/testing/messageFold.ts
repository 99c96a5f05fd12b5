import type { ChatMessageReport, Report } from '@offhook/core';
import { chatting, createOffhook, type Connector, type Message } from '@offhook/core';
import { virtualClock } from '@offhook/testing';

/** The client's own fold of messages: what a transcript reports goes in, and the list comes out. */
export function messageFold() {
  let tell: (reports: readonly Report[]) => void = () => {};
  const clock = virtualClock();
  const connector: Connector = {
    id: 'x',
    name: 'X',
    commands: {},
    chats: chatting,
    connect(context) {
      tell = context.emit;
      return { send() {}, close() {} };
    },
  };
  const client = createOffhook({ connectors: [connector], clock });
  tell([{ type: 'chat', ids: ['c'], state: 'opening' }]);
  tell([{ type: 'chat', ids: ['c'], state: 'connected' }]);
  return {
    clock,
    take: (reports: readonly ChatMessageReport[]) => tell(reports),
    list: (): readonly Message[] => client.messagesOf('x:c').value,
  };
}
