import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { fileName } from './fileName.js';
import { allowedType, fileTypes } from './fileTypes.js';

test.each([
  ['a.txt', 'a.txt'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Users\\Ada\\Résumé.pdf', 'Résumé.pdf'],
  ['..hidden.txt', 'hidden.txt'],
  [' a b .txt ', 'a b .txt'],
  ['e\u0301.txt', '\u00e9.txt'],
  ['report\u202Efdp.exe', 'reportfdp.exe'],
  ['<img src=x>.png', '<img src=x>.png'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`],
])('P-18: %j is called %j', (given, name) => {
  expect(fileName(given)).toBe(name);
});

test.each(['', ' ', '.', '..', 'a/', 'a\\', '\u0000\r\n', '../..'])('P-18: %j is no name', (given) => {
  expect(() => fileName(given)).toThrow('the name of a file was expected');
});

const nameOf = (given: string): string | undefined => {
  try {
    return fileName(given);
  } catch {
    return undefined;
  }
};

property(
  'P-18: no name has a path, a hidden character, or a leading dot',
  fc.string({ unit: 'binary' }),
  (given) => {
    const name = nameOf(given) ?? 'a';
    expect(name).not.toMatch(/[\\/]|^\.|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(name).not.toBe('');
    expect(name.length).toBeLessThanOrEqual(150);
    return Promise.resolve();
  },
);

test('P-18: a type goes by the end of the name; what the browser says has to go with it', () => {
  expect(allowedType('a.PNG', 'image/png', fileTypes)).toBe('image/png');
  expect(allowedType('a.txt', 'text/plain; charset=utf-8', fileTypes)).toBe('text/plain');
  expect(allowedType('a.docx', '', fileTypes)).toMatch(/wordprocessingml/);
  expect(allowedType('a.zip', 'application/octet-stream', fileTypes)).toBe('application/zip');
  for (const [name, type] of [
    ['a.png.exe', 'image/png'],
    ['a.png', 'application/javascript'],
    ['a.constructor', ''],
    ['a', ''],
  ] as const) {
    expect(() => allowedType(name, type, fileTypes)).toThrow('may not be sent');
  }
});
