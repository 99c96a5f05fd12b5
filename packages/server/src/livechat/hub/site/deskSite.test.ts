import { memoryLog } from '../../log/memoryLog.js';
import { type RecordListener, type SessionLog } from '../../log/sessionLog.js';
import { hubWorld } from '../testing/hubWorld.js';

/** A log that tells a node what others wrote while the node asks how far the log is, and not before. */
function lateNews(inner: SessionLog): SessionLog & { hold(): void } {
  let held: (() => void)[] | undefined;
  function release(): void {
    const waiting = held ?? [];
    held = undefined;
    for (const tell of waiting) tell();
  }
  return {
    ...inner,
    hold: () => void (held = []),
    follow: (listener: RecordListener) =>
      inner.follow((stream, records) => {
        if (held === undefined) listener(stream, records);
        else held.push(() => listener(stream, records));
      }),
    async end(stream) {
      const end = await inner.end(stream);
      release();
      return end;
    },
  };
}

test('what is heard of while a refusal is looked at again is not held against who asked', async () => {
  const world = hubWorld();
  const { clock, store } = world;
  const log = lateNews(memoryLog({ clock, store }));
  const agent = await world.node('n1', { log }).agent('Anna');
  const page = await world.node('n2').page('w', 'p');
  log.hold();
  const { sid = '' } = await page.start();
  expect(await agent.accept(sid)).toMatchObject({ t: 'ok', sid });
  await world.close();
});
