import type { Activity } from '../model/activity.js';
import type { Ask } from '../ports/provide.js';
import { settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { activities } from './activities.js';

const visit: Activity = { id: '1', subject: 'Visit', at: 1_000 };
const offer: Activity = { id: '2', subject: 'Offer', at: 2_000 };

/** A handler whose answers the test gives. */
function slowList() {
  const asked: { readonly ask: Ask; readonly answer: (list: readonly Activity[]) => void }[] = [];
  return {
    asked,
    list: (_: { readonly id: string }, ask: Ask) =>
      new Promise<readonly Activity[]>((answer) => asked.push({ ask, answer })),
  };
}

describe('activities', () => {
  it('are fetched when somebody begins to look, once', async () => {
    const list = jest.fn(async (_: { readonly id: string }) => [visit]);
    const { phone } = setUp({ provide: { activities: { list } } });
    const { state } = activities(phone, 'ada');
    expect(list).not.toHaveBeenCalled();
    expect(state.value).toEqual({ activities: [], pending: false, lastError: undefined });

    const leave = state.listen(() => {});
    expect(state.value.pending).toBe(true);
    await settle();
    leave();
    state.listen(() => {});
    expect(list.mock.calls.map(([contact]) => contact)).toEqual([{ id: 'ada' }]);
    expect(state.value).toEqual({ activities: [visit], pending: false, lastError: undefined });
  });

  it('are fetched for no contact nowhere, and where there is no handler', async () => {
    const list = jest.fn(async () => [visit]);
    const { phone } = setUp({ provide: { activities: { list } } });
    activities(phone, '').state.listen(() => {});
    expect(list).not.toHaveBeenCalled();
    const { state } = activities(setUp().phone, 'ada');
    state.listen(() => {});
    await settle();
    expect(state.value).toEqual({ activities: [], pending: false, lastError: undefined });
  });

  it('show the answer of the newest request, which gives up the older one', async () => {
    const { asked, list } = slowList();
    const { state, refresh } = activities(setUp({ provide: { activities: { list } } }).phone, 'ada');
    void refresh();
    void refresh();
    expect(asked.map(({ ask }) => ask.signal.aborted)).toEqual([true, false]);
    asked[1]?.answer([offer]);
    await settle();
    asked[0]?.answer([visit]);
    await settle();
    expect(state.value).toMatchObject({ activities: [offer], pending: false });
  });

  it('keep what they were when fetching fails, and say why', async () => {
    const list = jest.fn().mockResolvedValueOnce([visit]).mockRejectedValueOnce(new Error('down'));
    const { state, refresh } = activities(setUp({ provide: { activities: { list } } }).phone, 'ada');
    await refresh();
    await expect(refresh()).resolves.toMatchObject({ ok: false });
    expect(state.value.activities).toEqual([visit]);
    expect(state.value.lastError?.message).toContain('down');
  });

  it('open in the host’s system, or say that they can’t', async () => {
    const open = jest.fn();
    const provide = { activities: { list: () => [], open } };
    await expect(activities(setUp({ provide }).phone, 'ada').open(visit)).resolves.toMatchObject({
      ok: true,
    });
    expect(open).toHaveBeenCalledWith(
      visit,
      expect.objectContaining({ connector: 'host', deadline: Infinity }),
    );
    await expect(activities(setUp().phone, 'ada').open(visit)).resolves.toMatchObject({
      ok: false,
      error: { code: 'not-supported' },
    });
  });
});
