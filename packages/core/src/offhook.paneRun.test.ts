import { paneSetUp } from './testing/paneSetUp.js';
import { settle } from './testing/promises.js';

describe('a program', () => {
  const program = { action: 'run', url: 'crm.exe', args: ['/call', '1'] } as const;

  it('is refused without a desktop shell', async () => {
    const { panes, events, ring } = paneSetUp();
    panes.show('fake:1', program);
    await ring();
    expect(events.filter((event) => 'pane' in event)).toMatchObject([
      { type: 'pane.refused', pane: { reason: expect.stringMatching(/desktop shell/) } },
    ]);
  });

  it('is handed to one at its moment, as it was planned, and is done', async () => {
    const { panes, ring, told, phone } = paneSetUp({ port: { shell: true } });
    panes.show('fake:1', { ...program, on: 'active' });
    const call = await ring();
    expect(panes.ran).toEqual([]);
    call.answer();
    await settle();
    expect(panes.ran).toEqual([
      { url: 'crm.exe', args: ['/call', '1'], call: phone.calls.get('fake:1').value },
    ]);
    expect(told()).toEqual(['waiting fake:1', 'opened fake:1', 'completed fake:1']);
  });

  it('is open while the shell says so', async () => {
    let exit = (): void => {};
    const running = new Promise<void>((end) => (exit = end));
    const { panes, ring, there } = paneSetUp({ port: { run: () => running } });
    panes.show('fake:1', program);
    await ring();
    expect(there()).toEqual(['fake:1 open']);
    exit();
    await settle();
    expect(there()).toEqual([]);
  });

  it.each([
    [
      'throws',
      ['refused fake:1'],
      () => {
        throw new Error('No such program.');
      },
    ],
    ['rejects', ['opened fake:1', 'closed fake:1'], () => Promise.reject(new Error('No such program.'))],
  ])('says why where the shell %s', async (_, events, run) => {
    const { panes, ring, told, events: all } = paneSetUp({ port: { run } });
    panes.show('fake:1', program);
    await ring();
    expect(told()).toEqual(events);
    expect(all.at(-1)).toMatchObject({ pane: { reason: expect.stringMatching(/No such program/) } });
  });

  it.each(['javascript:alert(1)', 'data:,1', '', 'a\0b'])('%j is none', async (url) => {
    const { panes, ring, told } = paneSetUp({ port: { shell: true } });
    panes.show('fake:1', { ...program, url });
    await ring();
    expect([told(), panes.ran]).toEqual([['refused fake:1'], []]);
  });
});
