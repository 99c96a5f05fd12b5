import { callIn, states } from '../testing/foldSetUp.js';
import { isAnswered, isIncoming, isLive } from './call.js';

it('a call lives until it has ended', () => {
  expect(states.filter((state) => isLive(callIn(state)))).toEqual(['dialing', 'ringing', 'active', 'held']);
});

it('a call is answered while it is active or held', () => {
  expect(states.filter((state) => isAnswered(callIn(state)))).toEqual(['active', 'held']);
});

it('a call is incoming while it rings here', () => {
  expect(states.filter((state) => isIncoming(callIn(state, { direction: 'inbound' })))).toEqual(['ringing']);
  expect(states.filter((state) => isIncoming(callIn(state, { direction: 'outbound' })))).toEqual([]);
});
