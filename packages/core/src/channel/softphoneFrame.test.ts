/** @jest-environment jsdom */
import { fakeLayout } from '../testing/fakeLayout.js';
import { softphoneFrame, type SoftphoneFrame, type SoftphoneFrameOptions } from './softphoneFrame.js';

const layout = fakeLayout();
const open: SoftphoneFrame[] = [];

function make(options: Partial<SoftphoneFrameOptions> = {}): SoftphoneFrame {
  const frame = softphoneFrame({
    src: 'https://phone.example/app.html',
    title: 'Softphone',
    allow: 'microphone; autoplay',
    sandbox: 'allow-scripts allow-same-origin',
    size: { width: 300, height: 500 },
    ...options,
  });
  open.push(frame);
  return frame;
}

beforeEach(() => {
  // What a browser computes where nobody said anything; jsdom leaves it empty.
  document.body.style.position = 'static';
});

afterEach(() => {
  for (const frame of open.splice(0)) frame.close();
  document.body.replaceChildren();
});

function iframe(): HTMLIFrameElement {
  const found = document.querySelector('iframe');
  if (found === null) throw new Error('There is no frame on the page.');
  return found;
}

const container = (): HTMLElement => {
  const found = iframe().parentElement;
  if (found === null) throw new Error('The frame has no container.');
  return found;
};

const box = (): readonly string[] =>
  (['position', 'left', 'top', 'width', 'height'] as const).map((key) => container().style[key]);

const isParked = (): boolean => container().style.visibility === 'hidden';

function place(left: number, top: number, width = 300, height = 500): HTMLElement {
  const element = document.createElement('div');
  element.style.borderRadius = '0px';
  document.body.append(element);
  layout.place(element, { left, top, width, height });
  return element;
}

