import * as fc from 'fast-check';
import { decodeText } from './decodeText.js';
import { property } from './testing/property.js';

describe('the text of a record', () => {
  property(
    'T-60: what was encoded as a URI component comes out as it was',
    fc.string({ unit: 'grapheme' }),
    (text) => {
      // No lone surrogate: encodeURIComponent itself refuses one.
      expect(decodeText(encodeURIComponent(text))).toBe(text);
    },
  );

  property('T-60: nothing throws, whatever it is', fc.string({ unit: 'binary' }), (text) => {
    expect(typeof decodeText(text)).toBe('string');
  });

  test.each([
    ['100%', '100%'],
    ['5%2', '5%2'],
    ['%', '%'],
    ['%zz and %41', '%zz and A'],
    ['%C3', '%C3'],
    ['%C3%A9%FF', 'é%FF'],
    ['%C3%41', '%C3A'],
    ['a%20%E0%A4%A', 'a %E0%A4%A'],
  ])('T-60: a malformed escape stays: %s', (encoded, text) => {
    expect(decodeText(encoded)).toBe(text);
  });

  test.each([
    ['how+are+you%3F', 'how are you?'],
    ['1%2B1', '1+1'],
    ['1+1', '1+1'],
    ['1+1%20is', '1+1 is'],
    ['1+1 is %3F', '1+1 is ?'],
  ])('T-60: a plus is a space only in a text encoded as a form: %s', (encoded, text) => {
    expect(decodeText(encoded)).toBe(text);
  });
});
