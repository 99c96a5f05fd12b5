import { Panel } from '../shared/Panel.js';
import { useTexts } from '../shared/useTexts.js';
import { MessageList } from './MessageList.js';
import { SendMessage } from './SendMessage.js';

export function MessagesPanel() {
  const texts = useTexts();
  return (
    <Panel title={texts.messages}>
      <MessageList />
      <SendMessage />
    </Panel>
  );
}
