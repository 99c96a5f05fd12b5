/** What a call is to be of: both, unless it is said otherwise. */
export interface VideoWish {
  readonly audio?: boolean;
  readonly video?: boolean;
}

/** Which microphone and which camera, by `deviceId` as `mediaDevices` lists them. What is left out stays. */
export interface VideoDevices {
  readonly audio?: string;
  readonly video?: string;
}

/** What a screen share may be given. */
export interface ScreenWish {
  /** Gives what is to be shown, in place of asking the person to choose a screen. */
  readonly stream?: () => MediaStream | Promise<MediaStream>;
}

/**
 * The controls of the page whose contents an agent may see, by the ids of their elements. All others are masked and
 * blocked.
 */
export interface CobrowseControls {
  readonly textboxes?: readonly string[];
  readonly radioButtons?: readonly string[];
  readonly checkboxes?: readonly string[];
  readonly dropdowns?: readonly string[];
}

/** How a page is to be shown. */
export interface CobrowseWish {
  /** None, unless given. */
  readonly controls?: CobrowseControls;
  /** Whether the agent sees the customer's pointer. The vendor's default unless given. */
  readonly pointer?: boolean;
  /** Whether both may draw on the page. The vendor's default unless given. */
  readonly annotate?: boolean;
}

/** What can be done with a video call. */
export type VideoAction =
  'start' | 'accept' | 'decline' | 'hangUp' | 'mute' | 'unmute' | 'cameraOff' | 'cameraOn' | 'setDevices';

type PlainVideoAction = Exclude<VideoAction, 'start' | 'accept' | 'setDevices'>;

/** What can be asked for in a chat beside its messages. None of it is ever given a second time by itself. */
export type MediaCommand =
  /** Takes a minute at most: the agent has to take it. */
  | ({ readonly type: 'video.start' | 'video.accept'; readonly chatId: string } & VideoWish)
  | { readonly type: `video.${PlainVideoAction}`; readonly chatId: string }
  /** Another microphone or camera, in the call that goes on. */
  | ({ readonly type: 'video.setDevices'; readonly chatId: string } & VideoDevices)
  /** Takes a minute at most: the person has to choose what to show. */
  | ({ readonly type: 'screen.start'; readonly chatId: string } & ScreenWish)
  | { readonly type: 'screen.stop' | 'cobrowse.stop'; readonly chatId: string }
  | ({ readonly type: 'cobrowse.start'; readonly chatId: string } & CobrowseWish);
