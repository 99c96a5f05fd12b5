import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { ApiError } from './apiError.js';

const isLoopback = (origin: string): boolean =>
  URL.canParse(origin) && /^(.+\.)?localhost$|^127\.0\.0\.1$|^\[::1\]$/.test(new URL(origin).hostname);

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets pages of this machine read the answers, on whatever port they are. */
export const loopbackCors: MiddlewareHandler = cors({
  origin: (origin) => (isLoopback(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  maxAge: 600,
});

/** Refuses what a page from elsewhere writes: a browser sends that even where it may not read the answer. */
export const loopbackWrites: MiddlewareHandler = async ({ req }, next) => {
  const origin = req.header('origin');
  if (origin !== undefined && !reading.has(req.method) && !isLoopback(origin)) {
    const own = URL.canParse(origin) && new URL(origin).host === req.header('host');
    if (!own) throw new ApiError(403, 'foreign-origin', 'Only pages of this machine may write here.');
  }
  await next();
};
