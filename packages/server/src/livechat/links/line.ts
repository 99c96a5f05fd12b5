import { frameText } from '../hub/frameText.js';
import type { ReadResult } from './readResult.js';
import { closing, type Wire } from './wire.js';

/** What all requests have. */
export interface AnyRequest {
  readonly t: string;
  readonly n?: number;
}

/** The hub's end, once it was greeted. */
export interface Link<Request, Frame> {
  ask(request: Request): Promise<Frame | undefined>;
  gone(): void;
}

/** What came of a hello: the answer, and a link where it was taken. */
export interface Greeting<Request, Frame> {
  readonly answer: Frame;
  readonly link?: Link<Request, Frame>;
}

/** Who talks over a line, and with whom. */
export interface LineParts<Request extends AnyRequest, Frame extends object> {
  read(text: string): ReadResult<Request>;
  greet(hello: Request, tell: (frame: Frame) => void, close: () => void): Promise<Greeting<Request, Frame>>;
  /** A frame that refuses. */
  refuse(n: number, text: string): Frame;
  pong(n: number): Frame;
  /** A request was answered. */
  answered?(request: Request, answer: Frame | undefined): void;
}

/** What is said over one connection: hello first, then requests, each answered as soon as its answer is there. */
export interface Line {
  /** A frame came. */
  take(text: string): void;
  /** The connection is gone. */
  gone(): void;
  /** Whether a hello was taken. */
  readonly isGreeted: boolean;
}

/** So many requests may wait for their answer; then the other end has to. */
const mostAsked = 64;
/** So many frames that are none, or hellos that are refused, and the connection ends. */
const mostBad = 8;
const mostHellos = 3;

/** Opens the server's end of a connection. */
export function openLine<Request extends AnyRequest, Frame extends object>(
  { read, greet, refuse, pong, answered }: LineParts<Request, Frame>,
  wire: Wire,
): Line {
  let link: Link<Request, Frame> | undefined;
  let early: Request[] | undefined;
  let [isGone, asked, bad, hellos] = [false, 0, 0, 0];
  const tell = (frame: Frame): void => wire.send(frameText(frame));

  function ask(to: Link<Request, Frame>, request: Request): void {
    if (request.t === 'ping') {
      tell(pong(request.n ?? 0));
      return;
    }
    if (request.t === 'hello') {
      tell(refuse(request.n ?? 0, 'hello: it was said before.'));
      return;
    }
    asked += 1;
    if (asked === mostAsked) wire.hold(true);
    void to.ask(request).then((answer) => {
      if (answer !== undefined) tell(answer);
      answered?.(request, answer);
      asked -= 1;
      if (asked === mostAsked / 2) wire.hold(false);
    });
  }

  async function hello(request: Request): Promise<void> {
    early = [];
    hellos += 1;
    const greeting = await greet(request, tell, () => wire.close(...closing.done));
    const waiting = early;
    early = undefined;
    if (isGone) {
      greeting.link?.gone();
      return;
    }
    tell(greeting.answer);
    link = greeting.link;
    if (link === undefined && hellos >= mostHellos) wire.close(...closing.noHello);
    for (const each of waiting) next(each);
  }

  function next(request: Request): void {
    if (link !== undefined) ask(link, request);
    else if (early !== undefined) early.push(request);
    else if (request.t === 'hello') void hello(request);
    else tell(refuse(request.n ?? 0, 'hello: it comes first.'));
  }

  return {
    take(text) {
      if (isGone) return;
      const result = read(text);
      if ('request' in result) {
        if ((early?.length ?? 0) < mostAsked) next(result.request);
        else wire.close(...closing.badFrames);
        return;
      }
      bad += 1;
      if (result.n !== undefined) tell(refuse(result.n, result.problem));
      if (bad >= mostBad) wire.close(...closing.badFrames);
    },
    gone() {
      if (isGone) return;
      isGone = true;
      link?.gone();
    },
    get isGreeted() {
      return link !== undefined;
    },
  };
}
