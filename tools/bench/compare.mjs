/**
 * Measures ours against a peer in the same run: interleaved, so that what disturbs the machine disturbs both.
 * `ours` and `peer` each do one round and return its cost. The goal holds if the better end of the 95 % interval
 * of the ratio's median meets it.
 *
 * @param {{ name: string, unit: string, peerName: string, goal: { max: number } | { min: number }, rounds?: number,
 *   ours: () => number | Promise<number>, peer: () => number | Promise<number> }} options
 * With `{ max }` the ratio is ours / peer, with `{ min }` it is peer / ours: how many times cheaper we are.
 */
export async function compare({ name, unit, peerName, goal, ours, peer, rounds = 11 }) {
  const mine = [];
  const theirs = [];
  await ours();
  await peer();
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first alternates: whoever is second meets the other's garbage.
    if (round % 2 === 0) mine.push(await ours());
    theirs.push(await peer());
    if (round % 2 === 1) mine.push(await ours());
  }
  const ratios = mine.map((value, index) => ('max' in goal ? value / theirs[index] : theirs[index] / value));
  const interval = medianInterval(ratios);
  return {
    name,
    unit,
    value: round3(median(mine)),
    peer: peerName,
    peerValue: round3(median(theirs)),
    ratio: round3(median(ratios)),
    interval: interval.map(round3),
    goal: 'max' in goal ? `<= ${goal.max}x` : `>= ${goal.min}x`,
    holds: 'max' in goal ? interval[0] <= goal.max : interval[1] >= goal.min,
  };
}

/**
 * Measures ours against a fixed limit.
 *
 * @param {{ name: string, unit: string, max: number, rounds?: number, ours: () => number | Promise<number> }} options
 */
export async function limit({ name, unit, max, ours, rounds = 11 }) {
  const values = [];
  await ours();
  for (let round = 0; round < rounds; round += 1) values.push(await ours());
  const interval = medianInterval(values);
  return {
    name,
    unit,
    value: round3(median(values)),
    peer: 'limit',
    peerValue: max,
    ratio: round3(median(values) / max),
    interval: interval.map((value) => round3(value / max)),
    goal: `<= ${max} ${unit}`,
    holds: interval[0] <= max,
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The 95 % interval of the median by order statistics: no assumption about how the values are spread. */
export function medianInterval(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const low = Math.max(0, Math.floor(sorted.length / 2 - 0.98 * Math.sqrt(sorted.length)) - 1);
  return [sorted[low], sorted[sorted.length - 1 - low]];
}

const round3 = (value) => Number(value.toPrecision(4));
