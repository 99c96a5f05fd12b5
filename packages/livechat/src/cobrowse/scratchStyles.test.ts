/** @jest-environment jsdom */
import { scratchStyles } from './scratchStyles.js';

test('T-89: a scratch element takes its style without an attribute that the page’s policy forbids', () => {
  const undo = scratchStyles(document);
  const attributes = jest.spyOn(Element.prototype, 'setAttribute');
  const element = document.implementation.createHTMLDocument().createElement('span');
  element.setAttribute('style', 'color: red');
  element.setAttribute('lang', 'en');
  expect(element.style.color).toBe('red');
  expect(attributes.mock.calls).toEqual([['lang', 'en']]);
  attributes.mockRestore();
  undo();
  expect(Object.hasOwn(document.implementation, 'createHTMLDocument')).toBe(false);
});
