import * as v from 'valibot';
import { serveProxy } from './proxy/serveProxy.js';
import { keyText, originText, portText, readEnv } from './shared/readEnv.js';
import { serveUntilStopped } from './shared/serveUntilStopped.js';

const settings = v.object({
  PROXY_PORT: portText,
  PROXY_ORIGIN: originText,
  PROXY_BACK_END: originText,
  PROXY_COOKIE_KEY: keyText,
  BANK_ORIGIN: originText,
  BANK_SESSION_KEY: keyText,
  BANK_SERVICE_KEY: v.pipe(v.string(), v.minLength(32)),
});

serveUntilStopped(async () => {
  const env = readEnv(settings, process.env);
  const server = await serveProxy({
    port: env.PROXY_PORT,
    bank: () => env.BANK_ORIGIN,
    origin: () => env.PROXY_ORIGIN,
    backEnd: env.PROXY_BACK_END,
    sessionKey: env.BANK_SESSION_KEY,
    cookieKey: env.PROXY_COOKIE_KEY,
    serviceKey: env.BANK_SERVICE_KEY,
    report: (text) => process.stderr.write(`The proxy: ${text}\n`),
  });
  process.stdout.write(`Proxy  ${env.PROXY_ORIGIN}\n`);
  return server;
});
