/** What is written and not sent, by chat: another tab and back, and it is still there. It lives as long as the page. */
const texts = new Map<string, string>();

export const draftOf = (sid: string): string => texts.get(sid) ?? '';

export function keepDraft(sid: string, text: string): void {
  if (text === '') texts.delete(sid);
  else texts.set(sid, text);
}
