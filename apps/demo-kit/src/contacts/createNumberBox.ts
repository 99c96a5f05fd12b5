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

const empty: NumberBoxState = { text: '', suggestions: [], open: false, active: -1 };

export function createNumberBox(contacts: readonly Contact[]): NumberBox {
  const state = createCurrent(empty);
  const change = (part: Partial<NumberBoxState>): void => state.set({ ...state.value, ...part });

  const open = (text: string, active = -1): void => {
    const suggestions = suggestContacts(contacts, text);
    change({ text, suggestions, open: suggestions.length > 0, active });
  };
  const close = (): void => change({ open: false, active: -1 });
  const choose = ({ number }: Suggestion): void => change({ ...empty, text: number });

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
    type: (text) => open(text),
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
