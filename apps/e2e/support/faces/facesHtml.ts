import { documentedEvents } from '../livechat/hostHtml.js';

/** The policy that vendors ask to be switched off: one origin, and nothing else. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' ws:",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

export type Part = 'chat' | 'av' | 'cobrowse';

export interface FacesContent {
  readonly session: string;
  readonly parts: readonly Part[];
  readonly body: string;
  readonly css: string;
  /** More parameters of livechat.js. */
  readonly query?: string;
  /** Where the chat's own window is, if elsewhere: a script that says so. */
  readonly pairing?: string;
}

/** The documented paths of each part, below the back end's. */
const scripts: Readonly<Record<Part, readonly string[]>> = {
  chat: ['livechat/livechat.js', 'livechat/interface/__clientlog.js'],
  av: ['adaptor.mini.js', 'livechat_video.mini.js'],
  cobrowse: [
    'Scripts/cobrowse-configurations.js',
    'Scripts/tetherfi-cobrowse-plugins.min.js',
    'Scripts/tetherfi-cobrowse.min.js',
  ],
};

/** A page without anything inline, with the documented scripts and one of its own (`facesScript`). */
export function facesHtml(
  { session, parts, body, css, query = '', pairing }: FacesContent,
  script: string,
): string {
  const styles = [
    ...(parts.includes('cobrowse')
      ? ['/tetherfi/Styles/fontawesome-all.min.css', '/tetherfi/Styles/tetherfi-cobrowse.min.css']
      : []),
    css,
  ];
  const sources = parts.flatMap((part) =>
    scripts[part].flatMap((path) => [
      // It changes what the configuration's script has said.
      ...(pairing !== undefined && path.endsWith('tetherfi-cobrowse.min.js') ? [pairing] : []),
      `/tetherfi/${path}?session=${session}${query}`,
    ]),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host page</title>
    ${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
    <body>${body}
    ${[...sources, script].map((src) => `<script src="${src}"></script>`).join('\n')}`;
}

/** What a page's handlers were told of its calls and of what it shows; streams by their kinds of tracks. */
export interface Faces {
  readonly avConnected: readonly Streams[];
  /** How many arguments came. */
  readonly avDisconnected: readonly number[];
  readonly asked: readonly { readonly sid: string; readonly wants: unknown; readonly agent: string }[];
  readonly calls: readonly ToldState[];
  readonly cobrConnected: readonly Streams[];
  readonly cobrDisconnected: readonly number[];
  readonly cobr: readonly ToldState[];
  readonly errors: readonly string[];
}

export interface Streams {
  readonly remote: readonly string[];
  readonly local: readonly string[];
}

/** A state as the slots of our own tell it. */
export interface ToldState extends Readonly<Record<string, unknown>> {
  readonly sid: string;
  readonly phase: string;
}

/** The page's own script: a handler for each event, and functions for the documented configurations. */
export const facesScript = `(() => {
  const faces = { avConnected: [], avDisconnected: [], asked: [], calls: [], cobrConnected: [], cobrDisconnected: [], cobr: [], errors: [] };
  window.faces = faces;
  window.told = [];
  addEventListener('error', ({ message }) => faces.errors.push(String(message)));
  addEventListener('unhandledrejection', ({ reason }) => faces.errors.push(String(reason)));
  const kinds = (streams) => streams.flatMap((stream) => stream.getTracks().map(({ kind }) => kind)).sort();
  const plain = (state) => JSON.parse(JSON.stringify(state, (_key, value) => value instanceof MediaStream ? kinds([value]) : value));
  const play = (streams) => {
    for (const stream of streams) {
      const video = document.createElement('video');
      video.autoplay = true;
      video.srcObject = stream;
      document.body.append(video);
    }
  };
  const display = (connected, disconnected) => ({
    OnConnected(remote, local) {
      connected.push({ remote: kinds(remote), local: kinds(local) });
      if (connected === faces.avConnected) play(remote);
    },
    OnDisconnected(...args) {
      disconnected.push(args.length);
    },
  });
  window.av = (config) => api.SetAvConfigs({ ...config, Display: display(faces.avConnected, faces.avDisconnected) });
  const canvasStream = () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 360 });
    const context = canvas.getContext('2d');
    let shade = 0;
    const draw = () => {
      shade = (shade + 40) % 256;
      context.fillStyle = 'rgb(' + shade + ', 100, 50)';
      context.fillRect(0, 0, 640, 360);
    };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(10);
  };
  window.cobr = ({ canvas, nested, ...config }, controls, pointer, annotation) => {
    const own = display(faces.cobrConnected, faces.cobrDisconnected);
    if (canvas) own.OnAcquireCustomCanvasStream = canvas === 'promise' ? async () => canvasStream() : canvasStream;
    const whole = { ...config, Display: own };
    api.SetCobrConfigs(nested ? { MediaTransport: whole } : whole, controls, pointer, annotation);
  };
  const api = window.livechat;
  window.api = api;
  if (api === undefined) return;
  for (const name of ${JSON.stringify(Object.keys(documentedEvents))}) {
    api[name] = (...args) => window.told.push([name, ...args]);
  }
  api.OnAvCallRequested = (sid, wants, agent) => faces.asked.push({ sid, wants, agent });
  api.OnAvCallChanged = (sid, state) => faces.calls.push({ sid, ...plain(state) });
  api.OnCobrChanged = (sid, state) => faces.cobr.push({ sid, ...plain(state) });
})();`;
