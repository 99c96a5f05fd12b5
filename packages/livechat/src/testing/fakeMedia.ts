let made = 0;

/** A track as the scripts use it. `unplug` ends it as a device does that goes away: with an event. */
export class FakeTrack extends EventTarget {
  readonly id = `track${(made += 1)}`;
  readyState: 'live' | 'ended' = 'live';
  enabled = true;
  contentHint = '';
  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId = '',
  ) {
    super();
  }
  getSettings(): { deviceId: string } {
    return { deviceId: this.deviceId };
  }
  stop(): void {
    this.readyState = 'ended';
  }
  unplug(): void {
    if (this.readyState === 'ended') return;
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

/** A stream of fake tracks. */
export class FakeStream {
  readonly id = `stream${(made += 1)}`;
  onaddtrack: (() => void) | null = null;
  onremovetrack: (() => void) | null = null;
  private tracks: readonly FakeTrack[];
  constructor(tracks: readonly FakeTrack[] = []) {
    this.tracks = tracks;
  }
  getTracks(): readonly FakeTrack[] {
    return this.tracks;
  }
  addTrack(track: FakeTrack): void {
    if (!this.tracks.includes(track)) this.tracks = [...this.tracks, track];
  }
  removeTrack(track: FakeTrack): void {
    this.tracks = this.tracks.filter((one) => one !== track);
  }
  /** As the browser's own type. */
  get real(): MediaStream {
    return this as unknown as MediaStream;
  }
}

/** A stream of one camera and one microphone. */
export const fakeCamera = (): FakeStream =>
  new FakeStream([new FakeTrack('audio', 'mic1'), new FakeTrack('video', 'cam1')]);
