import { translateLogin, translateStatus, translateWidget } from './translateAgent.js';

describe('the presence of the agent', () => {
  it.each([
    ['Available', 'TakeAllCalls', 'available'],
    ['Busy', 'TakeAllCalls', 'busy'],
    ['Offline', 'TakeAllCalls', 'offline'],
    ['Available', 'DoNotAcceptDepartmentCalls', 'available'],
    ['Available', 'DoNotAcceptAnyCalls', 'paused'],
    ['Busy', 'DoNotAcceptAnyCalls', 'paused'],
    [null, 'DoNotAcceptAnyCalls', 'paused'],
    [null, null, 'unknown'],
    ['Something', 'TakeAllCalls', 'unknown'],
  ])('U-25: with the status %p and calls %p is %s', (userStatus, dndStatus, presence) => {
    expect(translateStatus({ userStatus, dndStatus })).toEqual({ type: 'agent', presence });
  });
});

describe('the login of the agent', () => {
  it.each([
    ['+16505550000*101', { login: '+16505550000*101', extension: '101' }],
    ['+16505550000', { login: '+16505550000' }],
    ['+16505550000*', { login: '+16505550000*' }],
    ['', {}],
    [undefined, {}],
    [7, {}],
  ])('U-22: from %p is %j', (loginNumber, expected) => {
    const report = translateLogin({ loginNumber });
    expect(Object.entries(report).sort()).toEqual(Object.entries({ type: 'agent', ...expected }).sort());
  });
});

describe('the shape of the widget', () => {
  const size = { width: 300, height: 500 };

  it.each([
    [{ minimized: false, closed: false }, { open: true }],
    [{ minimized: true, closed: false }, { open: false }],
    [{ minimized: false, closed: true }, { open: false }],
    [{ minimized: false }, { open: true }],
    [{ closed: true }, {}],
    [{ size }, { size }],
    [
      { size, minimized: true },
      { size, open: false },
    ],
    [{ size: { width: 300 } }, {}],
    [{ size: { height: 500 } }, {}],
    [{ size: { width: 0, height: 500 } }, {}],
    [{ size: { width: 300, height: 'tall' } }, {}],
    [{ size: null }, {}],
    [{}, {}],
  ])('U-26: from %j is %j', (frame, expected) => {
    const report = translateWidget(frame);
    expect(Object.entries(report).sort()).toEqual(Object.entries({ type: 'widget', ...expected }).sort());
  });
});
