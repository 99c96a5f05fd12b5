import type { BotLine } from '@offhook/demo-kit';
import { useTexts } from '../shared/useTexts.js';

/** What the customer told the bot before. The agent gets it, too. */
export function EarlierTalk({ talk }: { readonly talk: readonly BotLine[] }) {
  const texts = useTexts();
  return (
    <details className="chat-earlier">
      <summary>{texts.chat.earlier}</summary>
      <dl>
        {talk.map(({ author, text }) => (
          <div key={text}>
            <dt>{author}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
