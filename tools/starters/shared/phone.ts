import { createOffhook, type Channel } from '@offhook/core';
import { ringCentral } from '@offhook/connectors/ringcentral';

let hear: (frame: unknown) => void = () => undefined;
const told: unknown[] = [];

const channel: Channel<unknown> = {
  listen(handler) {
    hear = handler;
    return () => undefined;
  },
  send: (frame) => void told.push(frame),
  close: () => undefined,
};

export const phone = createOffhook({ connectors: [ringCentral({ channel })] });

// Whoever drives the page plays the vendor.
Object.assign(globalThis, { vendor: { say: (frame: unknown) => hear(frame), told } });
