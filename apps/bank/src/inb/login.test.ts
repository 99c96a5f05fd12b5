import { authenticator } from './oneTimeCodes.js';
import { closeAll, openBank } from '../testing/openBank.js';
import { openVisitor } from '../testing/openVisitor.js';
import { password } from '../testing/people.js';
import { testClock } from '../testing/testClock.js';

afterEach(closeAll);

async function bank() {
  const clock = testClock();
  const open = await openBank({ clock });
  const [ana, ben] = open.customers;
  const code = (customer = ana, at = clock.now()) => authenticator(customer).generate({ timestamp: at });
  return { ...open, clock, ana, ben, code, visitor: openVisitor(open.origin) };
}

describe('the two steps', () => {
  test('T-200: a password and a one-time code begin a session, and nothing less does', async () => {
    const { visitor, ana, code } = await bank();
    expect((await visitor.get('/account')).headers.location).toBe('/login');
    const first = await visitor.submit('/login', { number: ana.number, password });
    expect([first.status, first.headers.location]).toEqual([303, '/login/code']);
    expect(visitor.cookie('bank_session')).toBeUndefined();
    expect((await visitor.get('/account')).headers.location).toBe('/login');

    const second = await visitor.submit('/login/code', { code: code() });
    expect([second.status, second.headers.location]).toEqual([303, '/account']);
    const account = await visitor.get('/account');
    expect(account.status).toBe(200);
    expect(account.text).toContain('Ana Lim');
  });

  test('T-200: a code without the password before is no login', async () => {
    const { visitor, code, origin } = await bank();
    expect((await visitor.get('/login/code')).headers.location).toBe('/login');
    await visitor.get('/login');
    const answer = await visitor.send('/login/code', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `code=${code()}`,
    });
    expect([answer.status, answer.headers.location]).toEqual([303, '/login']);
    expect(visitor.cookie('bank_session')).toBeUndefined();
  });

  test('a wrong password, an unknown number and a malformed form say the same', async () => {
    const { visitor, ana } = await bank();
    const answers = [
      await visitor.submit('/login', { number: ana.number, password: 'wrong' }),
      await visitor.submit('/login', { number: '99999999', password }),
      await visitor.submit('/login', { number: 'x'.repeat(65), password }),
    ];
    const said = answers.map(({ status, text }) => [status, /role="alert">([^<]*)/.exec(text)?.[1]]);
    expect(said).toEqual(Array(3).fill([401, 'The number or the password is wrong.']));
  });

  test('the time for the code is over after five minutes', async () => {
    const { visitor, ana, clock, code } = await bank();
    await visitor.submit('/login', { number: ana.number, password });
    clock.advance(300_000);
    expect((await visitor.submit('/login/code', { code: code() })).headers.location).toBe('/login');
    expect(visitor.cookie('bank_session')).toBeUndefined();
  });
});

describe('the one-time code', () => {
  test('T-200: it can’t be used twice, nor one before it', async () => {
    const { origin, visitor, ana, clock, code } = await bank();
    const before = code(ana, clock.now() - 30_000);
    await visitor.logIn(ana, clock);
    const other = openVisitor(origin);
    await other.submit('/login', { number: ana.number, password });
    for (const spent of [code(), before]) {
      const answer = await other.submit('/login/code', { code: spent });
      expect(answer.status).toBe(401);
    }
    expect(other.cookie('bank_session')).toBeUndefined();
    clock.advance(30_000);
    expect((await other.submit('/login/code', { code: code() })).status).toBe(303);
  });

  test('T-200: another customer’s is none', async () => {
    const { visitor, ana, ben, code } = await bank();
    await visitor.submit('/login', { number: ana.number, password });
    expect((await visitor.submit('/login/code', { code: code(ben) })).status).toBe(401);
  });

  test('T-200: of a minute ago, or of the next minute, it is none', async () => {
    const { visitor, ana, clock, code } = await bank();
    await visitor.submit('/login', { number: ana.number, password });
    for (const at of [clock.now() - 60_000, clock.now() + 60_000]) {
      expect((await visitor.submit('/login/code', { code: code(ana, at) })).status).toBe(401);
    }
  });
});

