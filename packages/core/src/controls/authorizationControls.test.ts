import type { Authorization } from '../model/authorization.js';
import { createCurrent } from '../stream/state.js';
import { setUp } from '../testing/setUp.js';
import { authorizationControls } from './authorizationControls.js';

describe('authorizationControls', () => {
  it('follows the host’s status, and asks the host to change it', async () => {
    const status = createCurrent<Authorization>({ authorized: true, account: 'kim' });
    const toggle = jest.fn((now: Authorization) => status.set({ authorized: !now.authorized }));
    const { phone } = setUp({ provide: { authorization: { status, toggle } } });
    const { state, toggle: press } = authorizationControls(phone);
    expect(state.value).toMatchObject({ authorized: true, account: 'kim', pending: false });
    await expect(press()).resolves.toMatchObject({ ok: true });
    expect(toggle.mock.calls[0]?.[0]).toEqual({ authorized: true, account: 'kim' });
    expect(state.value.authorized).toBe(false);
    expect(state.value.account).toBeUndefined();
  });

  it('tells that a toggle is under way, and why it failed', async () => {
    const status = createCurrent<Authorization>({ authorized: false });
    const toggle = () => Promise.reject(new Error('no window'));
    const { state, toggle: press } = authorizationControls(
      setUp({ provide: { authorization: { status, toggle } } }).phone,
    );
    const pressed = press();
    expect(state.value.pending).toBe(true);
    await pressed;
    expect(state.value).toMatchObject({ authorized: false, pending: false, lastError: expect.any(Error) });
  });

  it('takes everybody for authorized where there is nothing to sign in to', async () => {
    const { state, toggle } = authorizationControls(setUp().phone);
    expect(state.value.authorized).toBe(true);
    await expect(toggle()).resolves.toMatchObject({ ok: false, error: { code: 'not-supported' } });
  });
});
