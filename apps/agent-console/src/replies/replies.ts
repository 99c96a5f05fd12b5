import { kept, type Kept } from '../app/kept.js';
import { isFields, isText } from '../desk/wire/shape.js';

/** A text that is written again and again. */
export interface Reply {
  readonly name: string;
  /** `{name}` is the customer, `{agent}` who writes. */
  readonly text: string;
}

const first: readonly Reply[] = [
  { name: 'Greeting', text: 'Hello {name}, this is {agent}. How can I help you?' },
  { name: 'One moment', text: 'One moment, please: I am looking it up.' },
  { name: 'Anything else', text: 'Is there anything else that I can do for you?' },
  { name: 'Goodbye', text: 'Thank you for writing to us, {name}. Goodbye!' },
];

/** Reads what was kept; all or nothing. */
function readReplies(stored: unknown): readonly Reply[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  const replies = stored.flatMap((each: unknown) => {
    if (!isFields(each)) return [];
    const { name, text } = each;
    return isText(name) && isText(text) ? [{ name, text }] : [];
  });
  return replies.length === stored.length ? replies : undefined;
}

/** The agent's canned replies, kept in this browser. */
export const createReplies = (): Kept<readonly Reply[]> => kept('offhook.agent.replies', first, readReplies);
