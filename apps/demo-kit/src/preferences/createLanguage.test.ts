/** @jest-environment jsdom */
import { createLanguage } from './createLanguage.js';

test('the page speaks English until another language is chosen, texts and lang together', () => {
  localStorage.clear();
  const language = createLanguage();
  const heard: string[] = [];
  language.texts.listen((texts) => heard.push(texts.calls));
  expect([language.texts.value.calls, document.documentElement.lang]).toEqual(['Calls', 'en']);
  language.choose('es');
  expect([language.texts.value.calls, document.documentElement.lang]).toEqual(['Llamadas', 'es']);
  expect(heard).toEqual(['Llamadas']);
});
