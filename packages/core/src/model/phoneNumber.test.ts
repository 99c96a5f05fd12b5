import { numberDigits, sameNumber } from './phoneNumber.js';

describe('numberDigits', () => {
  it.each([
    ['+1 (216) 532-5078', '12165325078'],
    ['0044 20 7946 0958', '442079460958'],
    ['tel:+12165325078', '12165325078'],
    ['sip:101@pbx.example:5060', '101'],
    ['SIPS:+12165325078@pbx.example', '12165325078'],
    ['+12165325078;ext=9', '12165325078'],
    ['2165325078 x204', '2165325078'],
    ['2165325078,,204', '2165325078'],
    ['2165325078*204', '2165325078'],
    ['anonymous', ''],
    ['', ''],
  ])('%p is %p', (number, digits) => {
    expect(numberDigits(number)).toBe(digits);
  });
});

describe('sameNumber', () => {
  it.each([
    ['+12165325078', '+12165325078'],
    ['(216) 532-5078', '+12165325078'],
    ['+1 216-532-5078', '0012165325078'],
    ['020 7946 0958', '+442079460958'],
    ['tel:+12165325078', '216.532.5078'],
    ['101', '101'],
    ['101', 'sip:101@pbx.example'],
    ['anonymous', ' anonymous '],
  ])('%p and %p are the same', (a, b) => {
    expect(sameNumber(a, b)).toBe(true);
    expect(sameNumber(b, a)).toBe(true);
  });

  it.each([
    ['+12165325078', '+12165325079'],
    ['101', '+12165325101'],
    ['325078', '+12165325078'],
    ['0325078', '+12165325078'],
    ['5325078', '+12165325079'],
    ['anonymous', 'unknown'],
    ['', '+12165325078'],
    ['anonymous', '+12165325078'],
  ])('%p and %p are not', (a, b) => {
    expect(sameNumber(a, b)).toBe(false);
    expect(sameNumber(b, a)).toBe(false);
  });

  it('nothing is the same as nothing', () => {
    expect(sameNumber(undefined, undefined)).toBe(false);
    expect(sameNumber('101', undefined)).toBe(false);
    expect(sameNumber(undefined, '101')).toBe(false);
  });
});
