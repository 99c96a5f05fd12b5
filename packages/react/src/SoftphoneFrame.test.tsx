import { render } from '@testing-library/react';
import { createOffhook } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { OffhookProvider, SoftphoneFrame } from './index.js';
import { modes } from './testing/modes.js';

describe.each(modes)('%s', (_name, Mode) => {
  function setUp() {
    const one = fakeConnector({ id: 'one' });
    const two = fakeConnector({ id: 'two' });
    const phone = createOffhook({ connectors: [one, two] });
    const show = (connector?: string) => (
      <Mode>
        <OffhookProvider client={phone}>
          <SoftphoneFrame
            connector={connector}
            className="phone"
            aria-label="Softphone"
            data-kind="frame"
            style={{ height: 500 }}
          />
        </OffhookProvider>
      </Mode>
    );
    return { one, two, phone, show };
  }

  test('it is one div, with whatever a div may have', () => {
    const { phone, show } = setUp();
    const { container } = render(show());
    expect(container.innerHTML).toBe(
      '<div class="phone" aria-label="Softphone" data-kind="frame" style="height: 500px;"></div>',
    );
    phone.close();
  });

  test('it shows the frame of the connector named, and moves to another when that changes', () => {
    const { one, two, phone, show } = setUp();
    const { container, rerender, unmount } = render(show());
    expect([one.attached, two.attached]).toEqual([[container.firstElementChild], []]);
    rerender(show('two'));
    expect([one.attached, two.attached]).toEqual([[], [container.firstElementChild]]);
    rerender(show('two'));
    expect(two.attached).toHaveLength(1);
    unmount();
    expect([one.attached, two.attached]).toEqual([[], []]);
    expect([one.openLinks, two.openLinks]).toEqual([1, 1]);
    phone.close();
  });
});
