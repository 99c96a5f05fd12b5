import type { Contact } from '@offhook/core';
import { createNumberBox, type NumberBox } from './createNumberBox.js';
import { demoContacts } from './demoContacts.js';

const activeName = ({ state }: NumberBox): string | undefined =>
  state.value.suggestions[state.value.active]?.name;

function typed(text: string): NumberBox {
  const box = createNumberBox(demoContacts);
  box.type(text);
  return box;
}

test('typing opens the suggestions, and text without any closes them', () => {
  const box = typed('doe');
  expect(box.state.value).toMatchObject({ text: 'doe', open: true, active: -1 });
  box.type('zzz');
  expect(box.state.value).toMatchObject({ text: 'zzz', open: false });
});

test('the arrow keys go round through the suggestions and the text', () => {
  const box = typed('doe');
  const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'].map((key) => {
    expect(box.press(key)).toBe(true);
    return box.state.value.active;
  });
  expect(seen).toEqual([0, 1, 2, -1, 2, 1]);
  expect(activeName(box)).toBe('Jennifer Doe');
});

test('Enter takes the suggestion that the keys are at, and is the form’s own without one', () => {
  const box = typed('ada');
  expect(box.press('Enter')).toBe(false);
  box.press('ArrowDown');
  expect(box.press('Enter')).toBe(true);
  expect(box.state.value).toMatchObject({ text: '+12165325078', open: false, active: -1 });
});

test('Escape closes the list, keeps the text, and is the browser’s own once it is closed', () => {
  const box = typed('ada');
  expect(box.press('Escape')).toBe(true);
  expect(box.state.value).toMatchObject({ text: 'ada', open: false });
  expect(box.press('Escape')).toBe(false);
});

test('an arrow key opens a closed list again, at its near end', () => {
  const box = typed('doe');
  box.close();
  expect(box.press('ArrowUp')).toBe(true);
  expect(box.state.value).toMatchObject({ open: true, active: 2 });
  expect(createNumberBox(demoContacts).press('ArrowDown')).toBe(false);
});

describe('with contacts that are looked for', () => {
  /** A search that answers when it is let, each text by itself. */
  function searching() {
    const answers = new Map<string, (found: readonly Contact[] | Error) => void>();
    const signals = new Map<string, AbortSignal>();
    const box = createNumberBox(
      (text, signal) =>
        new Promise((found, failed) => {
          signals.set(text, signal);
          answers.set(text, (answer) => (answer instanceof Error ? failed(answer) : found(answer)));
        }),
    );
    const answer = async (text: string, found: readonly Contact[] | Error): Promise<void> => {
      answers.get(text)?.(found);
      await new Promise(process.nextTick);
    };
    return { box, answer, signals };
  }
  const shown = ({ state }: NumberBox): readonly string[] =>
    state.value.open ? state.value.suggestions.map(({ name }) => name) : [];

  test('they are suggested when they are found, and narrowed down as one types on', async () => {
    const { box, answer, signals } = searching();
    box.type('d');
    expect(shown(box)).toEqual([]);
    await answer('d', demoContacts);
    expect(shown(box)).toEqual(['John Doe', 'Jennifer Doe', 'Jennifer Doe']);
    box.press('ArrowDown');
    box.type('jo');
    expect(shown(box)).toEqual(['John Doe']);
    expect(signals.get('d')?.aborted).toBe(true);
  });

  test('the answer to an older text changes nothing', async () => {
    const { box, answer } = searching();
    box.type('a');
    box.type('j');
    await answer('j', demoContacts);
    await answer('a', []);
    expect(shown(box)).toContain('John Doe');
  });

  test('the suggestion that the keys are at stays under them', async () => {
    const { box, answer } = searching();
    box.type('doe');
    await answer('doe', demoContacts);
    box.type('Doe');
    box.press('ArrowUp');
    expect(activeName(box)).toBe('Jennifer Doe');
    await answer('Doe', demoContacts.slice(1));
    expect([activeName(box), box.state.value.active]).toEqual(['Jennifer Doe', 1]);
  });

  test('what is found after the list was closed or one was chosen opens nothing', async () => {
    const { box, answer } = searching();
    box.type('ada');
    box.close();
    await answer('ada', demoContacts);
    expect(shown(box)).toEqual([]);
  });

  test('a search that fails suggests nothing', async () => {
    const { box, answer } = searching();
    box.type('ada');
    await answer('ada', new Error('offline'));
    expect(box.state.value).toMatchObject({ text: 'ada', open: false });
  });
});
