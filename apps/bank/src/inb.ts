import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { customerSchema } from './inb/customers.js';
import { serveBank } from './inb/serveBank.js';
import { keyText, originText, portText, readEnv } from './shared/readEnv.js';
import { serveUntilStopped } from './shared/serveUntilStopped.js';

const settings = v.object({
  BANK_PORT: portText,
  BANK_ORIGIN: originText,
  BANK_CHAT_ORIGIN: originText,
  BANK_CUSTOMERS: v.pipe(v.string(), v.parseJson(), v.array(customerSchema)),
  BANK_SESSION_KEY: keyText,
  BANK_FORM_KEY: keyText,
  BANK_CHAT_KEY: keyText,
  BANK_SERVICE_KEY: v.pipe(v.string(), v.minLength(32)),
});

serveUntilStopped(async () => {
  const env = readEnv(settings, process.env);
  const addresses = { bank: env.BANK_ORIGIN, chat: env.BANK_CHAT_ORIGIN };
  const server = await serveBank({
    port: env.BANK_PORT,
    addresses: () => addresses,
    customers: env.BANK_CUSTOMERS,
    sessionKey: env.BANK_SESSION_KEY,
    formKey: env.BANK_FORM_KEY,
    chatKey: env.BANK_CHAT_KEY,
    serviceKey: env.BANK_SERVICE_KEY,
    // From dist/server, where this runs.
    files: fileURLToPath(new URL('../page', import.meta.url)),
    // The kind alone: a text might quote what somebody typed.
    report: (error) => process.stderr.write(`The bank: ${error.name}\n`),
  });
  process.stdout.write(`Bank   ${env.BANK_ORIGIN}\n`);
  return server;
});
