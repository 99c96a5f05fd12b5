/** One track of a fake stream. */
export interface FakeTrack {
  readonly kind: 'audio' | 'video';
  enabled: boolean;
  readyState: 'live' | 'ended';
  stop(): void;
}

/** As much of a MediaStream as anybody here looks at. */
export interface FakeStream {
  readonly tracks: readonly FakeTrack[];
  readonly stream: MediaStream;
}

/** @example const { stream, tracks } = fakeStream('audio', 'video'); */
export function fakeStream(...kinds: readonly FakeTrack['kind'][]): FakeStream {
  const tracks = kinds.map((kind): FakeTrack => {
    const track: FakeTrack = {
      kind,
      enabled: true,
      readyState: 'live',
      stop: () => void (track.readyState = 'ended'),
    };
    return track;
  });
  return { tracks, stream: { getTracks: () => tracks } as unknown as MediaStream };
}
