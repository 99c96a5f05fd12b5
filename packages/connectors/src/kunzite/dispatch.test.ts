import type { Command } from '@offhook/core';
import { commands, dispatch } from './dispatch.js';

it('S3-19: a dial is a click2call', () => {
  expect(dispatch({ type: 'call.dial', to: '+34911085460' })).toEqual({
    type: 'click2call',
    data: { number: '+34911085460' },
  });
});

it('nothing else goes to the widget', () => {
  const command: Command = { type: 'call.hold', callId: 'kunzite:1' };
  expect(() => dispatch(command)).toThrow(expect.objectContaining({ code: 'not-supported' }));
});

it('offers dialling and contacts, and gives a reason for whatever a person has to do', () => {
  const offered = Object.entries(commands).flatMap(([type, can]) => (can === true ? [type] : []));
  expect(offered).toEqual(['call.dial', 'contacts.push']);
  expect(Object.keys(commands)).toHaveLength(18);
});
