import { createSystemClock } from './clock.js';

/** A pause of the machine: nothing else runs meanwhile. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('the system clock', () => {
  it('runs what is due earlier first, though a pause made both late', async () => {
    const { after } = createSystemClock();
    const ran: string[] = [];
    const task = (ms: number, name: string): Promise<void> =>
      new Promise((done) => {
        after(ms, () => {
          ran.push(name);
          done();
        });
      });
    // Its timer opens Node's queue for 20 ms early enough to be emptied before that for 10 ms.
    const other = task(20, 'another widget’s');
    block(15);
    const both = [task(20, 'connected'), task(10, 'connecting')];
    block(40);
    await Promise.all([other, ...both]);
    expect(ran).toEqual(['another widget’s', 'connecting', 'connected']);
  });

  it('runs no task that one before it has cancelled', async () => {
    const { after } = createSystemClock();
    const ran: string[] = [];
    await new Promise<void>((done) => {
      after(1, () => {
        ran.push('first');
        cancel();
      });
      const cancel = after(2, () => void ran.push('second'));
      after(3, done);
      block(10);
    });
    expect(ran).toEqual(['first']);
  });
});
