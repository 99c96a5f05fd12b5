import '@rrweb/replay/dist/style.css';
import './replay.css';
import { Replayer } from '@rrweb/replay';
import { createReplay } from './createReplay.js';
import { posted, readToReplay } from './messages.js';

const root = document.getElementById('page');
if (root === null) throw new Error('replay.html has no element #page.');

const replay = createReplay({
  root,
  createPlayer: (config) => new Replayer([], config),
  tell: (message) => parent.postMessage(posted(message), location.origin),
  now: () => performance.now(),
});

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== parent || origin !== location.origin) return;
  const message = readToReplay(data);
  if (message !== undefined) replay.take(message.events);
});
addEventListener('resize', replay.fit);
addEventListener('error', replay.fail);
addEventListener('unhandledrejection', replay.fail);
