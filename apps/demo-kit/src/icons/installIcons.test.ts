/** @jest-environment jsdom */
import { icons } from './icons.js';
import { iconHref, installIcons } from './installIcons.js';

test('every icon is a symbol that a template can show, once however often it is asked for', () => {
  installIcons();
  installIcons();
  const symbols = [...document.querySelectorAll('symbol')];
  expect(symbols).toHaveLength(Object.keys(icons).length);
  expect(
    symbols.every((symbol) => symbol.childNodes.length > 0 && symbol.getAttribute('viewBox') !== null),
  ).toBe(true);
  expect(document.querySelector(iconHref('answer'))).not.toBeNull();
});
