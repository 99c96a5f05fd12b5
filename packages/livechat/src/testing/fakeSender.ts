import type { TrackKind } from '../media/senders.js';
import type { FakeTrack } from './fakeMedia.js';

/** A sender as the scripts use it. */
export class FakeSender {
  parameters: { encodings: { maxBitrate?: number; active?: boolean }[]; degradationPreference?: string } = {
    encodings: [],
  };
  constructor(
    readonly kind: TrackKind,
    public track: FakeTrack | null,
    public stream: string,
  ) {}
  async replaceTrack(track: FakeTrack | null): Promise<void> {
    if (track !== null && track.kind !== this.kind) throw new DOMException('fake', 'TypeError');
    this.track = track;
  }
  getParameters(): FakeSender['parameters'] {
    return structuredClone(this.parameters);
  }
  async setParameters(parameters: FakeSender['parameters']): Promise<void> {
    this.parameters = parameters;
  }
}
