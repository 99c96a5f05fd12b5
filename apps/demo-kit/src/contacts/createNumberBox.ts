import { createCurrent, type Contact, type Current } from '@offhook/core';
import { suggestContacts, type Suggestion } from './suggestContacts.js';

/** What the dialer's combobox shows. */
export interface NumberBoxState {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  readonly open: boolean;
  /** The suggestion that the arrow keys are at, or -1 while they are in the text. */
  readonly active: number;
}

/** A combobox with a listbox, by the ARIA pattern of that name: state and keys, without markup. */
export interface NumberBox {
  readonly state: Current<NumberBoxState>;
  type(text: string): void;
  choose(suggestion: Suggestion): void;
  close(): void;
  /** Whether the key was the combobox's; then the browser must not act on it too. */
  press(key: string): boolean;
}

/** Finds the contacts that a text may mean; the signal aborts when the text is another. */
export type FindContacts = (text: string, signal: AbortSignal) => Promise<readonly Contact[]>;

const empty: NumberBoxState = { text: '', suggestions: [], open: false, active: -1 };

/** @param contacts those at hand, or how to find them */
export function createNumberBox(contacts: readonly Contact[] | FindContacts): NumberBox {
  const state = createCurrent(empty);
  // While the next ones are looked for, those found last are still of use.
  let known = typeof contacts === 'function' ? [] : contacts;
  let giveUp = new AbortController();
  const change = (part: Partial<NumberBoxState>): void => state.set({ ...state.value, ...part });

  const open = (text: string, active = -1): void => {
    const suggestions = suggestContacts(known, text);
    change({ text, suggestions, open: suggestions.length > 0, active });
  };

  async function find(text: string): Promise<void> {
    giveUp.abort();
    if (typeof contacts !== 'function' || text.trim() === '') return;
    giveUp = new AbortController();
    const { signal } = giveUp;
    // A number can be typed without any suggestion: what fails here stands in nobody's way.
    const found = await contacts(text, signal).catch(() => []);
    if (signal.aborted) return;
    const { suggestions, active } = state.value;
    const at = suggestions[active]?.id;
    known = found;
    open(text);
    if (at !== undefined) change({ active: state.value.suggestions.findIndex(({ id }) => id === at) });
  }

  const close = (): void => {
    giveUp.abort();
    change({ open: false, active: -1 });
  };
  const choose = ({ number }: Suggestion): void => {
    giveUp.abort();
    change({ ...empty, text: number });
  };

  function move(step: 1 | -1): boolean {
    const { open: isOpen, text, suggestions, active } = state.value;
    if (!isOpen) {
      open(text);
      if (!state.value.open) return false;
      change({ active: step === 1 ? 0 : state.value.suggestions.length - 1 });
      return true;
    }
    // One place more than there are suggestions: between the last and the first stands the text itself.
    const places = suggestions.length + 1;
    change({ active: ((active + 1 + step + places) % places) - 1 });
    return true;
  }

  return {
    state,
    type(text) {
      open(text);
      void find(text);
    },
    choose,
    close,
    press(key) {
      const { open: isOpen, suggestions, active } = state.value;
      if (key === 'ArrowDown') return move(1);
      if (key === 'ArrowUp') return move(-1);
      if (key === 'Escape' && isOpen) {
        close();
        return true;
      }
      const chosen = suggestions[active];
      if (key === 'Enter' && isOpen && chosen !== undefined) {
        choose(chosen);
        return true;
      }
      return false;
    },
  };
}
