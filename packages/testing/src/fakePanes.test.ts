import { createOffhook } from '@offhook/core';
import { settle } from './contract/settle.js';
import { fakeConnector } from './fakeConnector.js';
import { fakePanes, type FakePanesOptions } from './fakePanes.js';

function begin(options?: FakePanesOptions) {
  const panes = fakePanes(options);
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line], panes });
  const ring = async (id: string): Promise<void> => {
    line.ring({ id });
    await settle();
  };
  return { panes, line, phone, ring };
}

test('shows what the test says for a call, and nothing for others', async () => {
  const { panes, phone, ring } = begin();
  panes.show('fake:1', { title: 'Ann', on: 'active' });
  await ring('1');
  await ring('2');
  expect(phone.panes.all.value).toMatchObject([
    { id: 'fake:1', title: 'Ann', state: 'waiting', url: 'https://crm.example/for/fake:1' },
  ]);
  expect(panes.asked.map(({ call, moment }) => `${call.id} ${moment}`)).toEqual([
    'fake:1 ringing',
    'fake:2 ringing',
  ]);
  phone.close();
});

test('runs programs where there is a shell', async () => {
  const { panes, phone, ring } = begin({ shell: true });
  panes.show('fake:1', { action: 'run', url: 'crm.exe', args: ['1'] });
  await ring('1');
  expect(panes.ran).toMatchObject([{ url: 'crm.exe', args: ['1'], call: { id: 'fake:1' } }]);
  phone.close();
});

test('refuses where it is to', async () => {
  const { panes, phone, ring } = begin();
  const errors: unknown[] = [];
  phone.on('error', ({ error }) => errors.push(error.cause));
  panes.refuses = new Error('No.');
  await ring('1');
  expect(errors).toEqual([panes.refuses]);
  phone.close();
});
