import type { Chat } from './chat.js';
import type { MediaKind, ShareState, VideoState } from './chatMedia.js';

/** Each is told once of one call, screen share or session. */
type MediaEventType =
  /** The agent asks for a call. */
  | 'video.requested'
  | 'video.connected'
  /** It is over, also when it came to nothing: `chat.video` says why. So are the others below. */
  | 'video.disconnected'
  | 'screen.started'
  | 'screen.stopped'
  | 'cobrowse.connected'
  | 'cobrowse.disconnected';

/** Something that happened face to face; `chat` is as it was then. */
export interface MediaEventBody {
  readonly type: MediaEventType;
  readonly chat: Chat;
}

/** The vendor reported a step of a call or session that the model forbids; it stays as it was. */
export interface MediaViolation {
  readonly type: 'protocol.violation';
  readonly chatId: string;
  readonly callId?: undefined;
  readonly media: MediaKind;
  readonly from: VideoState | ShareState;
  readonly to: VideoState | ShareState;
}
