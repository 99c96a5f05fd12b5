import type { ErrorCode } from '@offhook/core';
import { OffhookError } from '@offhook/core';
import { connectionText } from './connectionText.js';
import { isLanguage, languages } from './languages.js';

const strings = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => strings(each, `${path}.${key}`));
};

test('no text is empty in any language', () => {
  for (const texts of Object.values(languages)) {
    expect(strings(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});

test('the languages say different things', () => {
  const english = new Map(strings(languages.en));
  const same = strings(languages.es).filter(([path, text]) => english.get(path) === text);
  // Names and loan words only.
  expect(same.map(([path]) => path)).toEqual(['.product', '.messageKind.sms', '.messageKind.fax']);
});

test('English tells an error as core does, Spanish by its code, with the advice', () => {
  const error = new OffhookError('offline', 'Check the network.');
  expect(languages.en.error(error)).toBe('Check the network.');
  expect(languages.es.error(error)).toContain('conexión');
  const failed = new OffhookError('handler-failed', 'See the cause.', { cause: error });
  expect([languages.en.error(failed), languages.es.error(failed)]).toEqual([
    'Check the network.',
    'Su CRM no pudo hacerlo. Inténtelo de nuevo más tarde.',
  ]);
  const code: ErrorCode = 'not-supported';
  expect(languages.en.reason(code, 'It has no hold.')).toBe('It has no hold.');
  expect(languages.es.reason(code, 'It has no hold.')).toBe('Aquí no es posible.');
});

test('a failed connection says why, any other is one word', () => {
  const connection = { connector: 'x', name: 'X', reason: 'not among the accepted origins' } as const;
  expect(connectionText({ ...connection, status: 'failed' }, languages.en)).toBe(
    'Failed: not among the accepted origins',
  );
  expect(connectionText({ ...connection, status: 'signed-out' }, languages.en)).toBe('Signed out');
});

test('only known languages are languages', () => {
  expect(isLanguage('es')).toBe(true);
  expect(isLanguage('toString')).toBe(false);
  expect(isLanguage(null)).toBe(false);
});
