import { closeServices, openService } from '../testing/openService.js';
import { objectsIn, seedObjects } from '../testing/seedObjects.js';
import type { XivoAnswer } from './xivoAnswer.js';
import type { XivoCallContext } from './options.js';

afterEach(closeServices);

const [request = '', ...answers] = seedObjects();

it('finds the objects of a text', () => {
  expect(objectsIn('a {b} { "c": {"d": 1} } e {"f":"}"}')).toEqual(['{ "c": {"d": 1} }', '{"f":"}"}']);
});

if (request !== '') {
  describe('the vendor’s document, byte for byte', () => {
    it('prints a request and two answers', () => {
      expect(answers).toHaveLength(2);
    });

    it.each(answers)('X-4, X-13: its request gets its answer %s', async (text) => {
      const { post, calls } = await openService({ onAnswer: () => text });
      const answer = await post(request);

      expect(answer).toMatchObject({ status: 200, text });
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      expect(calls).toEqual([JSON.parse(request)]);
    });

    it.each(answers)('X-13: the answer %s comes through as an object too', async (text) => {
      const answer = JSON.parse(text) as XivoAnswer;
      const { post } = await openService({ onAnswer: () => answer });
      expect((await post(request)).text).toBe(JSON.stringify(answer));
    });

    it('X-7: its token is decoded, and said to be unverified', async () => {
      let seen: XivoCallContext | undefined;
      const { post } = await openService({
        onAnswer(_call, context) {
          seen = context;
          return { action: 'none' };
        },
      });
      await post(request);

      const { claims, verified } = seen ?? {};
      expect(verified).toBe(false);
      expect(claims).toMatchObject({ userType: 'cti', acls: ['alias.ctiuser'], softwareType: 'webBrowser' });
      expect(claims?.login).toEqual(expect.any(String));
      expect((claims?.expiresAt ?? 0) - (claims?.issuedAt ?? 0)).toBe(3_600);
    });

    it('X-7: its token is too old for a service that has a key', async () => {
      const { post, calls } = await openService({ key: 'some other secret than the vendor’s own' });
      const answer = await post(request);
      expect(answer.status).toBe(401);
      expect(calls).toEqual([]);
    });
  });
}
