import type { Chat, MediaCommand, Report } from '@offhook/core';

type Facts = Pick<Extract<Report, { readonly type: 'chat' }>, 'video' | 'screen' | 'cobrowse'>;

/** How a vendor that does as it is told would report it: whoever is asked takes it at once. */
export function obeyMedia(command: MediaCommand, chat: Chat | undefined): readonly Report[] {
  const ids = chat?.vendorIds ?? [];
  const told = (facts: Facts): Report => ({ type: 'chat', ids, ...facts });
  const ended = { state: 'ended', endedBy: 'customer', endReason: 'hung-up' } as const;

  switch (command.type) {
    case 'video.start':
    case 'video.accept': {
      const { audio = true, video = true } = command;
      const by = command.type === 'video.start' ? 'customer' : 'agent';
      return [
        ...(by === 'customer' ? [told({ video: { state: 'calling', by, video } })] : []),
        told({ video: { state: 'connecting' } }),
        told({ video: { state: 'connected', muted: !audio, cameraOff: !video } }),
      ];
    }
    case 'video.decline':
      return [told({ video: { ...ended, endReason: 'declined' } })];
    case 'video.hangUp':
      return [told({ video: ended })];
    case 'video.mute':
      return [told({ video: { muted: true } })];
    case 'video.unmute':
      return [told({ video: { muted: false } })];
    case 'video.cameraOff':
      return [told({ video: { cameraOff: true } })];
    case 'video.cameraOn':
      return [told({ video: { cameraOff: false } })];
    case 'video.setDevices':
      return [];
    case 'screen.start':
      return [told({ screen: { state: 'starting' } }), told({ screen: { state: 'on' } })];
    case 'screen.stop':
      return [told({ screen: ended })];
    case 'cobrowse.start': {
      const { pointer = false, annotate = false } = command;
      return [
        told({ cobrowse: { state: 'starting', pointer, annotate } }),
        told({ cobrowse: { state: 'on' } }),
      ];
    }
    case 'cobrowse.stop':
      return [told({ cobrowse: ended })];
  }
}
