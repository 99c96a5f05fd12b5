import net from 'node:net';

const usualPort = 4200;

/**
 * The launcher's port, 4200 or what OFFHOOK_PORT says; the simulator's ports begin 100 above it.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {{ launcher: number, simulator: number }}
 */
export function portsFrom(env) {
  const given = env.OFFHOOK_PORT ?? '';
  const launcher = given === '' ? usualPort : Number(given);
  if (!Number.isInteger(launcher) || launcher < 1 || launcher > 65_000) {
    throw new Error(`OFFHOOK_PORT must be a port from 1 to 65000, not '${given}'.`);
  }
  return { launcher, simulator: launcher + 100 };
}

/**
 * Whether something listens on a port of this machine already.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function portInUse(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: 'localhost' });
    const tell = (/** @type {boolean} */ inUse) => {
      socket.destroy();
      resolve(inUse);
    };
    socket.on('connect', () => tell(true)).on('error', () => tell(false));
  });
}

/** How many ports the simulator may listen on, from the board's up. */
const simulatorPorts = 7;

/**
 * A port for the launcher such that it is free and so are those of the simulator, 100 above it: two checkouts may be
 * tested on one machine at once.
 *
 * @returns {Promise<{ launcher: number, all: number[] }>}
 */
export async function freePorts() {
  for (let tries = 0; tries < 50; tries += 1) {
    const launcher = 20_000 + Math.floor(Math.random() * 10_000);
    const all = [launcher, ...Array.from({ length: simulatorPorts }, (_, index) => launcher + 100 + index)];
    const used = await Promise.all(all.map(portInUse));
    if (!used.includes(true)) return { launcher, all };
  }
  throw new Error('No free ports from 20000 to 30106.');
}
