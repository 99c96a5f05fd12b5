import type { XivoAnswer } from './answer.js';

/** What is configured for a session's desktop; an empty URL is none. */
export interface XivoConfig {
  /** `THIRD_PARTY_URL`: asked about each call that rings. */
  readonly thirdPartyUrl: string;
  /** `THIRD_PARTY_LOGIN_URL`, with its variables: called at each log-in. */
  readonly loginUrl: string;
  /** What the demo service answers; undefined for its own default. */
  readonly answer: XivoAnswer | undefined;
  /** An autopause gives back the state from before, and not always `Ready`. */
  readonly restorePause: boolean;
}

/** Where a session's configuration comes from, until somebody changes it. */
export interface XivoDefaults {
  readonly thirdPartyUrl?: string | undefined;
  readonly loginUrl?: string | undefined;
  /** The demo service, which is told the session's name. */
  readonly service: () => string;
}

export function defaultConfig(defaults: XivoDefaults, session: string): XivoConfig {
  const query = `session=${encodeURIComponent(session)}`;
  const service = defaults.service();
  return {
    thirdPartyUrl: defaults.thirdPartyUrl ?? `${service}?${query}`,
    loginUrl:
      defaults.loginUrl ?? `${service}/login?${query}&login=%{login}&token=%{token}&xivoccHost=%{xivocchost}`,
    answer: undefined,
    restorePause: false,
  };
}
