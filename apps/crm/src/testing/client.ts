import type { Crm } from '../createCrm.js';

/** An answer: its status, and its JSON as the test expects it. */
export interface Answer<Json> {
  readonly status: number;
  readonly json: Json;
}

/** Asks as a page does, and gives the answer's JSON. */
export interface Client {
  get<Json = unknown>(path: string): Promise<Answer<Json>>;
  send<Json = unknown>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer<Json>>;
}

export function client({ app }: Pick<Crm, 'app'>): Client {
  async function answer<Json>(path: string, init?: RequestInit): Promise<Answer<Json>> {
    const response = await app.request(path, init);
    return { status: response.status, json: (await response.json()) as Json };
  }
  return {
    get: (path) => answer(path),
    send: (method, path, body) =>
      answer(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
  };
}
