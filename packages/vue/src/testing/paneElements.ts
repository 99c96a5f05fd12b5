import { nextTick } from 'vue';

/** What has a role, in sight or not. */
export const all = (role: string, within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(`[role=${role}]`),
];
export const tabNames = (within?: ParentNode) => all('tab', within).map(({ textContent }) => textContent);
export const tab = (name: string): HTMLElement => {
  const found = all('tab').find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`There is no tab ${name}.`);
  return found;
};
export const selected = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent;
/** The buttons in sight that are no tabs. */
export const buttons = (text: string, within: ParentNode = document): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>('button:not([role])')].filter(
    (button) => button.textContent === text && button.closest('[hidden]') === null,
  );
const panel = (name: string) => document.getElementById(tab(name).getAttribute('aria-controls') ?? '');
export const frame = (name: string) => panel(name)?.querySelector('iframe');
export const hiddenOnes = () => all('tabpanel').map(({ hidden }) => hidden);
export const click = async (element: HTMLElement | undefined): Promise<void> => {
  element?.click();
  await nextTick();
};
/** Gives whether the key was left to the browser. */
export const press = async (key: string, more: object = {}): Promise<boolean> => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  const left = document.activeElement?.dispatchEvent(event);
  await nextTick();
  return left ?? true;
};
