/** @jest-environment jsdom */
import { createTheme } from './createTheme.js';

const shown = (): string | undefined => document.documentElement.dataset['theme'];

beforeEach(() => localStorage.clear());

test('the theme is the system’s until the person chooses, and the browser remembers', () => {
  const theme = createTheme();
  expect(shown()).toBe('system');
  theme.choose('dark');
  expect([theme.choice.value, shown()]).toEqual(['dark', 'dark']);
  expect(createTheme().choice.value).toBe('dark');
});

test('what the browser remembers wrongly is forgotten', () => {
  localStorage.setItem('offhook.theme', 'pink');
  expect(createTheme().choice.value).toBe('system');
});

test('what another tab chooses is chosen here too', () => {
  const theme = createTheme();
  dispatchEvent(new StorageEvent('storage', { key: 'offhook.theme', newValue: 'dark' }));
  dispatchEvent(new StorageEvent('storage', { key: 'offhook.language', newValue: 'light' }));
  dispatchEvent(new StorageEvent('storage', { key: 'offhook.theme', newValue: 'pink' }));
  expect([theme.choice.value, shown()]).toEqual(['dark', 'dark']);
});

test('where storage is blocked the choice holds for the page', () => {
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('blocked');
  });
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('blocked');
  });
  const theme = createTheme();
  theme.choose('light');
  expect([theme.choice.value, shown()]).toEqual(['light', 'light']);
});
