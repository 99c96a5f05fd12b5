/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { jsdomClock } from '../testing/jsdomClock.js';
import type { Signal } from '../../wire/signal.js';
import { defaults } from '../config/defaults.js';
import { createOverlay, type OverlayOptions } from './createOverlay.js';

function shown(more: Partial<OverlayOptions> = {}) {
  const clock = jsdomClock();
  const sent: Signal[] = [];
  let stops = 0;
  let ids = 0;
  const overlay = createOverlay({
    window,
    document,
    clock,
    texts: defaults.Texts,
    dom: true,
    annotate: true,
    newId: () => `s${(ids += 1)}`,
    send: (signal) => sent.push(signal),
    stop: () => void (stops += 1),
    ...more,
  });
  const svg = document.querySelector('.offhook-cobrowse svg')!;
  const button = (name: string): HTMLButtonElement =>
    Array.from(document.querySelectorAll<HTMLButtonElement>('.offhook-cobrowse button')).find(
      ({ textContent }) => textContent === name,
    )!;
  const pointer = (type: string, x: number, y: number, buttons = 1): boolean =>
    svg.dispatchEvent(
      new MouseEvent(type, {
        clientX: x * window.innerWidth,
        clientY: y * window.innerHeight,
        button: 0,
        buttons,
      }),
    );
  const lines = (): (string | null)[] =>
    Array.from(
      svg.querySelectorAll('polyline'),
      (line) => `${line.getAttribute('class')!.slice(-1)} ${line.getAttribute('points')}`,
    );
  return { clock, overlay, sent, stops: () => stops, button, pointer, lines, svg };
}

afterEach(() => {
  document.querySelectorAll('.offhook-cobrowse').forEach((element) => element.remove());
});

test('T-112, P-23: the customer draws with the toolbar; strokes go in parts of the window', async () => {
  const { clock, overlay, sent, button, pointer, lines, svg } = shown();
  const toolbar = document.querySelector('[role=toolbar]')!;
  expect(toolbar.getAttribute('aria-label')).toBe('Annotate');
  expect(Array.from(toolbar.querySelectorAll('button'), ({ textContent }) => textContent)).toEqual([
    'Draw',
    'Undo',
    'Clear',
  ]);
  expect(svg).toHaveProperty('style.pointerEvents', 'none');
  button('Draw').click();
  expect(button('Draw').getAttribute('aria-pressed')).toBe('true');
  expect(svg).toHaveProperty('style.pointerEvents', 'auto');
  pointer('pointerdown', 0.25, 0.5);
  pointer('pointermove', 0.5, 0.5);
  pointer('pointermove', 0.75, 0.5);
  await clock.pass(50);
  pointer('pointerup', 0.75, 0.5);
  expect(sent).toEqual([
    { k: 'draw', id: 's1', points: [[0.25, 0.5]] },
    {
      k: 'draw',
      id: 's1',
      points: [
        [0.5, 0.5],
        [0.75, 0.5],
      ],
    },
  ]);
  expect(lines()).toEqual(['c 0.25,0.5 0.5,0.5 0.75,0.5']);
  button('Undo').click();
  button('Undo').click();
  expect(lines()).toEqual([]);
  expect(sent.slice(2)).toEqual([{ k: 'undo' }]);
  overlay.remove();
  expect(document.querySelector('.offhook-cobrowse')).toBeNull();
  expect(clock.pending).toBe(0);
});

test('P-23: the agent’s strokes let clicks through; undo takes the sender’s own, clear takes all', () => {
  const { overlay, sent, button, pointer, lines, svg } = shown();
  overlay.take({ k: 'draw', id: 'x', points: [[0, 0]] });
  overlay.take({ k: 'draw', id: 'x', points: [[1, 1]] });
  button('Draw').click();
  pointer('pointerdown', 0.5, 0.5);
  pointer('pointerup', 0.5, 0.5);
  button('Draw').click();
  expect(svg).toHaveProperty('style.pointerEvents', 'none');
  expect(lines()).toEqual(['a 0,0 1,1', 'c 0.5,0.5 0.5,0.5']);
  overlay.take({ k: 'undo' });
  expect(lines()).toEqual(['c 0.5,0.5 0.5,0.5']);
  overlay.take({ k: 'draw', id: 'y', points: [[0, 1]] });
  button('Clear').click();
  expect(lines()).toEqual([]);
  expect(sent.at(-1)).toEqual({ k: 'clear' });
  overlay.take({ k: 'draw', id: 'z', points: [[0, 1]] });
  overlay.take({ k: 'clear' });
  expect(lines()).toEqual([]);
});

