/** @jest-environment jsdom */
import { attachConsent } from './attachConsent.js';

/** A dialog that opens and closes as a browser's does, whatever this environment makes of one. */
function dialog(): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.tabIndex = -1;
  element.innerHTML = '<form><button value="deny">Deny</button><button value="allow">Allow</button></form>';
  document.body.append(element);
  return Object.assign(element, {
    showModal: () => {
      element.setAttribute('open', '');
      element.querySelector('button')?.focus();
    },
    close: () => {
      element.removeAttribute('open');
      // As a task of its own, later.
      closings.push(() => element.dispatchEvent(new Event('close')));
    },
  });
}

const closings: (() => void)[] = [];
const closed = (): void => closings.splice(0).forEach((tell) => tell());
const press = (element: HTMLElement, value: string): void =>
  element.querySelector<HTMLButtonElement>(`[value=${value}]`)?.click();

afterEach(() => document.body.replaceChildren());

const settled = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};

test('it is shown at once, allowed by that button alone, and answered once', async () => {
  const answers: boolean[] = [];
  const element = dialog();
  const answer = (allowed: boolean): Promise<boolean> => {
    answers.push(allowed);
    return Promise.resolve(true);
  };
  attachConsent(element, { byAgent: false, answer });
  expect(element.open).toBe(true);
  expect(document.activeElement?.textContent).toBe('Deny');
  press(element, 'deny');
  closed();
  expect([answers, element.open]).toEqual([[false], false]);
  element.showModal();
  press(element, 'allow');
  // Right in the click, before the browser says that it is closed.
  expect([answers, element.open]).toEqual([[false, true], false]);
  closed();
  await settled();
  expect(answers).toEqual([false, true]);
});

test('Escape denies', () => {
  const answers: boolean[] = [];
  const element = dialog();
  const answer = (allowed: boolean): Promise<boolean> => {
    answers.push(allowed);
    return Promise.resolve(true);
  };
  attachConsent(element, { byAgent: false, answer });
  // What the browser does then.
  element.close();
  closed();
  expect(answers).toEqual([false]);
});

test('an agent’s request puts the focus on no button', () => {
  const element = dialog();
  attachConsent(element, { byAgent: true, answer: () => Promise.resolve(true) });
  expect(document.activeElement).toBe(element);
});

test('an answer that came to nothing is asked for again, while the question is there', async () => {
  const element = dialog();
  const leave = attachConsent(element, { byAgent: true, answer: () => Promise.resolve(false) });
  press(element, 'allow');
  await settled();
  expect(element.open).toBe(true);
  closed();
  expect(element.open).toBe(true);
  press(element, 'allow');
  leave();
  await settled();
  expect(element.open).toBe(false);
});
