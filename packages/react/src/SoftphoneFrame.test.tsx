import { act, render } from '@testing-library/react';
import { createOffhook, type OpeningState } from '@offhook/core';
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

  describe('with openOn', () => {
    function setUpOpening() {
      const one = fakeConnector({ id: 'one', size: { width: 320, height: 480 } });
      const two = fakeConnector({ id: 'two' });
      const made = createOffhook({ connectors: [one, two] });
      const asked: (readonly OpeningState[] | undefined)[] = [];
      const phone: typeof made = {
        ...made,
        attachSoftphone: (element, connector, options) => {
          asked.push(options?.openOn);
          return made.attachSoftphone(element, connector, options);
        },
      };
      const show = (openOn?: readonly OpeningState[]) => (
        <Mode>
          <OffhookProvider client={phone}>
            <SoftphoneFrame openOn={openOn} className="phone" />
          </OffhookProvider>
        </Mode>
      );
      return { one, two, phone, asked, show };
    }

    test('it is hidden until a call of its vendor comes, and then as large as the widget asks for', () => {
      const { one, two, phone, show } = setUpOpening();
      const { container, unmount } = render(show(['ringing']));
      const place = container.querySelector('div');
      expect(place?.hidden).toBe(true);
      act(() => void two.ring());
      act(() => void one.dial());
      expect(place?.hidden).toBe(true);
      act(() => void one.ring());
      expect(place?.hidden).toBe(false);
      expect(place?.style.cssText).toBe('width: 320px; height: 480px;');
      act(() => phone.closeWidget());
      expect(place?.hidden).toBe(true);
      expect(one.attached).toEqual([place]);
      unmount();
      expect(one.attached).toEqual([]);
      phone.close();
    });

    test('a call that rings already opens it as it comes', () => {
      const { one, phone, show } = setUpOpening();
      one.ring();
      const { container } = render(show(['ringing', 'dialing']));
      expect(container.querySelector('div')?.hidden).toBe(false);
      phone.close();
    });

    test('the same states in another list attach nothing anew; other states do, and none show it always', () => {
      const { one, phone, asked, show } = setUpOpening();
      const { container, rerender } = render(show(['ringing']));
      const before = asked.length;
      rerender(show(['ringing']));
      expect(asked).toHaveLength(before);
      rerender(show([]));
      act(() => void one.ring());
      const place = container.querySelector('div');
      expect(place?.hidden).toBe(true);
      rerender(show());
      expect(asked.slice(before)).toEqual([[], undefined]);
      expect([place?.hidden, place?.style.cssText]).toEqual([false, '']);
      phone.close();
    });
  });
});
