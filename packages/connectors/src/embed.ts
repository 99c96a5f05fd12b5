import type { Channel, ConnectorLink, FrameChannelOptions } from '@offhook/core';

/** What a channel to a widget needs to know beside where it is. */
export type Gate = Pick<FrameChannelOptions<unknown>, 'accept' | 'onRejected' | 'clock'>;

/** A way to a widget. One that is there without us has nothing to load, to show or to take away. */
export interface Embed extends Pick<ConnectorLink, 'attach'> {
  readonly channel: Channel<unknown>;
  /** Starts the widget, when somebody listens. */
  load?(): void;
  close?(): void;
}
