import { gone, type Numbers } from './mergeSegments.js';
import { fieldBits, fieldMask, type Segment, wordCount } from './segment.js';
import { compareWords } from './sortWords.js';

/** How many words one step does. */
const step = 1_024;

type Words = Pick<Segment, 'words' | 'wordStarts' | 'postingStarts' | 'postings'>;

/** Merges the words of several segments, which are in order in each, and their postings. */
export function* mergeWords(sources: readonly Segment[], numbers: Numbers): Generator<void, Words> {
  const sum = (of: (source: Segment) => number): number =>
    sources.reduce((total, source) => total + of(source), 0);
  const words = new Uint16Array(sum((source) => source.words.length));
  const wordStarts = new Uint32Array(sum(wordCount) + 1);
  const postingStarts = new Uint32Array(wordStarts.length);
  const postings = new Uint32Array(sum((source) => source.postings.length));
  const queue = wordQueue(sources);
  let count = 0;
  let end = 0;
  for (let done = 0, source = queue.first(); source !== undefined; source = queue.first(), done += 1) {
    const { words: from, wordStarts: starts } = sources[source];
    const word = queue.word(source);
    const start = wordStarts[count];
    const isNew = count === 0 || compareWords(words, wordStarts[count - 1], from, starts[word]) !== 0;
    const before = end;
    end = copyPostings(sources[source], word, numbers[source], postings, end);
    if (!isNew) postingStarts[count] = end;
    else if (end > before) {
      const length = starts[word + 1] - starts[word];
      for (let at = 0; at < length; at += 1) words[start + at] = from[starts[word] + at];
      count += 1;
      wordStarts[count] = start + length;
      postingStarts[count] = end;
    }
    queue.advance();
    if (done % step === 0) yield;
  }
  return {
    words: words.slice(0, wordStarts[count]),
    wordStarts: wordStarts.slice(0, count + 1),
    postingStarts: postingStarts.slice(0, count + 1),
    postings: postings.slice(0, end),
  };
}

function copyPostings(
  { postings, postingStarts }: Segment,
  word: number,
  numbers: Uint32Array,
  into: Uint32Array,
  at: number,
): number {
  let end = at;
  for (let index = postingStarts[word]; index < postingStarts[word + 1]; index += 1) {
    const posting = postings[index];
    const number = numbers[posting >>> fieldBits];
    if (number === gone) continue;
    into[end] = (number << fieldBits) | (posting & fieldMask);
    end += 1;
  }
  return end;
}

/** Whose next word comes first; of equal ones the earlier segment's, so that postings stay in order. A heap. */
function wordQueue(sources: readonly Segment[]) {
  const next = sources.map(() => 0);
  const heap: number[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const left = sources[a];
    const right = sources[b];
    const order = compareWords(left.words, left.wordStarts[next[a]], right.words, right.wordStarts[next[b]]);
    return order === 0 ? a < b : order < 0;
  };
  const sink = (start: number): void => {
    const source = heap[start];
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child += 1;
      if (isBefore(source, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = source;
  };
  sources.forEach((source, index) => {
    if (wordCount(source) > 0) heap.push(index);
  });
  for (let at = heap.length >> 1; at >= 0; at -= 1) if (at < heap.length) sink(at);

  return {
    first: (): number | undefined => heap[0],
    word: (source: number): number => next[source],
    /** Goes on to the next word of whoever was first. */
    advance(): void {
      const source = heap[0];
      next[source] += 1;
      if (next[source] === wordCount(sources[source])) {
        const last = heap.pop();
        if (heap.length === 0 || last === undefined) return;
        heap[0] = last;
      }
      sink(0);
    },
  };
}
