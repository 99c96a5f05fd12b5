import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { ControlError } from './control-error.js';
import { loopbackGuard } from './loopback-guard.js';
import { parseRequest, sessionEntry } from './parse-request.js';
import type { ListedVendor, RemoteControl, VendorControl } from './vendor.js';

const MAX_BODY = 1024 * 1024;
const sessionQuery = v.strictObject({ session: sessionEntry });

/** An error as every part of the simulator answers it: `{ error: { code, message } }`. */
export function errorResponse(error: unknown, context: Context): Response {
  if (error instanceof ControlError) {
    // The rest of a body that nobody reads would be taken for the next request.
    if (error.status === 413) context.header('Connection', 'close');
    return context.json({ error: { code: error.code, message: error.message } }, error.status);
  }
  const message = error instanceof Error ? error.message : String(error);
  return context.json({ error: { code: 'internal', message } }, 500);
}

async function bodyOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, 'invalid-json', 'The body must be JSON.');
  }
}

/** The control API over all vendors that exist. */
export function controlApi(
  vendors: readonly ListedVendor[],
  services: () => Readonly<Record<string, string>> = () => ({}),
): Hono {
  const app = new Hono();
  app.onError(errorResponse);
  app.use('*', loopbackGuard);
  app.use(
    '*',
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new ControlError(413, 'too-large', 'A request may have at most 1 MB.');
      },
    }),
  );

  function vendorOf(context: Context): VendorControl | RemoteControl {
    const name = context.req.param('vendor');
    const vendor = vendors.find((one) => one.name === name);
    if (vendor) return vendor.control;
    const known = vendors.map((one) => one.name).join(', ');
    throw new ControlError(404, 'unknown-vendor', `No vendor "${name}" is simulated here. Known: ${known}.`);
  }

  const sessionOf = (context: Context): string => parseRequest(sessionQuery, context.req.query()).session;

  app.get('/health', (context) =>
    context.json({ ok: true, vendors: vendors.map((vendor) => vendor.name), services: services() }),
  );
  app.get('/:vendor/calls', (context) => {
    const vendor = vendorOf(context);
    return context.json({ calls: vendor.calls(sessionOf(context)) });
  });
  app.get('/:vendor/frames', (context) => {
    const vendor = vendorOf(context);
    return context.json({ frames: vendor.frames(sessionOf(context)) });
  });
  app.get('/:vendor/status', (context) => {
    const vendor = vendorOf(context);
    return context.json(vendor.status(sessionOf(context)));
  });
  app.get('/:vendor/:view', async (context, next) => {
    const { views = {} } = vendorOf(context);
    const name = context.req.param('view');
    const view = Object.hasOwn(views, name) ? views[name] : undefined;
    return view ? context.json(await Promise.resolve(view(sessionOf(context)))) : next();
  });
  app.post('/:vendor/calls', async (context) => {
    const vendor = vendorOf(context);
    return context.json(await vendor.placeCall(await bodyOf(context)), 201);
  });
  app.post('/:vendor/calls/:id', async (context) => {
    await vendorOf(context).actOnCall(context.req.param('id'), await bodyOf(context));
    return context.json({ ok: true });
  });
  app.post('/:vendor/:action', async (context) => {
    const vendor = vendorOf(context);
    const action = context.req.param('action');
    const body = await bodyOf(context);
    switch (action) {
      case 'state':
        await vendor.setState(body);
        return context.json({ ok: true });
      case 'emit':
        return context.json({ delivered: await vendor.emit(body) });
      case 'faults':
        return context.json({ faults: await vendor.setFaults(body) });
      case 'reset':
        await vendor.reset(body);
        return context.json({ ok: true });
    }
    const own = Object.hasOwn(vendor.actions, action) ? vendor.actions[action] : undefined;
    if (!own) throw new ControlError(404, 'unknown-action', `This vendor has no control action "${action}".`);
    return context.json(await own(body));
  });
  app.all('*', (context) => {
    const vendor = /\/control\/([^/]+)\/./.exec(context.req.path)?.[1];
    if (vendor !== undefined && !vendors.some((one) => one.name === vendor)) {
      throw new ControlError(404, 'unknown-vendor', `No vendor "${vendor}" is simulated here.`);
    }
    throw new ControlError(
      404,
      'not-found',
      `The control API has no ${context.req.method} ${context.req.path}.`,
    );
  });
  return app;
}
