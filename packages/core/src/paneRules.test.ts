import { callIn } from './testing/foldSetUp.js';
import { newAgent } from './store/newEntries.js';
import { paneRules } from './paneRules.js';
import type { PaneMoment } from './model/pane.js';
import type { Call } from './model/call.js';

const page = (url: string) => ({ action: 'open', url }) as const;
const agent = newAgent({ id: 'fake' });

const panes = paneRules({
  origins: ['https://crm.example'],
  base: 'https://crm.example/app/',
  rules: [
    { on: 'ringing', when: ({ queue }) => queue === 'sales', pane: () => page('/sales') },
    { on: 'ringing', pane: ({ remote }) => (remote.number === undefined ? undefined : page('/known')) },
    { on: 'ringing', pane: () => page('/anybody') },
    { on: 'ended', pane: () => page('/wrap-up') },
  ],
});
const decide = (call: Call, moment: PaneMoment) =>
  panes.decide({ call, moment, agent, signal: new AbortController().signal });

describe('rules for panes', () => {
  it.each([
    ['the first that fits wins', { queue: 'sales', remote: { number: '1' } }, 'ringing', '/sales'],
    ['one whose condition fails is passed by', { remote: { number: '1' } }, 'ringing', '/known'],
    ['one that shows nothing is passed by', {}, 'ringing', '/anybody'],
    ['those of another moment are not asked', { queue: 'sales' }, 'ended', '/wrap-up'],
  ] as const)('%s', (_, facts, moment, url) => {
    expect(decide(callIn('ringing', facts), moment)).toEqual({ action: 'open', url, on: moment });
  });

  it('show nothing where none fits', () => {
    expect(decide(callIn('active'), 'active')).toBeUndefined();
  });

  it('keep where panes may come from', () => {
    expect(panes).toMatchObject({ origins: ['https://crm.example'], base: 'https://crm.example/app/' });
    expect(panes).not.toHaveProperty('rules');
  });
});
