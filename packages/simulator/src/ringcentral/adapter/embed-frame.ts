const SANDBOX =
  'allow-same-origin allow-scripts allow-forms allow-popups allow-downloads allow-popups-to-escape-sandbox';

export interface EmbeddedFrame {
  readonly root: HTMLElement;
  readonly frame: HTMLIFrameElement;
  setMinimized(minimized: boolean): void;
  setClosed(closed: boolean): void;
}

/** The widget's address: everything the script was asked for is passed on. */
function widgetUrl(script: URL): URL {
  const url = new URL('app.html', script);
  for (const [name, value] of script.searchParams) url.searchParams.append(name, value);
  url.searchParams.set('fromAdapter', '1');
  url.searchParams.set('_t', String(Date.now()));
  return url;
}

/** Puts the vendor's box with its iframe into the page, ids as the vendor names them. */
export function embedFrame(script: URL, onMinimized: (minimized: boolean) => void): EmbeddedFrame {
  const prefix = script.searchParams.get('prefix') || 'rc-widget';
  const root = document.createElement('div');
  root.id = prefix;
  Object.assign(root.style, {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    zIndex: '9999',
    width: '300px',
    borderRadius: '18px',
    overflow: 'hidden',
    boxShadow: '0 8px 30px rgb(0 0 0 / 0.28)',
    font: '600 13px/1.2 system-ui, sans-serif',
  });

  const bar = document.createElement('button');
  bar.type = 'button';
  Object.assign(bar.style, {
    display: 'block',
    width: '100%',
    minHeight: '32px',
    border: '0',
    font: 'inherit',
    color: '#fff',
    background: '#0b5563',
    cursor: 'pointer',
  });

  const frame = document.createElement('iframe');
  frame.id = `${prefix}-adapter-frame`;
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = 'microphone; autoplay';
  frame.title = 'RingCentral softphone (Simulator)';
  frame.width = '300';
  frame.height = '500';
  frame.src = widgetUrl(script).href;
  Object.assign(frame.style, { display: 'block', border: '0', width: '300px', height: '500px' });

  let minimized = false;
  function setMinimized(wanted: boolean) {
    minimized = wanted;
    frame.style.height = minimized ? '0' : '500px';
    frame.style.visibility = minimized ? 'hidden' : 'visible';
    bar.textContent = minimized ? 'Show softphone (Simulator)' : 'Hide softphone (Simulator)';
    bar.setAttribute('aria-expanded', String(!minimized));
    onMinimized(minimized);
  }
  bar.addEventListener('click', () => setMinimized(!minimized));
  root.append(bar, frame);
  document.body.append(root);
  setMinimized(false);
  return {
    root,
    frame,
    setMinimized,
    setClosed(closed) {
      root.style.display = closed ? 'none' : 'block';
    },
  };
}
