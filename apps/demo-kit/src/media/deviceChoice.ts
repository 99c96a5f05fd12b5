import type { Texts } from '../texts/english.js';

/** What select `Microphone` or `Camera` shows. */
export interface DeviceChoice {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Which one is chosen; empty where the browser doesn't tell. */
  readonly selected: string;
}

/** One as the browser lists it. */
interface ListedDevice {
  readonly deviceId: string;
  readonly kind: string;
  readonly label: string;
}

export interface DeviceFacts {
  readonly kind: 'audio' | 'video';
  readonly devices: readonly ListedDevice[];
  /** What was chosen last, which the call may not have come to yet. */
  readonly chosen: string | undefined;
  /** What is sent. */
  readonly local: readonly MediaStream[];
}

/** The devices of one kind, by the names that the browser has for them. */
export function deviceChoice({ kind, devices, chosen, local }: DeviceFacts, texts: Texts): DeviceChoice {
  const { media } = texts.chat;
  const label = kind === 'audio' ? media.microphone : media.camera;
  const options = devices
    .filter((device) => device.kind === kind)
    .map(({ deviceId, label: name }, index) => ({
      id: deviceId,
      label: name === '' ? media.device(label, index + 1) : name,
    }));
  const isThere = (id: string | undefined): boolean => options.some((option) => option.id === id);
  const used = usedDevice(kind, local);
  return { label, options, selected: (isThere(chosen) ? chosen : isThere(used) ? used : undefined) ?? '' };
}

function usedDevice(kind: DeviceFacts['kind'], local: readonly MediaStream[]): string | undefined {
  const tracks = local.flatMap((stream) =>
    kind === 'audio' ? stream.getAudioTracks() : stream.getVideoTracks(),
  );
  return tracks[0]?.getSettings().deviceId;
}
