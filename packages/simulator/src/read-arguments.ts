import { parseArgs } from 'node:util';

export interface CliArguments {
  readonly help: boolean;
  readonly port?: number;
  readonly strictOrigins?: readonly string[];
  readonly tetherfi?: false;
}

/** Reads the command line; a mistake throws an `Error` that says what is wrong. */
export function readArguments(args: readonly string[]): CliArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      'strict-origins': { type: 'string' },
      'no-live-chat': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const origins = values['strict-origins'];
  return {
    help: values.help === true,
    ...(values.port === undefined ? {} : { port: readPort(values.port) }),
    ...(origins === undefined ? {} : { strictOrigins: origins.split(',').map((origin) => origin.trim()) }),
    ...(values['no-live-chat'] ? { tetherfi: false as const } : {}),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_500) return port;
  throw new Error(`--port needs a number from 1 to 65500, not "${text}".`);
}
