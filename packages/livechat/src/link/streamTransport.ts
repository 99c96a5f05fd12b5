import type { Env, HttpResponse } from '../boot/env.js';
import type { Access } from '../http/access.js';
import { body, refusal, request } from '../http/request.js';
import { address } from '../http/urls.js';
import type { CustomerRequest } from '../wire/customer.js';
import { json, list } from './read.js';
import { readFrame } from './readFrame.js';
import type { OpenTransport } from './transport.js';

// What says that the connection, not the request, is at fault.
const ofTheConnection = new Set([401, 408, 409, 425, 429]);

/**
 * Frames over plain HTTP, where no WebSocket goes: what the page asks is POSTed, one after another; what the server tells
 * comes by server-sent events, which begin once `hello` was answered.
 */
export function streamTransport(env: Env, access: Access, page: string): OpenTransport {
  return (on) => {
    let over = false;
    let events: { close(): void } | undefined;
    let last = Promise.resolve();
    let buffered = 0;

    const close = (): void => {
      over = true;
      events?.close();
    };
    const lose = (): void => {
      if (over) return;
      close();
      on.lost();
    };
    const take = (value: unknown): void => {
      for (const item of list(value) ?? [value]) {
        const frame = readFrame(item);
        if (frame !== undefined && !over) on.frame(frame);
      }
    };
    const contact = (): void => {
      if (!over) on.contact();
    };
    const listen = (): void => {
      if (over || events !== undefined) return;
      try {
        events = env.openEvents(address(env, 'events', { page }), {
          open: contact,
          text: (data) => {
            contact();
            take(json(data));
          },
          lost: lose,
        });
      } catch {
        lose();
      }
    };

    const ask = async (asked: CustomerRequest, token: string): Promise<HttpResponse> =>
      await request(env, address(env, 'frames', { page }), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-offhook-token': token },
        body: JSON.stringify(asked),
      });

    async function post(asked: CustomerRequest): Promise<void> {
      let response = await ask(asked, access.last ?? (await access.token()));
      // The end of a chat spends the token.
      if (response.status === 403 && asked.t !== 'hello') response = await ask(asked, await access.token());
      if (response.ok) {
        contact();
        take(await body(response));
        if (asked.t === 'hello') listen();
      } else if (response.status >= 500 || ofTheConnection.has(response.status)) {
        lose();
      } else if (asked.n === undefined) {
        // What may be lost is lost alone.
        contact();
      } else {
        contact();
        const { code, message } = await refusal(response, 'BadRequest');
        take({ t: 'no', n: asked.n, code, text: message });
      }
    }

    env.clock.setTimeout(() => {
      if (!over) on.open();
    }, 0);
    return {
      send: (asked) => {
        const size = JSON.stringify(asked).length;
        buffered += size;
        last = last
          .then(async () => {
            if (!over) await post(asked);
          })
          .catch(lose)
          .then(() => void (buffered -= size));
      },
      close,
      get buffered() {
        return buffered;
      },
    };
  };
}
