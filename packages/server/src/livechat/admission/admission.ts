import type { Admission, Admitted, StartRequest } from '../hub/admission.js';
import type { Visitor } from '../hub/visitor.js';
import type { Tokens } from '../sessions/tokens.js';
import type { Captchas } from './captchas.js';
import { asksForCallback, plainDetails } from './plainDetails.js';
import type { Unseal } from './sealedDetails.js';
import { startDetails } from './startDetails.js';

/** What a start is checked with. */
export interface AdmissionParts {
  readonly captchas: Captchas;
  readonly tokens: Tokens;
  readonly unseal: Unseal | undefined;
  /** Whether a site's customers have to read a captcha. */
  asksCaptcha(site: string): boolean;
  /** Whether each start has to have the session's token in `pAccessToken`. */
  readonly requireToken: boolean;
  /** Whether details in clear are refused. */
  readonly requireEncrypted: boolean;
  /** Tells the session's pages that the captcha's text is another now. */
  captchaReset(site: string, web: string): void;
}

const refused: Admitted = { ok: false, code: 'StartError' };

/**
 * Who may start a chat: captcha, token, encrypted details, in this order (P-1, P-2, P-16). There is one documented code for
 * whatever is wrong with details and token: `StartError` (T-129).
 */
export function admission(parts: AdmissionParts): Admission {
  const { captchas, tokens, unseal, asksCaptcha, requireToken, requireEncrypted, captchaReset } = parts;

  /** Everything but the captcha. */
  async function checked(
    { site, web }: Visitor,
    given: ReturnType<typeof startDetails> & object,
    bot: string | undefined,
    opened: Awaited<ReturnType<Unseal>>,
  ): Promise<Admitted> {
    const isSealed = given.sealed !== undefined;
    if (isSealed ? opened === undefined : requireEncrypted) return refused;
    const details = { ...given.clear, ...opened?.details };
    const token = details['pAccessToken'];
    const hasToken = typeof token === 'string' && token !== '';
    if ((hasToken || requireToken || isSealed) && !(hasToken && (await tokens.holds(site, web, token))))
      return refused;
    if (opened !== undefined && !(await opened.take())) return refused;
    return {
      ok: true,
      details: plainDetails(details),
      autoCallback: asksForCallback(details),
      ...(bot !== undefined && { bot }),
    };
  }

  return {
    async admit(visitor: Visitor, { details, bot }: StartRequest): Promise<Admitted> {
      const { site, web } = visitor;
      const given = startDetails(details);
      if (given === undefined) return refused;
      const opened = given.sealed === undefined ? undefined : await unseal?.(given.sealed);
      if (!asksCaptcha(site)) return checked(visitor, given, bot, opened);
      // What cannot be opened has no captcha that could be looked at.
      if (given.allSealed && opened === undefined) return refused;
      const entered = given.allSealed ? opened?.details['eEnteredCaptcha'] : given.clear['eEnteredCaptcha'];
      const outcome = await captchas.check(site, web, entered);
      if (!outcome.ok) {
        if (outcome.code === 'CaptchaDoesNotMatch') captchaReset(site, web);
        return outcome;
      }
      const admitted = await checked(visitor, given, bot, opened);
      if (admitted.ok) return admitted;
      await captchas.reset(site, web);
      captchaReset(site, web);
      return admitted;
    },
  };
}
