import { expect, type APIRequestContext } from '@playwright/test';
import { board } from './addresses.js';

/** The control API of one simulated vendor, within one session. */
export interface Control {
  post<T>(path: string, data: object): Promise<T>;
  get<T>(path: string): Promise<T>;
}

export function createControl(request: APIRequestContext, session: string, vendor: string): Control {
  const control = `${board}/control/${vendor}`;
  return {
    async post<T>(path: string, data: object): Promise<T> {
      const response = await request.post(`${control}/${path}`, { data: { session, ...data } });
      const body = await response.text();
      expect(response.ok(), `POST ${path} says ${response.status()} ${body}`).toBe(true);
      return (body === '' ? undefined : JSON.parse(body)) as T;
    },
    async get<T>(path: string): Promise<T> {
      const response = await request.get(`${control}/${path}`, { params: { session } });
      expect(response.ok(), `GET ${path} says ${response.status()}`).toBe(true);
      return (await response.json()) as T;
    },
  };
}
