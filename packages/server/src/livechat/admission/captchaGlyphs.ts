/** A point on a letter's own field, 10 wide and 14 high. */
export type Point = readonly [x: number, y: number];

/** Strokes of each letter: `x,y` pairs along a line. Letters that are taken for one another (I and 1, O and 0, S and 5) aren't there. */
const drawn: Readonly<Record<string, readonly string[]>> = {
  A: ['0,14 5,0 10,14', '2,9 8,9'],
  C: ['10,3 7,0 3,0 0,4 0,10 3,14 7,14 10,11'],
  E: ['10,0 0,0 0,14 10,14', '0,7 8,7'],
  F: ['10,0 0,0 0,14', '0,7 8,7'],
  H: ['0,0 0,14', '10,0 10,14', '0,7 10,7'],
  J: ['9,0 9,10 6,14 3,14 0,11'],
  K: ['0,0 0,14', '10,0 0,8', '3,6 10,14'],
  L: ['0,0 0,14 9,14'],
  M: ['0,14 0,0 5,8 10,0 10,14'],
  N: ['0,14 0,0 10,14 10,0'],
  P: ['0,14 0,0 7,0 10,2 10,5 7,8 0,8'],
  R: ['0,14 0,0 7,0 10,2 10,5 7,8 0,8', '5,8 10,14'],
  T: ['0,0 10,0', '5,0 5,14'],
  U: ['0,0 0,10 3,14 7,14 10,10 10,0'],
  V: ['0,0 5,14 10,0'],
  W: ['0,0 2,14 5,6 8,14 10,0'],
  X: ['0,0 10,14', '10,0 0,14'],
  Y: ['0,0 5,7 10,0', '5,7 5,14'],
  3: ['0,2 3,0 7,0 10,3 7,7 4,7 7,7 10,10 7,14 3,14 0,12'],
  4: ['8,14 8,0 0,9 10,9'],
  7: ['0,0 10,0 4,14'],
  9: ['10,5 7,8 3,8 0,5 0,3 3,0 7,0 10,3 10,9 6,14 2,14'],
};

/** The letters that a captcha's text is made of. */
export const captchaLetters: readonly string[] = Object.keys(drawn);

const pointOf = (pair: string): Point => {
  const [x = 0, y = 0] = pair.split(',').map(Number);
  return [x, y];
};

/** A letter's strokes; none for what is no letter of a captcha. */
export const strokesOf = (letter: string): readonly (readonly Point[])[] =>
  (drawn[letter] ?? []).map((line) => line.split(' ').map(pointOf));
