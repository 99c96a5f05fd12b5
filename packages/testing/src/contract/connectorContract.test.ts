import { connectorBehaviours, connectorContract } from './connectorContract.js';
import { parlour, type Mistake } from './fixtures/parlour.js';

connectorContract({ name: 'Parlour', create: parlour });

/** The names of the behaviours that a connector with this mistake doesn't show. */
async function failing(mistake: Mistake): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { name, check } of connectorBehaviours({
    create: (environment) => parlour(environment, mistake),
  })) {
    await check().catch(() => failed.push(name));
  }
  return failed;
}

describe('the contract finds a connector that', () => {
  const mistakes: readonly (readonly [Mistake, readonly RegExp[]])[] = [
    [
      'keeps its listener',
      [/gives back every listener/, /closed before the vendor was ready/, /50 times without a leak/],
    ],
    [
      'keeps a timer',
      [
        /gives back every listener and timer/,
        /closed before the vendor was ready/,
        /50 times without a leak/,
      ],
    ],
    [
      'is ready at once',
      [/is connecting until/, /given early wait/, /gives up on an early command/, /gets ready by nobody/],
    ],
    ['trusts every origin', [/refuses frames of strangers/, /gets ready by nobody but its vendor/]],
    ['trusts every window', [/refuses frames of strangers/, /gets ready by nobody but its vendor/]],
    ['reads before it looks', [/60 kinds of malformed frame/]],
    ['commits twice', [/at most one commit of a frame/]],
    ['begins a call anew with each ring', [/same frame twice as once/, /protocol\.violation/]],
    ['hides illegal steps', [/protocol\.violation/]],
    [
      'mixes calls up',
      [/keeps two calls apart/, /one commit only/, /malformed frame/, /next good frame counts/],
    ],
    ['dials again when ready', [/given early wait/, /does not dial again after a reconnect/]],
    ['answers again when ready', [/does not answer again after a reconnect/]],
    ['changes what it has given', [/never changes an object/]],
    ['posts to anybody', [/posts to nobody but its vendor/]],
    ['refuses without a reason', [/not supported/]],
    ['calls every end completed', [/nobody answered as missed/]],
  ];
  test.each(mistakes)(
    '%s',
    async (mistake, demands) => {
      const failed = await failing(mistake);
      for (const demand of demands) expect(failed).toContainEqual(expect.stringMatching(demand));
      expect(failed.filter((name) => !demands.some((demand) => demand.test(name)))).toEqual([]);
    },
    60_000,
  );

  test('never tells its status: nearly everything waits in vain', async () => {
    expect((await failing('never tells the status')).length).toBeGreaterThan(20);
  });
});