describe('loading', () => {
  it('puts nothing on the page and asks for nothing before `load`, so that listeners come first', () => {
    const frame = make();
    expect(document.querySelector('iframe')).toBeNull();
    expect(frame.window).toBeNull();
    frame.load();
    expect(iframe().src).toBe('https://phone.example/app.html');
    expect(frame.window).toBe(iframe().contentWindow);
    expect(frame.window).not.toBeNull();
  });

  it('is in the document before it has an address, so that the window is known when its page begins', () => {
    const frame = make();
    const seen: (Window | null)[] = [];
    const set = jest
      .spyOn(HTMLIFrameElement.prototype, 'src', 'set')
      .mockImplementation(() => seen.push(frame.window));
    frame.load();
    expect(set).toHaveBeenCalledWith('https://phone.example/app.html');
    expect(seen).toEqual([iframe().contentWindow]);
  });

  it('gives the frame its name for screen readers, its permissions and its sandbox', () => {
    make({ id: 'adapter-frame', name: 'phone' }).load();
    expect(iframe().title).toBe('Softphone');
    expect(iframe().getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');
    expect(iframe().allow).toBe('microphone; autoplay');
    expect(iframe().id).toBe('adapter-frame');
    expect(iframe().name).toBe('phone');
  });

  it('gives it no id and no name unless told', () => {
    make().load();
    expect(iframe().hasAttribute('id')).toBe(false);
    expect(iframe().hasAttribute('name')).toBe(false);
  });

  it('has its permissions and its sandbox before it has an address', () => {
    const frame = make();
    jest.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(function check(
      this: HTMLIFrameElement,
    ) {
      expect(this.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');
      expect(this.allow).toBe('microphone; autoplay');
    });
    frame.load();
    expect.assertions(2);
  });

  it('waits for the body where the script runs before it', () => {
    const { body } = document;
    body.remove();
    const frame = make();
    frame.load();
    expect(frame.window).toBeNull();
    document.documentElement.append(body);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(iframe().src).toBe('https://phone.example/app.html');
  });

  it('never comes when it was closed before there was a body', () => {
    const { body } = document;
    body.remove();
    const frame = make();
    frame.load();
    frame.close();
    document.documentElement.append(body);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(document.querySelector('iframe')).toBeNull();
  });

  it('starts the vendor’s page anew on `reload`, in the same frame', () => {
    const frame = make();
    frame.load();
    const before = iframe();
    const set = jest.spyOn(before, 'src', 'set');
    frame.reload();
    expect(set).toHaveBeenCalledWith('https://phone.example/app.html');
    expect(iframe()).toBe(before);
  });
});

describe('onLoad', () => {
  it('calls back each time that the vendor’s page has loaded, until it is left', () => {
    const frame = make();
    const loaded = jest.fn();
    const leave = frame.onLoad(loaded);
    frame.load();
    loaded.mockClear();
    iframe().dispatchEvent(new Event('load'));
    iframe().dispatchEvent(new Event('load'));
    expect(loaded).toHaveBeenCalledTimes(2);
    leave();
    iframe().dispatchEvent(new Event('load'));
    expect(loaded).toHaveBeenCalledTimes(2);
  });

  it('does not take the empty page of a frame without an address for the vendor’s', () => {
    jest.spyOn(HTMLIFrameElement.prototype, 'src', 'set').mockImplementation(() => {});
    const frame = make();
    const loaded = jest.fn();
    frame.onLoad(loaded);
    frame.load();
    iframe().dispatchEvent(new Event('load'));
    expect(loaded).not.toHaveBeenCalled();
  });
});

describe('out of sight', () => {
  it('is where a frame is that nobody shows: in the body, with its size, hidden from eyes, keyboard and screen readers', () => {
    make({ size: { width: 320, height: 480 } }).load();
    expect(container().parentElement).toBe(document.body);
    expect(isParked()).toBe(true);
    expect(container().style.width).toBe('320px');
    expect(container().style.height).toBe('480px');
    // `display: none` would stop the media of a call in some browsers.
    expect(container().style.display).not.toBe('none');
  });
});

describe('attach', () => {
  it('lays the frame over the element', () => {
    const frame = make();
    frame.load();
    frame.attach(place(40, 60, 280, 400));
    expect(isParked()).toBe(false);
    expect(box()).toEqual(['absolute', '40px', '60px', '280px', '400px']);
  });

  it('may come before the frame is loaded', () => {
    const frame = make();
    frame.attach(place(40, 60));
    frame.load();
    expect(box()).toEqual(['absolute', '40px', '60px', '300px', '500px']);
  });

  it('has the corners of the element', () => {
    const frame = make();
    frame.load();
    const element = place(0, 0);
    element.style.borderRadius = '12px';
    frame.attach(element);
    expect(container().style.borderRadius).toBe('12px');
  });

  it('counts from the document, so that a scrolled page has it in the right place', () => {
    const frame = make();
    frame.load();
    layout.place(document.documentElement, { left: 0, top: -1_000, width: 800, height: 5_000 });
    frame.attach(place(40, 60));
    expect(box().slice(1, 3)).toEqual(['40px', '1060px']);
  });

  it('counts from the body where that is what absolute counts from', () => {
    const frame = make();
    frame.load();
    document.body.style.position = 'relative';
    layout.place(document.body, { left: 8, top: 16, width: 800, height: 600 });
    frame.attach(place(40, 60));
    expect(box().slice(1, 3)).toEqual(['32px', '44px']);
  });

  it('follows the element', () => {
    const frame = make();
    frame.load();
    const element = place(40, 60);
    frame.attach(element);
    layout.place(element, { left: 10, top: 20, width: 200, height: 300 });
    layout.resized(element);
    expect(box().slice(1)).toEqual(['10px', '20px', '200px', '300px']);
    layout.place(element, { left: 10, top: -80, width: 200, height: 300 });
    window.dispatchEvent(new Event('scroll'));
    expect(box().slice(1)).toEqual(['10px', '-80px', '200px', '300px']);
  });

  it.each([
    ['width', 0, 500],
    ['height', 300, 0],
  ])('parks the frame while the element has no %s, and shows it again', (_, width, height) => {
    const frame = make();
    frame.load();
    const element = place(40, 60);
    frame.attach(element);
    layout.place(element, { left: 0, top: 0, width, height });
    layout.resized(element);
    expect(isParked()).toBe(true);
    expect(container().style.width).toBe('300px');
    layout.place(element, { left: 40, top: 60, width: 300, height: 500 });
    layout.resized(element);
    expect(isParked()).toBe(false);
  });

  it('parks the frame when it is detached, and follows no more', () => {
    const frame = make();
    frame.load();
    const element = place(40, 60);
    const detach = frame.attach(element);
    detach();
    expect(isParked()).toBe(true);
    expect(layout.observers).toBe(0);
    layout.resized(element);
    window.dispatchEvent(new Event('resize'));
    expect(isParked()).toBe(true);
    expect(() => detach()).not.toThrow();
  });

  it('elsewhere takes it over, and the first one’s leaving then means nothing', () => {
    const frame = make();
    frame.load();
    const first = place(40, 60);
    const detach = frame.attach(first);
    frame.attach(place(400, 600, 250, 450));
    detach();
    layout.place(first, { left: 1, top: 1, width: 1, height: 1 });
    layout.resized(first);
    expect(box()).toEqual(['absolute', '400px', '600px', '250px', '450px']);
  });

  it('to the same element twice needs the last one to leave', () => {
    const frame = make();
    frame.load();
    const element = place(40, 60);
    const first = frame.attach(element);
    const second = frame.attach(element);
    first();
    expect(isParked()).toBe(false);
    second();
    expect(isParked()).toBe(true);
    expect(layout.observers).toBe(0);
  });

  it('never takes the frame out of the body: the same window lives on over every page', async () => {
    const frame = make();
    frame.load();
    const [before, inside] = [iframe(), frame.window];
    const moves: MutationRecord[] = [];
    const watch = new MutationObserver((records) => moves.push(...records));
    watch.observe(document.body, { childList: true, subtree: true });
    const first = place(40, 60);
    frame.attach(first)();
    first.remove();
    const second = place(400, 60);
    const detach = frame.attach(second);
    second.remove();
    detach();
    await Promise.resolve();
    moves.push(...watch.takeRecords());
    watch.disconnect();
    const moved = moves.flatMap(({ removedNodes }) => [...removedNodes]);
    expect(moved).toEqual([first, second]);
    expect(iframe()).toBe(before);
    expect(frame.window).toBe(inside);
    expect(container().parentElement).toBe(document.body);
  });
});

describe('close', () => {
  it('takes the frame away, with everything that watched', () => {
    const frame = make();
    frame.load();
    frame.attach(place(40, 60));
    frame.close();
    expect(document.querySelector('iframe')).toBeNull();
    expect(document.querySelector('[data-offhook]')).toBeNull();
    expect(layout.observers).toBe(0);
    expect(() => frame.close()).not.toThrow();
  });

  it('makes a later detach harmless', () => {
    const frame = make();
    frame.load();
    const detach = frame.attach(place(40, 60));
    frame.close();
    expect(() => detach()).not.toThrow();
    expect(document.querySelector('iframe')).toBeNull();
  });
});
