import { OffhookError } from '@offhook/core';

/** A server that helps two browsers to find each other, as WebRTC has it (rows T-76, T-92). */
export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Of audio and video calls. */
export interface VideoOptions {
  /**
   * When the scripts for it are loaded: `at-once`, unless given, with the first chat that has an agent, so that an agent’s
   * call is heard; `on-demand` with the customer’s first call.
   */
  readonly load?: 'at-once' | 'on-demand';
  /** Left out: the vendor's own. Those of what is shown, too. */
  readonly iceServers?: readonly IceServer[];
  /** Of what the camera sends, in pixels; 640 by 480 unless given (row T-79). */
  readonly width?: number;
  readonly height?: number;
}

/** Of a screen that is shared. */
export interface ScreenOptions {
  /** Pictures in a second; 6 unless given (row T-100). */
  readonly frameRate?: number;
  /** In pixels; 1920 by 1080 unless given (row T-99). */
  readonly width?: number;
  readonly height?: number;
  /** What its video may take, in kbit/s; 2,048 unless given (row T-103). */
  readonly maxKbps?: number;
}

const refuse = (text: string): never => {
  throw new OffhookError('invalid-argument', text);
};

function within(value: number | undefined, name: string, most: number): void {
  if (value === undefined || (value > 0 && value <= most)) return;
  refuse(`Give ${name} as a number from 1 to ${most}.`);
}

const isUrl = (url: unknown): boolean => typeof url === 'string' && /^(stuns?|turns?):\S{1,512}$/.test(url);

const isServer = ({ urls }: IceServer): boolean =>
  typeof urls === 'string' ? isUrl(urls) : urls.length > 0 && urls.every(isUrl);

/** @throws OffhookError `invalid-argument` for what is no such setting; never with what it was: it may hold a secret */
export function mediaOptions(video: VideoOptions = {}, screen: ScreenOptions = {}) {
  within(video.width, 'video.width', 8_192);
  within(video.height, 'video.height', 8_192);
  within(screen.width, 'screen.width', 16_384);
  within(screen.height, 'screen.height', 16_384);
  within(screen.frameRate, 'screen.frameRate', 120);
  within(screen.maxKbps, 'screen.maxKbps', 1_000_000);
  if (video.iceServers?.every(isServer) === false) {
    refuse('Give each ICE server its addresses in `urls`, such as turn:turn.example:3478.');
  }
  return { video, screen };
}
