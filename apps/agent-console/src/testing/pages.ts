/** What rrweb's recorder makes of pages, as plain data. */
export interface Recorded {
  readonly id: number;
  readonly type: number;
  readonly [field: string]: unknown;
}

let ids = 0;

export const element = (
  tagName: string,
  attributes: Readonly<Record<string, unknown>> = {},
  ...childNodes: readonly Recorded[]
): Recorded => ({ type: 2, id: (ids += 1), tagName, attributes, childNodes });

export const text = (textContent: string): Recorded => ({ type: 3, id: (ids += 1), textContent });

export const page = (...body: readonly Recorded[]): Recorded => ({
  type: 0,
  id: (ids += 1),
  childNodes: [
    { type: 1, id: (ids += 1), name: 'html', publicId: '', systemId: '' },
    element('html', {}, element('head'), element('body', {}, ...body)),
  ],
});

export const meta = (width = 800, height = 600) => ({
  type: 4,
  data: { href: 'https://shop.example/', width, height },
  timestamp: 1_000,
});

export const whole = (...body: readonly Recorded[]) => ({
  type: 2,
  data: { node: page(...body), initialOffset: { top: 0, left: 0 } },
  timestamp: 1_000,
});

export const change = (data: Readonly<Record<string, unknown>>) => ({ type: 3, data, timestamp: 1_001 });

/** What a page may try, that should not get through. */
export const hostile = (): readonly Recorded[] => [
  element('script', {}, text('alert(1)')),
  element('SCRIPT', { src: 'https://evil.example/a.js' }),
  element('img', { src: 'x', onerror: 'alert(1)', OnLoad: 'alert(1)' }),
  element('iframe', { srcdoc: '<script>alert(1)</script>', src: 'https://evil.example/', id: 'box' }),
  element('object', { data: 'https://evil.example/', type: 'text/html' }, element('p')),
  element('embed', { src: 'javascript:alert(1)' }),
  element('a', { href: 'javascript:alert(1)', id: 'link' }, text('link')),
  element('a', { href: ' java\nscript:alert(1)' }),
  element('a', { href: '/agent/logout', target: '_top', ping: 'https://evil.example/' }),
  element('a', { href: 'data:text/html,<script>alert(1)</script>' }),
  element('meta', { 'http-equiv': 'refresh', content: '0;url=https://evil.example/' }),
  element('base', { href: 'https://evil.example/' }),
  element('link', { rel: 'stylesheet', href: 'https://evil.example/a.css' }),
  element('link', { rel: 'prefetch', href: 'https://evil.example/a' }),
  element(
    'form',
    { action: 'https://evil.example/' },
    element('input', { autofocus: true, formaction: 'javascript:alert(1)', value: 'typed' }),
  ),
  element('video', { src: 'https://evil.example/a.mp4', autoplay: true, rr_mediaState: 'played' }),
  {
    ...element(
      'svg',
      {},
      { ...element('set', { attributeName: 'href', to: 'javascript:alert(1)' }), isSVG: true },
    ),
    isSVG: true,
  },
  { ...element('svg', {}, { ...element('script', {}, text('alert(1)')), isSVG: true }), isSVG: true },
  { ...element('x-evil'), isCustom: true },
  { ...element('input'), isCustom: true, isShadowHost: true },
  element('constructor', { 'bad name': 'x' }),
  element('<img onerror=alert(1)>'),
];
