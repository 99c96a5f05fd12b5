/**
 * A live stream as far as state is concerned: an object of its own, with an id, and without any track.
 *
 * @example line.emit({ type: 'chat.streams', chat, streams: { local: [], remote: [fakeStream('kim')], screen: [] } });
 */
export function fakeStream(id: string): MediaStream {
  const events = new EventTarget();
  const nobody = (): MediaStreamTrack[] => [];
  return Object.assign(events, {
    id,
    active: true,
    onaddtrack: null,
    onremovetrack: null,
    getTracks: nobody,
    getAudioTracks: nobody,
    getVideoTracks: nobody,
    getTrackById: () => null,
    addTrack() {},
    removeTrack() {},
    clone: () => fakeStream(id),
  });
}
