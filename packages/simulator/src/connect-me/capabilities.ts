import { isRecord } from '../frame.js';

/** What the host takes over from the widget. */
export interface Capabilities {
  readonly nativeRinger: boolean;
  readonly speaker: boolean;
  readonly share: boolean;
}

export const noCapabilities: Capabilities = { nativeRinger: false, speaker: false, share: false };

/** Reads the host's answer to `capabilitiesRequest`; undefined when the frame is none. */
export function readCapabilities(frame: Readonly<Record<string, unknown>>): Capabilities | undefined {
  const { capabilities } = frame;
  if (!isRecord(capabilities)) return undefined;
  return {
    nativeRinger: capabilities['nativeRinger'] === true,
    speaker: capabilities['speaker'] === true,
    share: capabilities['share'] === true,
  };
}
