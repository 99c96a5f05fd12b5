import type { AllowList } from './allowList.js';

/** Which of the page's text is masked. */
export interface TextRules {
  /** Of the text right inside an element, as the page is now; without one, it is at the top of a shadow tree. */
  masks(element: Element | null): boolean;
  /** The same, for as long as nothing changes: answers are remembered, for a page has many texts. */
  forNow(): Pick<TextRules, 'masks'>;
}

/** What scripts build controls of: their text is a value, an option or the label of a choice, and they can't be listed. */
const builtControls: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'switch',
  'option',
  'listbox',
  'combobox',
  'textbox',
  'searchbox',
  'spinbutton',
  'slider',
  'menuitemradio',
  'menuitemcheckbox',
]);

const isChoice = (element: Element | null): element is HTMLInputElement =>
  element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox');

function choicesOf(label: Element): readonly Element[] {
  const named = label.getAttribute('for');
  if (named === null) return Array.from(label.querySelectorAll('input')).filter(isChoice);
  const control = label.ownerDocument.getElementById(named);
  return isChoice(control) ? [control] : [];
}

const wordsOf = (element: Element, name: string): readonly string[] =>
  element.getAttribute(name)?.toLowerCase().split(/\s+/) ?? [];

/**
 * Masked are editable content with all that is in it, shadow trees, labels of choices that are not listed, and controls that
 * scripts have built. Of text that merely stands beside a choice nobody can know that it belongs to it.
 */
export function createTextRules(allow: AllowList, document: Document): TextRules {
  const forNow = (): Pick<TextRules, 'masks'> => {
    const known = new WeakMap<Element, boolean>();
    let labels: ReadonlySet<string> | undefined;

    /** Ids of what labels an unlisted choice by `aria-labelledby`. */
    const labelIds = (): ReadonlySet<string> =>
      (labels ??= new Set(
        Array.from(document.querySelectorAll('input[aria-labelledby]'))
          .filter((choice) => isChoice(choice) && !allow.allows(choice))
          .flatMap((choice) => choice.getAttribute('aria-labelledby')?.split(/\s+/) ?? []),
      ));
    const masksItself = (element: Element): boolean => {
      const name = element.localName;
      const editable = element.getAttribute('contenteditable');
      return (
        (editable !== null && editable.toLowerCase() !== 'false') ||
        name === 'output' ||
        wordsOf(element, 'role').some((role) => builtControls.has(role)) ||
        (name === 'label' && choicesOf(element).some((choice) => !allow.allows(choice))) ||
        (element.id !== '' && labelIds().has(element.id))
      );
    };
    const masks = (element: Element | null): boolean => {
      if (element === null) return true;
      const before = known.get(element);
      if (before !== undefined) return before;
      const parent = element.parentElement;
      const top = parent === null && element.parentNode !== element.ownerDocument;
      const masked = top || (parent !== null && masks(parent)) || masksItself(element);
      known.set(element, masked);
      return masked;
    };
    return { masks: (element) => document.designMode === 'on' || masks(element) };
  };
  return { forNow, masks: (element) => forNow().masks(element) };
}
