import { countingIds, virtualClock, type VirtualClock } from '@offhook/testing';
import { tabs, type Tabs } from './tabs.js';
import { fakeBrowser, type FakeTab } from './testing/fakeBrowser.js';
import { rest } from './testing/until.js';

interface Stage {
  readonly clock: VirtualClock;
  readonly delayStorage: () => void;
  open(without?: Parameters<ReturnType<typeof fakeBrowser>['tab']>[0]): {
    readonly host: FakeTab;
    readonly tab: Tabs;
  };
}

function stage(): Stage {
  const browser = fakeBrowser();
  const clock = virtualClock();
  const ids = countingIds();
  return {
    clock,
    delayStorage: browser.delayStorage,
    open(without) {
      const host = browser.tab(without);
      return { host, tab: tabs({ host, clock, ids, random: () => 0 }) };
    },
  };
}

const leading = (...all: readonly { readonly tab: Tabs }[]): readonly boolean[] =>
  all.map(({ tab }) => tab.leader.value);

describe('the leader', () => {
  it('is the first tab, and after it the next, closed or crashed', async () => {
    const { open } = stage();
    const [first, second, third] = [open(), open(), open()];
    await rest();
    expect(leading(first, second, third)).toEqual([true, false, false]);
    first.tab.close();
    await rest();
    expect(leading(first, second, third)).toEqual([false, true, false]);
    second.host.crash();
    await rest();
    expect(third.tab.leader.value).toBe(true);
  });

  it('is no page that the browser has frozen', async () => {
    const { open } = stage();
    const [first, second] = [open(), open()];
    await rest();
    first.host.live(false);
    await rest();
    expect(leading(first, second)).toEqual([false, true]);
    first.host.live(true);
    await rest();
    expect(leading(first, second)).toEqual([false, true]);
    second.tab.close();
    await rest();
    expect(first.tab.leader.value).toBe(true);
  });

  it('is this tab where there is no other to be heard of', async () => {
    const { tab } = stage().open(['locks', 'channels', 'storage', 'indexedDB']);
    await rest();
    expect(tab.leader.value).toBe(true);
    tab.close();
    expect(tab.leader.value).toBe(false);
  });

  it('is on a server this page, and nothing is opened there', () => {
    const here = tabs({ ids: countingIds() });
    expect(here.leader.value).toBe(true);
    here.close();
  });

  describe('without Web Locks', () => {
    const without = ['locks'] as const;

    it('is whoever claims the lease first, and is believed while it is heard of', async () => {
      const { open, clock } = stage();
      const first = open(without);
      clock.advance(4_000);
      await rest();
      const second = open(without);
      for (let second_ = 0; second_ < 20; second_ += 1) {
        clock.advance(1_000);
        await rest(2);
      }
      expect(leading(first, second)).toEqual([true, false]);
    });

    it('is the next one some seconds after the leader has crashed, and at once when it says goodbye', async () => {
      const { open, clock } = stage();
      const first = open(without);
      clock.advance(4_000);
      const second = open(without);
      await rest();
      first.host.crash();
      clock.advance(3_400);
      await rest();
      expect(second.tab.leader.value).toBe(false);
      clock.advance(1_200);
      await rest();
      expect(second.tab.leader.value).toBe(true);
      const third = open(without);
      await rest();
      second.tab.close();
      await rest();
      clock.advance(1_000);
      expect(third.tab.leader.value).toBe(true);
    });

    it('is of two the one with the lower id, as soon as they hear of each other', async () => {
      const { open, clock } = stage();
      const [first, second] = [open(without), open(without)];
      // Both claim it in the same instant.
      clock.advance(3_500);
      await rest();
      expect(leading(first, second)).toEqual([true, false]);
    });
  });
});

