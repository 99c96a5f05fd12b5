import type { Texts } from '../texts/english.js';

/** What somebody said before, to the bot or as the bot. */
export interface BotLine {
  readonly author: string;
  readonly text: string;
}

/** What the customer told the bot before they came to the chat. */
export const botTalk = ({ chat: texts }: Texts): readonly BotLine[] =>
  texts.botTalk.map((text, turn) => ({ author: texts.author[turn % 2 === 0 ? 'customer' : 'bot'], text }));

/** The same as the vendor takes it: one text, a line for each thing said. */
export const botHistory = (talk: readonly BotLine[]): string =>
  talk.map(({ author, text }) => `${author}: ${text}`).join('\n');
