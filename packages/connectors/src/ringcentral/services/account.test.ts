import { createCurrent, OffhookError, type Authorization, type Setting } from '@offhook/core';
import { NEVER } from 'rxjs';
import { serving } from '../testing/service.js';
import { settle } from '../testing/widget.js';

describe('the button to sign in to the host’s system', () => {
  it('S1-11, U-49: tells each change, always with an account as text', () => {
    const status = createCurrent<Authorization>({ authorized: false });
    const { sent } = serving({ provide: { authorization: { status, toggle: () => NEVER } } });
    status.set({ authorized: true, account: 'ada' });
    status.set({ authorized: false });
    expect(sent('adapter-update-authorization-status')).toEqual([
      { type: 'rc-adapter-update-authorization-status', authorized: true, authorizedAccount: 'ada' },
      { type: 'rc-adapter-update-authorization-status', authorized: false, authorizedAccount: '' },
    ]);
  });

  it('S1-52: is answered at once, and the host takes its time', async () => {
    const status = createCurrent<Authorization>({ authorized: true, account: 'ada' });
    let leave = (): void => {};
    const toggle = jest.fn(() => new Promise<void>((resolve) => (leave = resolve)));
    const { ask, answers, clock, failures, told } = serving({
      provide: { authorization: { status, toggle } },
    });
    const id = ask('/authorize', { authorized: true });
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(toggle).toHaveBeenCalledWith(
      { authorized: true, account: 'ada' },
      expect.objectContaining({ connector: 'ringcentral', deadline: Infinity }),
    );
    clock.advance(600_000);
    leave();
    await settle();
    expect(answers(id)).toHaveLength(1);
    expect(failures()).toEqual([]);
    expect(told('request')).toEqual(['request.received', 'request.answered']);
  });

  it('S1-52: tells of a handler that fails later', async () => {
    const status = createCurrent<Authorization>({ authorized: true });
    const cause = new OffhookError('offline', 'No line.');
    const { ask, events } = serving({
      provide: { authorization: { status, toggle: async () => Promise.reject(cause) } },
    });
    ask('/authorize', {});
    await settle();
    expect(events.at(-1)).toMatchObject({
      type: 'error',
      handler: 'authorization.toggle',
      error: { code: 'handler-failed', cause },
    });
  });
});

const section: Setting = {
  id: 'crm',
  name: 'CRM',
  type: 'section',
  items: [
    { id: 'note', name: 'Note', type: 'text', value: 'Hello' },
    { id: 'new', name: 'New', type: 'boolean', value: false },
  ],
};

const all: readonly Setting[] = [
  { id: 'pop', name: 'Pop up', type: 'boolean', value: true, order: 2, description: 'Shows the caller' },
  {
    id: 'kind',
    name: 'Kind',
    type: 'option',
    options: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    value: 'a',
  },
  {
    id: 'kinds',
    name: 'Kinds',
    type: 'option',
    multiple: true,
    options: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    value: ['a'],
  },
  section,
  { id: 'more', name: 'More', type: 'group' },
  { id: 'empty', name: 'Empty', type: 'group' },
  { id: 'open', name: 'Open', type: 'button', label: 'Go', groupId: 'more' },
  { id: 'help', name: 'Help', type: 'link', url: 'https://crm.example/help', groupId: 'more' },
  { id: 'bad', name: 'Bad', type: 'link', url: 'javascript:alert(1)' },
  {
    id: 'theirs',
    name: 'Theirs',
    type: 'text',
    value: '',
    groupId: 'logging',
    readOnly: true,
    readOnlyReason: 'Fixed',
  },
];

const settings = (values = createCurrent(all), change: (setting: Setting) => unknown = () => NEVER) => ({
  provide: { settings: { values, change } },
});

