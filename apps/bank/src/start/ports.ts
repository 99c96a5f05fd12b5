/** The three processes' ports. */
export interface Ports {
  readonly bank: number;
  readonly proxy: number;
  readonly backEnd: number;
}

const standard = 4500;
const highest = 65_533;

/** Three ports from the one that `OFFHOOK_BANK_PORT` asks for, or from the usual one. */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const wanted = env['OFFHOOK_BANK_PORT'];
  const bank = wanted === undefined || wanted === '' ? standard : Number(wanted);
  if (!Number.isInteger(bank) || bank < 1 || bank > highest) {
    throw new Error(
      `OFFHOOK_BANK_PORT is "${wanted}". Give a whole number from 1 to ${highest}, such as 5500.`,
    );
  }
  return { bank, proxy: bank + 1, backEnd: bank + 2 };
}
