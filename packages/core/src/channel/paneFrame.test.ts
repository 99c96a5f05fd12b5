/** @jest-environment jsdom */
import { postToPage } from '../testing/fakeWindows.js';
import { paneFrame } from './paneFrame.js';

const pane = { url: 'https://crm.example/for/1?x=1#ticket', title: 'Customer' };
const completes = (data: unknown): boolean => data === 'done';

function frame(of: { url: string; title?: string } = pane, guard = completes) {
  const element = document.createElement('div');
  document.body.append(element);
  const completed = jest.fn();
  const { remove, ignore } = paneFrame(element, of, { completes: guard, completed });
  const iframe = element.querySelector('iframe')!;
  return { element, iframe, completed, remove, ignore, source: iframe.contentWindow };
}

afterEach(() => document.body.replaceChildren());

describe('a pane’s frame', () => {
  it('fills its element, has the page’s title, sends no referrer and can’t navigate this page', () => {
    const { iframe } = frame();
    expect(iframe.src).toBe(pane.url);
    expect(iframe.title).toBe('Customer');
    expect(iframe.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(iframe.style).toMatchObject({ width: '100%', height: '100%' });
    expect(iframe.getAttribute('sandbox')!.split(' ').sort()).toEqual([
      'allow-downloads',
      'allow-forms',
      'allow-popups',
      'allow-same-origin',
      'allow-scripts',
    ]);
  });

  it('is named after its host where it has no title', () => {
    expect(frame({ url: 'https://crm.example:8443/for/1' }).iframe.title).toBe('crm.example:8443');
  });

  it('listens before it has an address', () => {
    const order: string[] = [];
    const add = jest.spyOn(window, 'addEventListener').mockImplementation(() => void order.push('listens'));
    const src = jest
      .spyOn(HTMLIFrameElement.prototype, 'src', 'set')
      .mockImplementation(() => void order.push('loads'));
    frame();
    for (const spy of [add, src]) spy.mockRestore();
    expect(order).toEqual(['listens', 'loads']);
  });

  it('leaves with its listener, and may be told so twice', () => {
    const { element, source, completed, remove } = frame();
    remove();
    remove();
    expect(element.childElementCount).toBe(0);
    postToPage('done', 'https://crm.example', source);
    expect(completed).not.toHaveBeenCalled();
  });
});

it('a pane’s frame that is ignored stays, and is not heard', () => {
  const { iframe, source, completed, ignore } = frame();
  ignore();
  postToPage('done', 'https://crm.example', source);
  expect(completed).not.toHaveBeenCalled();
  expect(iframe.isConnected).toBe(true);
});

describe('that the work is done', () => {
  it('is said by the pane’s own window, from its exact origin', () => {
    const { source, completed } = frame();
    postToPage('done', 'https://crm.example', source);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another pane’s window', 'done', 'https://crm.example', () => frame().source],
    ['this page itself', 'done', 'https://crm.example', () => window],
    ['nobody', 'done', 'https://crm.example', () => null],
  ])('is not believed of %s', (_, data, origin, source) => {
    const { completed } = frame();
    postToPage(data, origin, source());
    expect(completed).not.toHaveBeenCalled();
  });

  it.each([
    ['https://evil.example', 'done'],
    ['http://crm.example', 'done'],
    ['https://crm.example:8443', 'done'],
    ['https://crm.example.evil.example', 'done'],
    ['https://crm.example/', 'done'],
    ['null', 'done'],
    ['', 'done'],
    ['*', 'done'],
    ['https://crm.example', 'Done'],
    ['https://crm.example', undefined],
    ['https://crm.example', null],
    ['https://crm.example', { done: true }],
    ['https://crm.example', ['done']],
  ])('is not believed of %j with %j', (origin, data) => {
    const { completed, source } = frame();
    postToPage(data, origin, source);
    expect(completed).not.toHaveBeenCalled();
  });

  it('is not believed where the guard throws at what was said', () => {
    const { completed, source } = frame(pane, () => {
      throw new Error('I choke on this.');
    });
    expect(() => postToPage('done', 'https://crm.example', source)).not.toThrow();
    expect(completed).not.toHaveBeenCalled();
  });

  it('is not asked of messages of others, however they are made', () => {
    const guard = jest.fn(() => true);
    frame(pane, guard);
    postToPage('done', 'https://crm.example', window);
    expect(guard).not.toHaveBeenCalled();
  });
});

describe('a page of this page’s own origin', () => {
  const own = { url: `${location.origin}/pane` };

  it('is nobody’s, so that it can’t take its sandbox away', () => {
    expect(frame(own).iframe.getAttribute('sandbox')).not.toContain('allow-same-origin');
  });

  it('says that it is done from the origin “null” alone', () => {
    const { completed, source } = frame(own);
    postToPage('done', location.origin, source);
    postToPage('done', 'null', window);
    expect(completed).not.toHaveBeenCalled();
    postToPage('done', 'null', source);
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
