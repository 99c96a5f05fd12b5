import { createOffhook, type Offhook, type OffhookEvent } from '@offhook/core';
import { countingIds, virtualClock, type VirtualClock } from '@offhook/testing';
import type { GuestPage } from '../channel/guestPage.js';
import { linkGuest } from '../linkGuest.js';
import { xivo } from '../xivo.js';
import { id, serviceCall } from './frames.js';
import { settle } from './settle.js';

/** A ticket whose text must turn up nowhere but in the header that it is for. */
export const ticket = 'eyJhbGciOiJIUzI1NiJ9.canary.c2lnbmF0dXJl';

/** A request to the service. */
interface GuestRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client in a page of the desktop's, and the service and the desktop played by the test. */
export interface Guest {
  readonly phone: Offhook;
  readonly clock: VirtualClock;
  readonly requests: readonly GuestRequest[];
  /** What was posted to the desktop, and to which origin. */
  readonly posted: readonly (readonly [string, string])[];
  readonly events: readonly OffhookEvent[];
  readonly traced: readonly unknown[];
  pass(ms: number): Promise<void>;
  status(): string;
}

/** What the service answers, and what the page is like. */
export interface GuestScene {
  /** The answers in order, the last one for ever; `hang` never comes. The call of the frames unless given. */
  readonly answers?: readonly (Response | Error | 'hang')[];
  readonly address?: ReturnType<GuestPage['takeAddress']>;
  /** Whether there is a desktop to post to. */
  readonly hasDesktop?: boolean;
}

export const json = (body: unknown, status = 200, type = 'application/json'): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type },
  });

export async function guest(scene: GuestScene = {}): Promise<Guest> {
  const { answers = [json(serviceCall({ title: 'Customer' }))], address = { call: id, ticket } } = scene;
  const clock = virtualClock();
  const requests: GuestRequest[] = [];
  const posted: (readonly [string, string])[] = [];
  const traced: unknown[] = [];
  const page: GuestPage = {
    takeAddress: () => address,
    post(message, origin) {
      if (scene.hasDesktop !== false) posted.push([message, origin]);
      return scene.hasDesktop !== false;
    },
  };
  const options = { service: 'https://crm.example/xivo', desktop: 'https://agents.example/desktop' };
  const phone = createOffhook({
    connectors: [
      {
        ...xivo({ role: 'guest', ...options }),
        connect: (context) =>
          linkGuest(context, {
            service: new URL(options.service),
            desktop: new URL(options.desktop).origin,
            call: undefined,
            ticket: undefined,
            page,
            trace: undefined,
            fetch: (input, init = {}) => {
              const answer = answers[Math.min(requests.length, answers.length - 1)];
              requests.push({ url: input as string, init });
              if (answer === 'hang') return new Promise(() => {});
              return answer instanceof Response
                ? Promise.resolve(answer.clone())
                : Promise.reject(answer ?? new TypeError('Failed to fetch'));
            },
          }),
      },
    ],
    clock,
    ids: countingIds(),
    trace: (...said) => traced.push(...said),
  });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  await settle();
  return {
    phone,
    clock,
    requests,
    posted,
    events,
    traced,
    async pass(ms) {
      clock.advance(ms);
      await settle();
    },
    status: () => `${phone.connection.value.status}: ${phone.connection.value.reason ?? ''}`,
  };
}
