import { english } from '../texts/english.js';
import { incomingButtons } from './incomingButtons.js';

test('what the vendor can never do is disabled, with the reason; what does not fit now is not', () => {
  const never = { allowed: false, reason: 'not-supported', text: 'Answer in the widget.' } as const;
  const notNow = { allowed: false, reason: 'offline', text: 'Check the network.' } as const;
  expect(incomingButtons({ answer: never, reject: notNow }, english)).toEqual([
    { action: 'answer', kind: 'button-go', disabledBecause: 'Answer in the widget.' },
    { action: 'reject', kind: 'button-danger', disabledBecause: undefined },
  ]);
  expect(
    incomingButtons({ answer: { allowed: true }, reject: { allowed: true } }, english).map(
      ({ disabledBecause }) => disabledBecause,
    ),
  ).toEqual([undefined, undefined]);
});
