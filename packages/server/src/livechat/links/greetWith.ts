import type { AnyRequest, Greeting } from './line.js';

/** A request that says hello. */
type Hello<Request extends AnyRequest> = Extract<Request, { readonly t: 'hello' }>;

/** How somebody is greeted. */
export interface GreetParts<Request extends AnyRequest, Frame> {
  greeting(
    hello: Hello<Request>,
    tell: (frame: Frame) => void,
    close: () => void,
  ): Promise<Greeting<Request, Frame>>;
  no(n: number, code: 'BadRequest' | 'Unavailable', text: string): Frame;
  onProblem(what: string, error: unknown): void;
}

const isHello = <Request extends AnyRequest>(request: Request): request is Hello<Request> =>
  request.t === 'hello';

/** Greets who says hello first, and refuses all others; what fails on the way is told, and can be asked again. */
export function greetWith<Request extends AnyRequest, Frame>({
  greeting,
  no,
  onProblem,
}: GreetParts<Request, Frame>) {
  return async (
    first: Request,
    tell: (frame: Frame) => void,
    close: () => void,
  ): Promise<Greeting<Request, Frame>> => {
    if (!isHello(first)) return { answer: no(first.n ?? 0, 'BadRequest', 'hello: it comes first.') };
    try {
      return await greeting(first, tell, close);
    } catch (error) {
      onProblem('hello', error);
      return { answer: no(first.n ?? 0, 'Unavailable', 'The storage is away: ask again.') };
    }
  };
}