describe('settings', () => {
  it('S1-58: of each type come in the widget’s words', () => {
    expect(serving(settings()).registered()).toMatchObject([
      {
        settingsPath: '/settings',
        buttonEventPath: '/button',
        settings: [
          {
            id: 'pop',
            name: 'Pop up',
            type: 'boolean',
            value: true,
            order: 2,
            description: 'Shows the caller',
          },
          {
            id: 'kind',
            type: 'option',
            options: [
              { id: 'a', name: 'A' },
              { id: 'b', name: 'B' },
            ],
            value: 'a',
          },
          { id: 'kinds', type: 'option', multiple: true, value: ['a'] },
          {
            id: 'crm',
            type: 'section',
            items: [
              { id: 'note', type: 'string', value: 'Hello' },
              { id: 'new', type: 'boolean', value: false },
            ],
          },
          {
            id: 'more',
            type: 'group',
            items: [
              { id: 'open', name: 'Open', type: 'button', buttonLabel: 'Go' },
              { id: 'help', name: 'Help', type: 'externalLink', uri: 'https://crm.example/help' },
            ],
          },
          {
            id: 'theirs',
            type: 'string',
            value: '',
            groupId: 'logging',
            readOnly: true,
            readOnlyReason: 'Fixed',
          },
        ],
      },
    ]);
  });

  it('S1-59: in 2019 are switches with a name and a value', () => {
    const { registered } = serving(settings(), { profile: '2019' });
    expect(registered()).toEqual([
      { name: 'Offhook', settingsPath: '/settings', settings: [{ name: 'Pop up', value: true }] },
    ]);
  });

  it.each<[string, object, object]>([
    [
      'S1-58: a switch',
      { id: 'pop', name: 'Pop up', type: 'boolean', value: false },
      { id: 'pop', type: 'boolean', value: false },
    ],
    ['S1-58: a choice', { id: 'kind', type: 'option', value: 'b' }, { id: 'kind', value: 'b' }],
    [
      'S1-58: several choices',
      { id: 'kinds', type: 'option', value: ['a', 'b', 'x'] },
      { id: 'kinds', value: ['a', 'b'] },
    ],
    [
      'S1-58: a section',
      {
        id: 'crm',
        type: 'section',
        items: [
          { id: 'note', value: 'Bye' },
          { id: 'new', value: false },
        ],
      },
      { id: 'note', type: 'text', value: 'Bye' },
    ],
  ])('%s reaches the host as its own setting', (_, setting, expected) => {
    const change = jest.fn();
    const { ask, answers } = serving(settings(undefined, change));
    const id = ask('/settings', { settings: [setting], setting });
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(change.mock.calls).toEqual([[expect.objectContaining(expected), expect.anything()]]);
  });

  it('S1-59: in 2019 is the one whose value differs from the host’s', () => {
    const change = jest.fn();
    const values = createCurrent<readonly Setting[]>([
      { id: 'pop', name: 'Pop up', type: 'boolean', value: true },
      { id: 'sync', name: 'Sync', type: 'boolean', value: true },
    ]);
    const { ask } = serving(settings(values, change), { profile: '2019' });
    const told = [
      { name: 'Pop up', value: true },
      { name: 'Sync', value: false },
    ];
    ask('/settings', { settings: told });
    expect(change.mock.calls.map(([setting]) => setting)).toEqual([
      { id: 'sync', name: 'Sync', type: 'boolean', value: false },
    ]);
  });

  it.each<[string, object]>([
    ['unknown', { id: 'nobody', value: true }],
    ['not to be set', { id: 'theirs', value: 'Mine' }],
    ['of another type', { id: 'pop', value: 'yes' }],
    ['no choice', { id: 'kind', value: 'z' }],
    ['no text', { id: 'note', value: 7 }],
    ['as it was', { id: 'pop', value: true }],
  ])('says ok, and nothing to the host, of a setting that is %s', (_, setting) => {
    const change = jest.fn();
    const { ask, answers } = serving(settings(undefined, change));
    expect(answers(ask('/settings', { settings: [], setting }))).toEqual([{ data: 'ok' }]);
    expect(change).not.toHaveBeenCalled();
  });

  it('S1-58: a button that is pressed reaches the host', () => {
    const change = jest.fn();
    const { ask, answers } = serving(settings(undefined, change));
    const id = ask('/button', { button: { id: 'open', type: 'setting', label: 'Go' } });
    const other = ask('/button', { button: { id: 'pop', type: 'setting' } });
    expect([...answers(id), ...answers(other)]).toEqual([{ data: 'ok' }, { data: 'ok' }]);
    expect(change.mock.calls.map(([setting]) => setting)).toMatchObject([{ id: 'open', type: 'button' }]);
  });

  it('U-46: that the host changes are told; in 2019 by registering again', () => {
    const values = createCurrent(all);
    const current = serving(settings(values));
    const old = serving(
      { provide: { ...settings(values).provide, contacts: { sync: () => NEVER } } },
      { profile: '2019' },
    );
    values.set([{ id: 'pop', name: 'Pop up', type: 'boolean', value: false }]);
    expect(current.sent('adapter-update-third-party-settings')).toEqual([
      {
        type: 'rc-adapter-update-third-party-settings',
        settings: [{ id: 'pop', name: 'Pop up', type: 'boolean', value: false }],
      },
    ]);
    expect(current.registered()).toHaveLength(1);
    expect(old.sent('adapter-update-third-party-settings')).toEqual([]);
    expect(old.registered().slice(2)).toEqual([
      { name: 'Offhook', settingsPath: '/settings', settings: [{ name: 'Pop up', value: false }] },
    ]);
  });

  it('U-46: are registered when the first one comes', () => {
    const values = createCurrent<readonly Setting[]>([]);
    const { registered } = serving({
      provide: { ...settings(values).provide, contacts: { sync: () => NEVER } },
    });
    values.set([section]);
    expect(registered()).toMatchObject([{ contactsPath: '/contacts' }, { settingsPath: '/settings' }]);
    expect(registered()[1]).not.toHaveProperty('contactsPath');
  });

  it('are left alone once the client is closed', () => {
    const values = createCurrent(all);
    const { phone, channel } = serving(settings(values));
    phone.close();
    const before = channel.sent.length;
    values.set([]);
    expect(channel.sent).toHaveLength(before);
  });
});
