import { createDeskTabs } from '../support/deskTabs.js';
import { seeded } from '../support/random.js';
import { expect, test } from '../support/test.js';

interface LogRow {
  readonly phase: string;
  readonly note: string | null;
  readonly updates: number;
  readonly remote: { readonly number?: string };
}

const calls = Number(process.env['OFFHOOK_CHAOS_CALLS'] || 60);
const seed = Number(process.env['OFFHOOK_SEED'] || Math.floor(Math.random() * 2 ** 31));
const crashes = 10;
const reloads = 6;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

// Real tabs, real storage, real time: this is what an agent's day does to a log.
test('one row for each call, though tabs crash and reload and the CRM fails', async ({
  context,
  request,
  session,
  simulator,
}) => {
  test.setTimeout(120_000 + calls * 6_000);
  const random = seeded(seed);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low));
  const faults = async (data: object): Promise<void> => {
    await request.post('/crm/faults', { data: { session, ...data } });
  };
  console.log(`seed ${seed}, ${calls} calls`);

  const tabs = await createDeskTabs(context, session);
  for (let tab = 0; tab < 3; tab += 1) await tabs.open();
  await faults({ failRate: 0.3 });

  const notes = new Map<string, string>();
  const live = new Set<Promise<void>>();
  let missed = 0;
  /** A web phone dials one number at a time. */
  let dialing = false;

  async function oneCall(index: number): Promise<void> {
    const number = `+1555${String(1_000_000 + index)}`;
    const kind = random();
    const waits = [between(200, 700), between(300, 900), between(100, 400)] as const;
    const outbound = kind < 0.2 && !dialing;
    if (outbound) dialing = true;
    const id = await simulator.place(outbound ? 'outbound' : 'inbound', number);
    await pause(waits[0]);
    if (kind > 0.8) {
      missed += 1;
      await simulator.act(id, 'cancel');
    } else {
      await simulator.act(id, 'answer', outbound ? 'remote' : 'agent');
      if (outbound) dialing = false;
      await pause(waits[1]);
    }
    const note = `About ${index}`;
    if (await tabs.note(number, note)) notes.set(number, note);
    await pause(waits[2]);
    if (kind <= 0.8) await simulator.act(id, 'hangup');
  }

  const at = (share: number): number => Math.floor(calls * share);
  for (let index = 0; index < calls; index += 1) {
    while (live.size >= 3) await Promise.race(live);
    const call = oneCall(index).finally(() => live.delete(call));
    live.add(call);
    if (index === at(0.2) || index === at(0.6)) {
      await faults({ offline: true });
      setTimeout(() => void faults({ failRate: 0.3 }), 4_000);
    }
    // Not at once: in the middle of what the calls have begun.
    await pause(between(0, 300));
    if ((index * crashes) % calls < crashes) await tabs.crashLeader();
    if ((index * reloads) % calls < reloads) await tabs.reload(between(0, 3));
  }
  await Promise.all(live);
  await faults({});
  await expect.poll(() => tabs.waiting(), { timeout: 90_000, intervals: [500] }).toBe(0);

  const rows = (await (await request.get('/crm/logs', { params: { session } })).json()) as readonly LogRow[];
  const asked = await simulator.asked('/callLogger');
  const writes = rows.reduce((sum, { updates }) => sum + updates, 0);
  console.log(
    `${tabs.seen.size} calls seen (${missed} missed), ${rows.length} rows, ${notes.size} notes, ` +
      `${asked} requests of the widget, ${writes} writes that changed a row, ` +
      `${crashes} crashes, ${reloads} reloads, the CRM down twice`,
  );
  expect(tabs.seen.size).toBe(calls);
  expect(rows.map(({ remote }) => remote.number).sort()).toEqual([...tabs.seen].sort());
  expect(rows.filter(({ phase }) => phase !== 'final' && phase !== 'recording')).toEqual([]);
  expect(notes.size).toBeGreaterThan(calls / 2);
  for (const [number, note] of notes) {
    expect(rows.find(({ remote }) => remote.number === number)?.note, number).toBe(note);
  }
  await tabs.close();
});
