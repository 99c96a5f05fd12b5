import fc from 'fast-check';
import { homePlace, placeForKey, placeWithin } from './chatPlace.js';

const screen = { width: 1280, height: 720 };
const corner = { left: 880, top: 100, width: 384, height: 560 };

test('within the screen it is where it was moved to', () => {
  expect(placeWithin({ x: -200, y: -50 }, corner, screen)).toEqual({ x: -200, y: -50 });
});

test('beyond the edge it stops before that', () => {
  expect(placeWithin({ x: -5_000, y: -5_000 }, corner, screen)).toEqual({ x: -872, y: -92 });
  expect(placeWithin({ x: 5_000, y: 5_000 }, corner, screen)).toEqual({ x: 8, y: 52 });
});

test('what is larger than the screen stays where the stylesheet has it', () => {
  expect(placeWithin({ x: -40, y: -40 }, { ...corner, height: 900 }, screen)).toEqual({ x: -40, y: 0 });
});

test('wherever it is wanted, all of it can be seen', () => {
  const far = fc.integer({ min: -10_000, max: 10_000 });
  fc.assert(
    fc.property(
      far,
      far,
      fc.integer({ min: 500, max: 3_000 }),
      fc.integer({ min: 700, max: 3_000 }),
      (x, y, width, height) => {
        const home = { left: width - 400, top: height - 632, width: 384, height: 560 };
        const place = placeWithin({ x, y }, home, { width, height });
        expect(home.left + place.x).toBeGreaterThanOrEqual(8);
        expect(home.top + place.y).toBeGreaterThanOrEqual(8);
        expect(home.left + place.x + home.width).toBeLessThanOrEqual(width - 8);
        expect(home.top + place.y + home.height).toBeLessThanOrEqual(height - 8);
      },
    ),
  );
});

test('arrows move it a step, Home puts it back, and other keys are somebody else’s', () => {
  expect(placeForKey('ArrowLeft', { x: -10, y: 5 })).toEqual({ x: -34, y: 5 });
  expect(placeForKey('ArrowUp', { x: -10, y: 5 })).toEqual({ x: -10, y: -19 });
  expect(placeForKey('Home', { x: -10, y: 5 })).toBe(homePlace);
  expect(placeForKey('Enter', { x: -10, y: 5 })).toBeUndefined();
  expect(placeForKey('toString', { x: -10, y: 5 })).toBeUndefined();
});
