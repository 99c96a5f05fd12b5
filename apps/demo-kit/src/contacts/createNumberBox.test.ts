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
