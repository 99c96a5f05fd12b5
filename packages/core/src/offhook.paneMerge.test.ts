import type { PanePlan } from './ports/panes.js';
import { crm, paneSetUp } from './testing/paneSetUp.js';
import { settle } from './testing/promises.js';

const merged = { type: 'call', ids: ['1', '2'], state: 'ringing' } as const;

describe('two calls that prove to be one', () => {
  it('keep the pane of the older one, and that of the other is closed', async () => {
    const { panes, ring, line, told, there, clock } = paneSetUp();
    panes.show('fake:1');
    panes.show('fake:2', { on: 'active' });
    await ring('1');
    clock.advance(10);
    await ring('2');
    line.emit(merged);
    await settle();
    expect(there()).toEqual(['fake:1 open']);
    expect(told()).toEqual(['opened fake:1', 'waiting fake:2', 'closed fake:2']);
  });

  it('keep the one pane that there is, which follows the call that goes on; nothing more is asked', async () => {
    const { panes, ring, line, there, told, clock, phone } = paneSetUp();
    panes.show('fake:2', { on: 'active' });
    const call = await ring('1');
    clock.advance(10);
    await ring('2');
    panes.show('fake:1');
    line.emit(merged);
    call.answer();
    await settle();
    expect(there()).toEqual(['fake:2 open']);
    expect(panes.asked.map(({ moment }) => moment)).toEqual(['ringing', 'ringing']);
    expect(phone.panes.get('fake:2').value).toMatchObject({ id: 'fake:2', callId: 'fake:1' });
    phone.closePane('fake:1');
    expect(told()).toEqual(['waiting fake:2', 'opened fake:2', 'closed fake:2']);
  });

  it('are asked about once from then on', async () => {
    const { panes, ring, line, there, clock } = paneSetUp();
    const call = await ring('1');
    clock.advance(10);
    await ring('2');
    line.emit(merged);
    panes.show('fake:1');
    call.answer();
    await settle();
    expect(panes.asked.map(({ call: { id }, moment }) => `${id} ${moment}`)).toEqual([
      'fake:1 ringing',
      'fake:2 ringing',
      'fake:1 active',
    ]);
    expect(there()).toEqual(['fake:1 open']);
  });

  it('have no second pane where the plan for the younger one comes too late', async () => {
    const answers: ((plan: PanePlan) => void)[] = [];
    const { line, there, clock } = paneSetUp({
      decide: () => new Promise<PanePlan>((done) => answers.push(done)),
    });
    line.ring({ id: '1' });
    clock.advance(10);
    line.ring({ id: '2' });
    line.emit(merged);
    await settle();
    for (const answer of answers) answer({ action: 'open', url: crm });
    await settle();
    expect(there()).toEqual(['fake:1 open']);
  });
});
