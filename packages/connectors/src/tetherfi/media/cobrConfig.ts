import type { CobrowseControls } from '@offhook/core';
import { fields } from '../../read.js';
import type { Display } from './avConfig.js';
import type { ScreenOptions, VideoOptions } from './mediaOptions.js';

/** Callbacks of what is shown (rows T-105 to T-107). */
export interface ShowDisplay extends Display {
  /** In place of the browser's own choice of a screen, where the page brings a stream. */
  OnAcquireCustomCanvasStream?: () => unknown;
}

/**
 * What `SetCobrConfigs` takes first (rows T-92 to T-107): all that the document names, with its own figures where nothing
 * else is asked for.
 *
 * @param screen whether the screen is shown, and not the page's document
 */
export function cobrConfig(
  { iceServers }: VideoOptions,
  { frameRate = 6, width = 1_920, height = 1_080, maxKbps = 2_048 }: ScreenOptions,
  screen: boolean,
  display: ShowDisplay,
): object {
  return {
    MediaTransport: {
      ...(iceServers && { iceServers: iceServers.map((each) => ({ ...each })) }),
      iceTransportPolicy: 'all',
    },
    MediaCapture: {
      audio: { enabled: false, autoGainControl: true, noiseSuppression: true, echoCancellation: true },
      video: { enabled: screen, width, height, frameRate },
    },
    // Our own script's: a screen alone takes nothing of the page.
    ...(screen && { DomCapture: { enabled: false } }),
    Signaling: { iceRestart: true },
    Network: {
      Bandwidth: {
        SingleAudioTrackLimit: 8,
        SingleVideoTrackLimit: maxKbps,
        CumulativeSessionLimit: Math.max(5_000, maxKbps),
      },
    },
    Display: display,
  };
}

/**
 * Which controls the agent may see (rows T-108 to T-110). Each kind is named, an empty list where none was given: what is
 * not listed is not seen, whatever a script takes a missing list for.
 */
export const domControlList = ({
  textboxes = [],
  radioButtons = [],
  checkboxes = [],
  dropdowns = [],
}: CobrowseControls = {}) => ({
  textboxId: [...textboxes],
  radioButtonId: [...radioButtons],
  checkboxId: [...checkboxes],
  dropdownId: [...dropdowns],
});

const ids = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The list as this tab remembers it; what is none of it lists nothing. */
export function readControls(value: unknown): CobrowseControls {
  const { textboxes, radioButtons, checkboxes, dropdowns } = fields(value);
  return {
    textboxes: ids(textboxes),
    radioButtons: ids(radioButtons),
    checkboxes: ids(checkboxes),
    dropdowns: ids(dropdowns),
  };
}
