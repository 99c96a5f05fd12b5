import { strokesOf, type Point } from './captchaGlyphs.js';

const width = 180;
const height = 60;
const colours = ['#1b3a57', '#3d2b56', '#2f4a2c', '#5a2a2a'];

/** Points along a line, close enough together to be bent. */
function along(line: readonly Point[], steps: number): Point[] {
  const points: Point[] = line.slice(0, 1);
  for (const [index, [x, y]] of line.slice(1).entries()) {
    const [fromX, fromY] = line[index] ?? [x, y];
    for (let step = 1; step <= steps; step += 1) {
      points.push([fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps]);
    }
  }
  return points;
}

const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/**
 * Draws a text as bent, turned and shaken lines between others (P-15). The image has paths alone: no text to read, nothing to
 * load, nothing to run. Each drawing of the same text is another.
 *
 * @param random from 0 to less than 1
 */
export function drawCaptcha(text: string, random: () => number): string {
  const between = (low: number, high: number): number => low + random() * (high - low);
  const colour = (): string => colours[Math.floor(random() * colours.length)] ?? '#000';
  const [bend, phase, drift] = [between(2, 4), between(0, 6), between(22, 34)];
  const bent = ([x, y]: Point): Point => [
    x + Math.sin(y / drift + phase) * bend,
    y + Math.sin(x / drift + phase) * bend,
  ];
  const path = (points: readonly Point[], thickness: number): string =>
    `<path d="${pathOf(points)}" stroke="${colour()}" stroke-width="${thickness.toFixed(1)}"/>`;

  const letters = Array.from(text).flatMap((letter, index) => {
    const size = between(2, 2.6);
    const turn = between(-0.35, 0.35);
    const [cos, sin] = [Math.cos(turn) * size, Math.sin(turn) * size];
    const [left, top] = [22 + index * 32 + between(-3, 3), height / 2 + between(-4, 4)];
    const placed = ([x, y]: Point): Point => {
      const [fromX, fromY] = [x - 5 + between(-0.35, 0.35), y - 7 + between(-0.35, 0.35)];
      return bent([left + fromX * cos - fromY * sin, top + fromX * sin + fromY * cos]);
    };
    return strokesOf(letter).map((stroke) => path(along(stroke, 4).map(placed), between(2.2, 3.4)));
  });
  const noise = Array.from({ length: 6 }, () => {
    const ends = Array.from({ length: 4 }, (_, index): Point => [
      (index * width) / 3,
      between(4, height - 4),
    ]);
    return path(along(ends, 6).map(bent), between(0.8, 1.6));
  });
  // The order would tell which letter is which.
  const all = [...letters, ...noise]
    .map((each) => ({ each, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`;
  return `${head}<g fill="none" stroke-linecap="round" stroke-linejoin="round">${all.join('')}</g></svg>`;
}