describe('guessing', () => {
  test('five wrong passwords, and the right one has to wait', async () => {
    const { visitor, ana, clock } = await bank();
    for (let n = 0; n < 5; n += 1) {
      expect((await visitor.submit('/login', { number: ana.number, password: `p${n}` })).status).toBe(401);
    }
    const refused = await visitor.submit('/login', { number: ana.number, password });
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '600']);
    clock.advance(600_000);
    expect((await visitor.submit('/login', { number: ana.number, password })).status).toBe(303);
  });

  test('many at the same time are no way around it', async () => {
    const { visitor, ana, origin } = await bank();
    await visitor.get('/login');
    const token = /name="formToken" value="([^"]*)"/.exec((await visitor.get('/login')).text)?.[1] ?? '';
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        visitor.send('/login', {
          method: 'POST',
          headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({
            formToken: token,
            number: ana.number,
            password: `guess ${n}`,
          }).toString(),
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('T-200: five wrong codes, and the right one has to wait', async () => {
    const { visitor, ana, clock, code } = await bank();
    await visitor.submit('/login', { number: ana.number, password });
    const right = code();
    const wrong = right === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) {
      expect((await visitor.submit('/login/code', { code: wrong })).status).toBe(401);
    }
    expect((await visitor.submit('/login/code', { code: right })).status).toBe(429);
    // The password again gives no more codes.
    await visitor.submit('/login', { number: ana.number, password });
    expect((await visitor.submit('/login/code', { code: right })).status).toBe(429);
    clock.advance(600_000);
    await visitor.submit('/login', { number: ana.number, password });
    expect((await visitor.submit('/login/code', { code: code() })).status).toBe(303);
  });
});

describe('foreign pages and old forms', () => {
  test.each([
    ['another origin', 'https://evil.example'],
    ['an origin that begins alike', undefined],
    ['none', ''],
  ])('a form from %s is refused', async (_what, from) => {
    const { origin, visitor, ana } = await bank();
    await visitor.get('/login');
    const told = from ?? `${origin}.evil.example`;
    const answer = await visitor.send('/login', {
      method: 'POST',
      headers: {
        ...(told !== '' && { origin: told }),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ number: ana.number, password }).toString(),
    });
    expect(answer.status).toBe(403);
    expect(visitor.cookie('bank_login')).toBeUndefined();
  });

  test('a form without its token, or with another visitor’s, is refused', async () => {
    const { origin, visitor, ana } = await bank();
    const other = openVisitor(origin);
    const foreign = /name="formToken" value="([^"]*)"/.exec((await other.get('/login')).text)?.[1] ?? '';
    for (const formToken of ['', foreign]) {
      const answer = await visitor.submit('/login', { number: ana.number, password, formToken });
      expect(answer.status).toBe(403);
    }
    expect(visitor.cookie('bank_login')).toBeUndefined();
  });

  test('a session cookie that somebody laid is not the one that the login begins', async () => {
    const { origin, ana, ben, clock } = await bank();
    const thief = openVisitor(origin);
    await thief.logIn(ben, clock);
    const laid = thief.cookie('bank_session') ?? '';
    const victim = openVisitor(origin);
    await victim.submit('/login', { number: ana.number, password });
    const form = await victim.get('/login/code');
    const answer = await victim.send('/login/code', {
      method: 'POST',
      headers: {
        origin,
        cookie: `${victim.cookies()}; bank_session=${laid}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        formToken: /name="formToken" value="([^"]*)"/.exec(form.text)?.[1] ?? '',
        code: authenticator(ana).generate({ timestamp: clock.now() }),
      }).toString(),
    });
    expect(answer.status).toBe(303);
    expect(victim.cookie('bank_session')).not.toBe(laid);
  });
});

describe('the session', () => {
  test('its cookie is seen by no script and sent with no foreign form', async () => {
    const { visitor, ana, clock } = await bank();
    const { headers } = await visitor.logIn(ana, clock);
    const line = headers['set-cookie']?.find((each) => each.startsWith('bank_session='));
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).not.toMatch(/Max-Age|Expires/);
  });

  test('a forged cookie, one of the first step, and one of a closed session are none', async () => {
    const { origin, visitor, ana, clock } = await bank();
    await visitor.submit('/login', { number: ana.number, password });
    const halfway = visitor.cookie('bank_login') ?? '';
    await visitor.logIn(ana, clock);
    const right = visitor.cookie('bank_session') ?? '';
    await visitor.submit('/account', {}, '/logout');
    for (const value of [right, halfway, `${right.slice(0, -4)}AAAA`, 'x.y.z']) {
      const answer = await openVisitor(origin).send('/account', {
        headers: { cookie: `bank_session=${value}` },
      });
      expect([answer.status, answer.headers.location]).toEqual([303, '/login']);
    }
  });

  test('it is over a quarter of an hour after the last sign of life', async () => {
    const { visitor, ana, clock } = await bank();
    await visitor.logIn(ana, clock);
    clock.advance(899_000);
    expect((await visitor.get('/account')).status).toBe(200);
    clock.advance(900_000);
    expect((await visitor.get('/account')).status).toBe(303);
  });
});
