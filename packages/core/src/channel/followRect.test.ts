/** @jest-environment jsdom */
import { fakeLayout } from '../testing/fakeLayout.js';
import { followRect } from './followRect.js';

const layout = fakeLayout();

function setUp() {
  const element = document.createElement('div');
  document.body.append(element);
  layout.place(element, { left: 10, top: 20, width: 300, height: 500 });
  const told: string[] = [];
  const leave = followRect(element, ({ left, top, width, height }) =>
    told.push([left, top, width, height].join()),
  );
  return { element, told, leave };
}

afterEach(() => document.body.replaceChildren());

it('tells where the element is, at once', () => {
  const { told } = setUp();
  expect(told).toEqual(['10,20,300,500']);
});

it('tells again when its size changes', () => {
  const { element, told } = setUp();
  layout.place(element, { left: 10, top: 20, width: 200, height: 500 });
  layout.resized(element);
  expect(told.slice(1)).toEqual(['10,20,200,500']);
});

it.each<[string, () => void]>([
  ['the page scrolls', () => window.dispatchEvent(new Event('scroll'))],
  ['something inside the page scrolls', () => document.body.dispatchEvent(new Event('scroll'))],
  ['the window is resized', () => window.dispatchEvent(new Event('resize'))],
  ['the document grows', () => layout.resized(document.documentElement)],
])('tells again when it has moved because %s', (_, happen) => {
  const { element, told } = setUp();
  layout.place(element, { left: 10, top: 5, width: 300, height: 500 });
  happen();
  expect(told.slice(1)).toEqual(['10,5,300,500']);
});

it('tells of a shift that neither scrolling nor resizing shows', () => {
  const { element, told } = setUp();
  // An observer always calls back once when it begins.
  layout.shifted(element);
  expect(told).toHaveLength(1);
  layout.place(element, { left: 10, top: 60, width: 300, height: 500 });
  layout.shifted(element);
  expect(told.slice(1)).toEqual(['10,60,300,500']);
  layout.shifted(element);
  layout.place(element, { left: 10, top: 70, width: 300, height: 500 });
  layout.shifted(element);
  expect(told.slice(2)).toEqual(['10,70,300,500']);
});

it('watches for shifts with a root that is cut to the element’s own box', () => {
  const { element } = setUp();
  const { clientWidth, clientHeight } = document.documentElement;
  const around = (top: number, right: number, bottom: number, left: number): string =>
    `${-top}px ${right - clientWidth}px ${bottom - clientHeight}px ${-left}px`;
  expect(layout.shiftWatches.map(({ rootMargin }) => rootMargin)).toEqual([around(20, 310, 520, 10)]);
  layout.place(element, { left: 0, top: 40, width: 300, height: 500 });
  layout.resized(element);
  expect(layout.shiftWatches.map(({ rootMargin }) => rootMargin?.replace('-0px', '0px'))).toEqual([
    around(40, 300, 540, 0).replace('-0px', '0px').replace(' 0px', ' 0px'),
  ]);
});

it('says nothing when nothing has changed', () => {
  const { element, told } = setUp();
  window.dispatchEvent(new Event('scroll'));
  window.dispatchEvent(new Event('resize'));
  layout.resized(element);
  expect(told).toHaveLength(1);
});

it('watches for no shift of what has no size, and again when it has', () => {
  const { element, told } = setUp();
  layout.place(element, { left: 0, top: 0, width: 0, height: 0 });
  layout.resized(element);
  expect(told.at(-1)).toBe('0,0,0,0');
  expect(layout.shiftWatches).toHaveLength(0);
  layout.place(element, { left: 10, top: 20, width: 300, height: 500 });
  layout.resized(element);
  expect(layout.shiftWatches).toHaveLength(1);
});

it('leaves no observer and no listener', () => {
  const removed = jest.spyOn(window, 'removeEventListener');
  const { element, told, leave } = setUp();
  leave();
  expect(layout.observers).toBe(0);
  expect(removed.mock.calls.map(([type]) => type)).toEqual(['scroll', 'resize']);
  layout.place(element, { left: 0, top: 0, width: 1, height: 1 });
  document.body.dispatchEvent(new Event('scroll'));
  window.dispatchEvent(new Event('resize'));
  expect(told).toHaveLength(1);
});
