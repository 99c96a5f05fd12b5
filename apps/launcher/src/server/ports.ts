const standardPort = 4200;
/** The simulator's ports begin here, counted from the launcher's. */
const simulatorOffset = 100;
/** The simulator and XiVO's web service have six ports after the simulator's first one. */
const highest = 65_535 - simulatorOffset - 10;

export interface Ports {
  readonly launcher: number;
  readonly simulator: number;
}

/** The ports that `OFFHOOK_PORT` asks for, or the usual ones. */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const wanted = env['OFFHOOK_PORT'];
  const launcher = wanted === undefined || wanted === '' ? standardPort : Number(wanted);
  if (!Number.isInteger(launcher) || launcher < 1 || launcher > highest) {
    throw new Error(`OFFHOOK_PORT is "${wanted}". Give a whole number from 1 to ${highest}, such as 5200.`);
  }
  return { launcher, simulator: launcher + simulatorOffset };
}
