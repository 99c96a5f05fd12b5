import type { ControlKind, ListedControls } from './controls.js';
import { isEditable } from './isEditable.js';
import type { PasswordMemory } from './passwordMemory.js';

/** Says which controls the agent may see. */
export interface AllowList {
  /** A control, or the option of one, that may be seen as it is now. */
  allows(element: Element): boolean;
}

/** `text` is also what a browser makes of a type that it does not know. Not here: `password`, `hidden`, `file`, buttons. */
const textTypes: readonly string[] = [
  'text',
  'search',
  'tel',
  'url',
  'email',
  'number',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
];

const secretTokens = new Set(['current-password', 'new-password', 'one-time-code']);

const xhtml = 'http://www.w3.org/1999/xhtml';

function kindOf(element: Element): ControlKind | undefined {
  if (element.namespaceURI !== xhtml) return undefined;
  if (element instanceof HTMLTextAreaElement) return 'textboxes';
  if (element instanceof HTMLSelectElement) return 'dropdowns';
  if (!(element instanceof HTMLInputElement)) return undefined;
  if (element.type === 'radio') return 'radioButtons';
  if (element.type === 'checkbox') return 'checkboxes';
  return textTypes.includes(element.type) ? 'textboxes' : undefined;
}

function holdsSecret(element: Element): boolean {
  const tokens = (element.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  return tokens.some((token) => token.startsWith('cc-') || secretTokens.has(token));
}

/**
 * The allow list (P-22), judged anew at each question: an id listed under the right kind, on the first element of that id,
 * outside shadow trees, frames and editable content. Never a field that is or was a password, nor one whose autocomplete asks
 * for a card, a password or a one-time code.
 */
export function createAllowList(
  listed: ListedControls,
  passwords: PasswordMemory,
  document: Document,
): AllowList {
  const allowsControl = (element: Element): boolean => {
    const kind = kindOf(element);
    return (
      kind !== undefined &&
      element.id !== '' &&
      listed[kind].includes(element.id) &&
      element.getRootNode() === document &&
      document.getElementById(element.id) === element &&
      !passwords.was(element) &&
      !holdsSecret(element) &&
      !isEditable(element)
    );
  };
  return {
    allows(element) {
      if (element instanceof HTMLOptionElement || element instanceof HTMLOptGroupElement) {
        const select = element.closest('select');
        return select !== null && allowsControl(select);
      }
      return allowsControl(element);
    },
  };
}
