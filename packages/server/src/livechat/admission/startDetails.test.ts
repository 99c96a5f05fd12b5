import * as fc from 'fast-check';
import { property } from '../../testing/property.js';
import { asksForCallback, plainDetails } from './plainDetails.js';
import { startDetails } from './startDetails.js';

const customer = { eCustName: 'Ada', pKaiSid: 'kai-1' };
const sealed = 'eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn';

test('T-43, T-51: the argument of Start may be a session, a customer, or either as text', () => {
  const session = { lib: 'web', eCustDetails: customer };
  const expected = { clear: { ...customer, lib: 'web' }, allSealed: false };
  expect(startDetails(session)).toEqual(expected);
  expect(startDetails(JSON.stringify(session))).toEqual(expected);
  expect(startDetails({ lib: 'web', eCustDetails: JSON.stringify(customer) })).toEqual(expected);
  expect(startDetails(customer)).toEqual({ clear: customer, allSealed: false });
  expect(startDetails({ lib: 'web', eCustDetails: '' })).toEqual({ clear: { lib: 'web' }, allSealed: false });
});

test('P-2, T-43: what is no JSON is taken for encrypted, where it has the form', () => {
  expect(startDetails(sealed)).toEqual({ clear: {}, sealed, allSealed: true });
  expect(startDetails({ lib: 'web', eCustDetails: sealed })).toEqual({
    clear: { lib: 'web' },
    sealed,
    allSealed: false,
  });
});

test.each([
  '',
  'text',
  '[]',
  '7',
  'null',
  undefined,
  null,
  7,
  [],
  { eCustDetails: 'text' },
  { eCustDetails: 7 },
])('T-129: %j is no argument of Start', (given) => {
  expect(startDetails(given)).toBeUndefined();
});

property('whatever is given to Start, reading it never throws', fc.anything(), (given) => {
  const read = startDetails(given);
  if (read !== undefined) plainDetails(read.clear);
  return Promise.resolve();
});

test('T-25, T-48: details are kept as texts, as they came', () => {
  const xss = '<script>alert(1)</script>';
  const given = {
    eKCIN: xss,
    pClientTime: '9:5:3:12',
    pLang: 7,
    eAuthStatus: true,
    pTopic: null,
    other: {},
    list: [],
  };
  expect(plainDetails(given)).toEqual({
    eKCIN: xss,
    pClientTime: '9:5:3:12',
    pLang: '7',
    eAuthStatus: 'true',
  });
});

test('T-41, T-49: the access token and the captcha are kept nowhere', () => {
  expect(plainDetails({ pAccessToken: 'x', eEnteredCaptcha: 'y', eCin: '1' })).toEqual({ eCin: '1' });
});

test('T-47: vachatid is the customer’s pKaiSid where the session has none', () => {
  expect(plainDetails(customer)).toEqual({ ...customer, vachatid: 'kai-1' });
  expect(plainDetails({ ...customer, vachatid: 'own' })).toEqual({ ...customer, vachatid: 'own' });
});

test('T-46: a callback is recorded by itself only where that was asked for', () => {
  const asks = [true, 'true', false, 'false', 1, undefined].map((enable_autocb) =>
    asksForCallback({ enable_autocb }),
  );
  expect(asks).toEqual([true, true, false, false, false, false]);
});

test('details are few, and short', () => {
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`f${index}`, 'x'.repeat(5_000)]),
  );
  const details = plainDetails({ ...many, ['n'.repeat(65)]: 'x' });
  expect(Object.keys(details)).toHaveLength(64);
  expect(Object.values(details).every((value) => value.length === 1_024)).toBe(true);
});
