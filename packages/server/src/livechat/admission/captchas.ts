import { randomInt } from 'node:crypto';
import type { StartCode } from '@offhook/livechat';
import type { Clock } from '../../clock.js';
import { sameText } from '../http/constantTime.js';
import { isObject } from '../http/isObject.js';
import type { SessionLog } from '../log/sessionLog.js';
import { captchaLetters } from './captchaGlyphs.js';

/** The outcome of a check (P-16). */
export type CaptchaOutcome =
  { readonly ok: true } | { readonly ok: false; readonly code: StartCode; readonly retryAfterMs?: number };

/** The texts that customers have to read, one a web session. */
export interface Captchas {
  /** The session's text; another one where it has none, or where that is too old. */
  text(site: string, web: string): Promise<string>;
  /** Another one in any case. */
  reset(site: string, web: string): Promise<string>;
  /** Checks what was entered. A right or wrong one uses the text up; after a wrong one there is a new one already. */
  check(site: string, web: string, entered: unknown): Promise<CaptchaOutcome>;
  /** The last text that was made in a site, for tests by people and programs. */
  last(site: string): string | undefined;
}

const goodForMs = 300_000;
const wrongsWithinMs = 600_000;
const wrongsAtMost = 5;

interface Kept {
  readonly text: string;
  readonly at: number;
}

const makeText = (): string =>
  Array.from({ length: 5 }, () => captchaLetters[randomInt(captchaLetters.length)] ?? '').join('');

function parse(raw: string | undefined): Kept | undefined {
  const value: unknown = raw === undefined ? undefined : JSON.parse(raw);
  if (!isObject(value) || typeof value['text'] !== 'string' || typeof value['at'] !== 'number')
    return undefined;
  return { text: value['text'], at: value['at'] };
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Captcha texts, kept with the log: a text can be used once, whichever node is asked (P-15, P-16). */
export function captchas(log: SessionLog, clock: Clock): Captchas {
  const latest = new Map<string, string>();
  const textKey = (site: string, web: string): string => `captcha:${site}:${web}`;

  async function renew(site: string, web: string, wanted: (kept: Kept) => boolean): Promise<string> {
    const key = textKey(site, web);
    for (;;) {
      const raw = await log.value(key);
      const kept = parse(raw);
      if (kept !== undefined && !wanted(kept)) return kept.text;
      const text = makeText();
      if (await log.swap(key, raw, JSON.stringify({ text, at: clock.now() }), goodForMs)) {
        latest.set(site, text);
        return text;
      }
    }
  }
  const isOld = ({ at }: Kept): boolean => clock.now() - at >= goodForMs;

  /** When the session's last few wrong ones were. */
  async function wrongs(key: string): Promise<{ raw: string | undefined; times: readonly number[] }> {
    const raw = await log.value(key);
    const value: unknown = raw === undefined ? [] : JSON.parse(raw);
    const all = Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
    return { raw, times: all.filter((at) => clock.now() - at < wrongsWithinMs) };
  }
  async function countWrong(key: string): Promise<void> {
    for (;;) {
      const { raw, times } = await wrongs(key);
      if (await log.swap(key, raw, JSON.stringify([...times, clock.now()]), wrongsWithinMs)) return;
    }
  }

  return {
    text: (site, web) => renew(site, web, isOld),
    reset: (site, web) => renew(site, web, () => true),
    last: (site) => latest.get(site),
    async check(site, web, entered) {
      const typed = typeof entered === 'string' ? plain(entered) : '';
      if (typed === '') return { ok: false, code: 'CaptchaIsEmpty' };
      const wrongKey = `captcha-wrong:${site}:${web}`;
      const { times } = await wrongs(wrongKey);
      const [firstWrong] = times.slice(-wrongsAtMost);
      if (times.length >= wrongsAtMost && firstWrong !== undefined) {
        return { ok: false, code: 'StartError', retryAfterMs: firstWrong + wrongsWithinMs - clock.now() };
      }
      const key = textKey(site, web);
      const raw = await log.value(key);
      const kept = parse(raw);
      if (kept === undefined || isOld(kept)) return { ok: false, code: 'CaptchaNotFound' };
      // Whoever takes the text away may use it: a second request with the same one finds none.
      if (!(await log.swap(key, raw, undefined, goodForMs))) return { ok: false, code: 'CaptchaNotFound' };
      if (sameText(plain(kept.text), typed)) return { ok: true };
      await countWrong(wrongKey);
      await renew(site, web, () => true);
      return { ok: false, code: 'CaptchaDoesNotMatch' };
    },
  };
}