test.each(['scroll', 'resize', 'popstate', 'hashchange'])(
  'P-23: strokes are cleared at both sides on %s',
  (name) => {
    const { overlay, sent, lines } = shown({ annotate: false });
    overlay.take({ k: 'draw', id: 'x', points: [[0, 0]] });
    window.dispatchEvent(new Event(name));
    window.dispatchEvent(new Event(name));
    expect(lines()).toEqual([]);
    expect(sent).toEqual([{ k: 'clear' }]);
    overlay.remove();
    window.dispatchEvent(new Event(name));
    expect(sent).toHaveLength(1);
  },
);

test('T-112: without annotation there is no toolbar, and with a screen alone nothing to draw on', () => {
  const without = shown({ annotate: false });
  expect(document.querySelector('[role=toolbar]')).toBeNull();
  without.overlay.remove();
  const screen = shown({ dom: false });
  expect(document.querySelector('[role=toolbar]')).toBeNull();
  screen.overlay.take({ k: 'draw', id: 'x', points: [[0, 0]] });
  expect(screen.lines()).toEqual([]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('An agent sees your screen.');
});

test('the toolbar is one stop for the keyboard, and arrows go round in it', () => {
  const { button } = shown();
  const press = (key: string): boolean =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const stops = (): (string | null)[] =>
    ['Draw', 'Undo', 'Clear'].filter((name) => button(name).tabIndex === 0);
  button('Draw').focus();
  expect(stops()).toEqual(['Draw']);
  press('ArrowRight');
  expect(document.activeElement).toBe(button('Undo'));
  expect(stops()).toEqual(['Undo']);
  press('End');
  press('ArrowRight');
  expect(document.activeElement).toBe(button('Draw'));
  press('ArrowLeft');
  expect(document.activeElement).toBe(button('Clear'));
  press('Home');
  expect(document.activeElement).toBe(button('Draw'));
});

test('in draw mode Stop works, and Escape leaves it wherever the focus is, which the page hears nothing of', () => {
  const { button, pointer, stops, svg, overlay } = shown();
  const heard: string[] = [];
  const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
  document.addEventListener('keydown', listen);
  const escape = (): boolean =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
  button('Draw').click();
  pointer('pointerdown', 0.5, 0.5);
  expect(escape()).toBe(false);
  expect(button('Draw').getAttribute('aria-pressed')).toBe('false');
  expect(svg).toHaveProperty('style.pointerEvents', 'none');
  expect(heard).toEqual([]);
  // Now it is the page's again.
  expect(escape()).toBe(true);
  button('Draw').click();
  // Over what is drawn on, so that a click arrives.
  expect(svg.compareDocumentPosition(button('Stop sharing'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  button('Stop sharing').click();
  expect(stops()).toBe(1);
  overlay.remove();
  expect(escape()).toBe(true);
  expect(heard).toEqual(['Escape', 'Escape']);
  document.removeEventListener('keydown', listen);
});

test('P-23: a button that is let go elsewhere ends the stroke', () => {
  const { button, pointer, lines } = shown();
  button('Draw').click();
  pointer('pointerdown', 0.5, 0.5);
  pointer('pointermove', 0.6, 0.6, 0);
  pointer('pointermove', 0.7, 0.7);
  expect(lines()).toEqual(['c 0.5,0.5 0.5,0.5']);
});

test('the page’s styles know how much of the window the badge covers, at the top or at the bottom', () => {
  const { style } = document.documentElement;
  const box = jest.spyOn(Element.prototype, 'getBoundingClientRect');
  box.mockReturnValue(new DOMRect(0, 0, 300, 119.5));
  const { overlay } = shown();
  const covered = (): readonly string[] =>
    ['top', 'bottom'].map((side) => style.getPropertyValue(`--offhook-cobrowse-${side}`));
  expect(covered()).toEqual(['120px', '0px']);
  box.mockReturnValue(new DOMRect(0, window.innerHeight - 70, 300, 70));
  window.dispatchEvent(new Event('resize'));
  expect(covered()).toEqual(['0px', '70px']);
  overlay.remove();
  box.mockRestore();
  expect(document.documentElement.hasAttribute('style')).toBe(false);
});

test('T-89, T-116: it says that the page is seen, stops at once, and needs no markup and no style attribute', () => {
  const setAttribute = jest.spyOn(Element.prototype, 'setAttribute');
  const innerHTML = jest.spyOn(Element.prototype, 'innerHTML', 'set');
  const { stops, button } = shown({
    texts: { ...defaults.Texts, seen: 'Ein Agent sieht diese Seite.', stop: 'Beenden' },
  });
  expect(document.querySelector('[role=status]')?.textContent).toBe('Ein Agent sieht diese Seite.');
  button('Beenden').click();
  expect(stops()).toBe(1);
  expect(setAttribute.mock.calls.filter(([name]) => name === 'style')).toEqual([]);
  expect(innerHTML).not.toHaveBeenCalled();
  expect(document.querySelector('style')).toBeNull();
});
