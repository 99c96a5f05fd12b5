import { object, text } from '../../link/read.js';
import { readMediaConfig, type MediaConfig } from '../../media/readMediaConfig.js';
import { defaults, type Texts } from './defaults.js';

type Fields = Readonly<Record<string, unknown>>;

/** The configuration as the script uses it. */
export interface CobrowseConfig extends MediaConfig {
  readonly texts: Texts;
}

/** The document's sample wraps all in a `MediaTransport` that has another inside. */
function unwrapped(given: Fields): Fields {
  const outer = object(given.MediaTransport);
  const nested = outer !== undefined && Object.keys(defaults).some((key) => object(outer[key]) !== undefined);
  if (!nested) return given;
  const { MediaTransport: _outer, ...beside } = given;
  return { ...outer, ...beside };
}

/** What is given over what is not; a list is one value. */
function over(base: Fields, given: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(given)) {
    const below = object(base[key]);
    const part = object(value);
    if (value !== undefined)
      merged[key] = below !== undefined && part !== undefined ? over(below, part) : value;
  }
  return merged;
}

/**
 * Reads what `SetCobrConfigs` was given, flat or nested (P-19): what is missing is as in the defaults.
 *
 * @param warn told in words of what is unknown or of no use
 * @example const config = readConfig({ MediaCapture: { video: { enabled: true } } }, warn);
 */
export function readConfig(value: unknown, warn: (text: string) => void): CobrowseConfig {
  const { Texts: ownTexts, ...base } = defaults;
  const { Texts: given, chatOrigin: _ofThePair, ...rest } = unwrapped(object(value) ?? {});
  const texts = object(given);
  for (const name of Object.keys(texts ?? {})) if (!(name in ownTexts)) warn(`Texts.${name} is not known.`);
  const said = (name: keyof Texts): string => text(texts?.[name]) ?? ownTexts[name];
  const merged = over(base, rest);
  const config = readMediaConfig(merged, warn);
  const captured = (kind: 'audio' | 'video'): boolean =>
    object(object(merged.MediaCapture)?.[kind])?.enabled === true;
  return {
    ...config,
    // Nothing is captured by mistake.
    audio: { ...config.audio, enabled: captured('audio') },
    video: { ...config.video, enabled: captured('video') },
    texts: {
      seen: said('seen'),
      shared: said('shared'),
      stop: said('stop'),
      annotate: said('annotate'),
      draw: said('draw'),
      undo: said('undo'),
      clear: said('clear'),
    },
  };
}
