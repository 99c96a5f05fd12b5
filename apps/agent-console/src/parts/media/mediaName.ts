import type { MediaSession } from '@offhook/livechat/media';

/** What a session is called: `a video call`, `the video call`. */
export function mediaName({ kind, wants }: Pick<MediaSession, 'kind' | 'wants'>): {
  readonly a: string;
  readonly the: string;
} {
  if (kind === 'av')
    return wants.video === true
      ? { a: 'a video call', the: 'the video call' }
      : { a: 'an audio call', the: 'the audio call' };
  return wants.dom === true
    ? { a: 'co-browsing', the: 'co-browsing' }
    : { a: 'screen sharing', the: 'screen sharing' };
}