describe('an effect', () => {
  it('runs in the leader, once, though each tab asks for it', async () => {
    const { open } = stage();
    const all = [open(), open(), open()];
    await rest();
    const ran: string[] = [];
    const outcomes = all.map(({ tab }) => tab.runOnce('pop', () => ran.push(tab.id)));
    await rest();
    await expect(Promise.all(outcomes)).resolves.toEqual([true, false, false]);
    expect(ran).toEqual([all[0]?.tab.id]);
  });

  it('runs in the next leader when the leader never took it on', async () => {
    const { open } = stage();
    const [first, second] = [open(), open()];
    await rest();
    const effect = jest.fn();
    const outcome = second.tab.runOnce('pop', effect);
    await rest();
    expect(effect).not.toHaveBeenCalled();
    first.host.crash();
    await rest();
    await expect(outcome).resolves.toBe(true);
  });

  it('that is to be seen runs in a tab that is seen', async () => {
    const { open, clock } = stage();
    const [first, second] = [open(), open()];
    await rest();
    first.host.show(false);
    const effects = [jest.fn(), jest.fn()];
    const outcomes = [first, second].map(({ tab }, at) => tab.runOnce('pop', effects[at]!, 'visible'));
    await rest();
    clock.advance(400);
    await rest();
    await expect(Promise.all(outcomes)).resolves.toEqual([false, true]);
    expect(effects[0]).not.toHaveBeenCalled();
  });

  it('that is to be seen runs in the leader where no tab is seen', async () => {
    const { open, clock } = stage();
    const [first, second] = [open(), open()];
    await rest();
    for (const { host } of [first, second]) host.show(false);
    const outcomes = [first, second].map(({ tab }) => tab.runOnce('pop', () => {}, 'visible'));
    await rest();
    clock.advance(299);
    await rest();
    clock.advance(1);
    await rest();
    await expect(Promise.all(outcomes)).resolves.toEqual([true, false]);
  });

  it('of every tab runs once in each', async () => {
    const { open } = stage();
    const all = [open(), open()];
    const effect = jest.fn();
    for (const { tab } of all) {
      await expect(tab.runOnce('pop', effect, 'every')).resolves.toBe(true);
      await expect(tab.runOnce('pop', effect, 'every')).resolves.toBe(false);
    }
    expect(effect).toHaveBeenCalledTimes(2);
  });

  it('that fails rejects where it ran, and is not repeated elsewhere', async () => {
    const { open } = stage();
    const [first, second] = [open(), open()];
    await rest();
    const boom = () => Promise.reject(new Error('boom'));
    const outcomes = Promise.allSettled([first.tab.runOnce('pop', boom), second.tab.runOnce('pop', boom)]);
    await rest();
    await expect(outcomes).resolves.toMatchObject([{ status: 'rejected' }, { value: false }]);
  });

  it('is remembered for ten minutes, also by tabs that come later', async () => {
    const { open, clock } = stage();
    const first = open();
    await rest();
    await first.tab.runOnce('pop', () => {});
    clock.advance(599_000);
    const second = open();
    await expect(second.tab.runOnce('pop', () => {}, 'visible')).resolves.toBe(false);
    clock.advance(2_000);
    await expect(second.tab.runOnce('pop', () => {}, 'visible')).resolves.toBe(true);
  });

  it('is over for a tab that hears that it ran before the storage shows it', async () => {
    const { open, delayStorage } = stage();
    const [first, second] = [open(), open()];
    await rest();
    delayStorage();
    const outcome = second.tab.runOnce('pop', () => {});
    await first.tab.runOnce('pop', () => {});
    await expect(outcome).resolves.toBe(false);
    await expect(second.tab.runOnce('pop', () => {})).resolves.toBe(false);
  });

  it('runs once though the next leader was told nothing and its storage lags', async () => {
    const { open, delayStorage } = stage();
    const [first, second] = [open(['channels']), open(['channels'])];
    await rest();
    delayStorage();
    await expect(first.tab.runOnce('pop', () => {})).resolves.toBe(true);
    first.tab.close();
    await rest();
    expect(leading(second)).toEqual([true]);
    await expect(second.tab.runOnce('pop', () => {})).resolves.toBe(false);
  });

  it('is remembered though another tab took on something else at the same time', async () => {
    const { open, delayStorage } = stage();
    const [first, second] = [open(), open()];
    await rest();
    delayStorage();
    second.host.show(true);
    await Promise.all([
      first.tab.runOnce('one', () => {}, 'visible'),
      second.tab.runOnce('two', () => {}, 'visible'),
    ]);
    const third = open();
    await expect(third.tab.runOnce('one', () => {}, 'visible')).resolves.toBe(false);
    await expect(third.tab.runOnce('two', () => {}, 'visible')).resolves.toBe(false);
  });

  it('leaves nothing in the storage when it is long ago', async () => {
    const { open, clock } = stage();
    const { tab, host } = open();
    await rest();
    await tab.runOnce('old', () => {});
    clock.advance(700_000);
    await tab.runOnce('new', () => {});
    expect(host.storage?.length).toBe(1);
    expect(host.storage?.key(0)).toBe('offhook:once:new');
  });

  it('runs once in this tab where there is no place to remember it together', async () => {
    const { tab } = stage().open(['locks', 'channels', 'storage']);
    await expect(tab.runOnce('pop', () => {})).resolves.toBe(true);
    await expect(tab.runOnce('pop', () => {})).resolves.toBe(false);
  });

  it('that still waits is given up when the tabs are closed', async () => {
    const { open } = stage();
    open();
    const second = open();
    await rest();
    const outcome = second.tab.runOnce('pop', () => {});
    await rest();
    second.tab.close();
    await expect(outcome).rejects.toMatchObject({ code: 'aborted' });
  });
});
