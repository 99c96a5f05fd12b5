import { generateKeyPairSync, sign } from 'node:crypto';
import { closeServices, openService } from '../testing/openService.js';
import {
  sampleClaims,
  sampleNow,
  sampleRequest,
  signedToken,
  tokenSecret,
  unsignedToken,
} from '../testing/samples.js';
import { virtualClock } from '../testing/virtualClock.js';
import { tokenKey, type Jwk } from './tokenKey.js';
import { tokenReader } from './tokenReader.js';

afterEach(closeServices);

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = sampleNow / 1_000;
const [head = '', claims = '', signature = ''] = signedToken().split('.');

function rsaToken(): string {
  const body = `${encode({ alg: 'RS256' })}.${encode(sampleClaims)}`;
  return `${body}.${sign('sha256', Buffer.from(body), rsa.privateKey).toString('base64url')}`;
}

describe('with a key', () => {
  it.each([
    ['that is absent', 'token-missing', undefined],
    ['that is empty', 'token-missing', ''],
    ['that is no token', 'token-malformed', 'secret'],
    ['with two parts', 'token-malformed', `${head}.${claims}`],
    ['with four parts', 'token-malformed', `${signedToken()}.x`],
    ['with a line break', 'token-malformed', `${signedToken()}\r\nSet-Cookie: a=b`],
    ['whose claims are no JSON', 'token-malformed', `${head}.bm9uZQ.${signature}`],
    ['whose claims are an array', 'token-malformed', `${head}.${encode([])}.${signature}`],
    ['without a signature', 'token-unsigned', `${head}.${claims}.`],
    ['of alg none', 'token-unsigned', unsignedToken()],
    [
      'of alg none, with a signature',
      'token-unsigned',
      signedToken(sampleClaims, { header: { alg: 'none' } }),
    ],
    ['of alg nOnE', 'token-unsigned', signedToken(sampleClaims, { header: { alg: 'nOnE' } })],
    ['of no alg', 'token-signature', signedToken(sampleClaims, { header: {} })],
    ['of an unknown alg', 'token-signature', signedToken(sampleClaims, { header: { alg: 'HS1' } })],
    ['signed with another secret', 'token-signature', signedToken(sampleClaims, { secret: 'x'.repeat(40) })],
    [
      'with changed claims',
      'token-signature',
      `${head}.${encode({ ...sampleClaims, login: 'eve' })}.${signature}`,
    ],
    ['with a cut signature', 'token-signature', signedToken().slice(0, -4)],
    ['signed with a private key', 'token-signature', rsaToken()],
    [
      'that has expired by expiresAt',
      'token-expired',
      signedToken({ ...sampleClaims, expiresAt: seconds - 31 }),
    ],
    ['that has expired by exp', 'token-expired', signedToken({ ...sampleClaims, exp: seconds - 31 })],
    ['that never expires', 'token-expired', signedToken({ login: 'ada' })],
    ['whose expiry is a text', 'token-expired', signedToken({ expiresAt: '9' } as never)],
  ])('X-7: a token %s is refused with %s', async (_kind, code, token) => {
    const { post, calls, log } = await openService({ key: tokenSecret });
    const answer = await post(sampleRequest({}, { token }));
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toEqual({ error: { code, message: expect.any(String) } });
    expect(calls).toEqual([]);
    if (token) expect(answer.text + JSON.stringify(log)).not.toContain(token);
  });

  it('X-7: clocks may differ by half a minute', async () => {
    const { post } = await openService({ key: tokenSecret });
    const token = signedToken({ ...sampleClaims, expiresAt: seconds - 29 });
    expect((await post(sampleRequest({}, { token }))).status).toBe(200);
  });

  it('X-7: a token that was good is refused as soon as it has expired', async () => {
    const { post, clock } = await openService({ key: tokenSecret });
    const request = (id: number) => sampleRequest({ callDataCallId: `${id}` });
    expect([(await post(request(1))).status, (await post(request(2))).status]).toEqual([200, 200]);
    clock.advance(3_629_999);
    expect((await post(request(3))).status).toBe(200);
    clock.advance(1);
    const answer = await post(request(4));
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      401,
      { error: { code: 'token-expired' } },
    ]);
  });

  it('X-7: a public key, as text or as JSON, verifies what its private key signed', async () => {
    const clock = virtualClock(sampleNow);
    for (const key of [rsaPem, rsa.publicKey.export({ format: 'jwk' }) as Jwk]) {
      await expect(tokenReader(key, clock)(rsaToken())).resolves.toEqual({
        claims: sampleClaims,
        verified: true,
      });
    }
  });

  it('X-7: a public key is never a secret', async () => {
    const read = tokenReader(rsaPem, virtualClock(sampleNow));
    await expect(Promise.resolve(read(signedToken(sampleClaims, { secret: rsaPem })))).rejects.toMatchObject({
      code: 'token-signature',
    });
  });

  it('a secret may be a JSON web key', async () => {
    const key = { kty: 'oct', k: Buffer.from(tokenSecret).toString('base64url') };
    const read = tokenReader(key, virtualClock(sampleNow));
    await expect(read(signedToken())).resolves.toMatchObject({ verified: true });
  });

  it.each(['EC', 'Ed25519'])('knows the algorithms of %s', (kind) => {
    const { publicKey } =
      kind === 'EC' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
    const { algorithms } = tokenKey(publicKey.export({ type: 'spki', format: 'pem' }) as string);
    expect(algorithms).toEqual(kind === 'EC' ? ['ES256'] : ['EdDSA', 'Ed25519']);
  });

  it.each([
    ['an empty one', ''],
    [
      'one that can’t verify',
      generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }),
    ],
    ['one that is none', '-----BEGIN PUBLIC KEY-----\nx'],
  ])('%s is refused when the service is made', (_kind, key) => {
    expect(() => tokenKey(key as string)).toThrow();
  });
});

describe('without a key', () => {
  it.each([signedToken(sampleClaims, { secret: 'anybody' }), unsignedToken()])(
    'X-7: a token is decoded, and proves nothing: %#',
    (token) => {
      const read = tokenReader(undefined, virtualClock(sampleNow));
      expect(read(token)).toEqual({ claims: sampleClaims, verified: false });
    },
  );

  it('X-7: none at all is as good', async () => {
    const { post } = await openService();
    expect((await post(sampleRequest({}, { token: undefined }))).status).toBe(200);
  });

  it('X-7: what is no token is refused all the same', async () => {
    const { post } = await openService();
    const answer = await post(sampleRequest({}, { token: 'secret' }));
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      401,
      { error: { code: 'token-malformed' } },
    ]);
  });
});
