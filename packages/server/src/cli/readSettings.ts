import { parseArgs } from 'node:util';

/** What `offhook-server` is to do. */
export interface Settings {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly origins: readonly string[];
  readonly pages: readonly string[];
  readonly open?: string;
  readonly title?: string;
  readonly redisUrl?: string;
  readonly key?: string;
  readonly secret?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const listOf = (text = ''): string[] => text.split(/[\s,]+/).filter((each) => each !== '');

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new Error(`--port: '${text}' is no port.`);
}

/**
 * Reads the command line, and what it doesn't say from the environment. Secrets come from the environment alone: a command
 * line is there for all users of a machine to see.
 *
 * @throws Error for what it can't read
 */
export function readSettings(args: readonly string[], env: Environment): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      port: { type: 'string' },
      host: { type: 'string' },
      path: { type: 'string' },
      origin: { type: 'string', multiple: true },
      page: { type: 'string', multiple: true },
      open: { type: 'string' },
      title: { type: 'string' },
    },
  });
  const optional = {
    open: values.open,
    title: values.title,
    redisUrl: env.REDIS_URL,
    key: env.OFFHOOK_XIVO_KEY,
    secret: env.OFFHOOK_XIVO_SECRET,
  };
  return {
    help: values.help ?? false,
    port: portOf(values.port ?? env.PORT ?? '4306'),
    host: values.host ?? env.HOST ?? '127.0.0.1',
    path: values.path ?? '/xivo',
    origins: values.origin ?? listOf(env.OFFHOOK_XIVO_ORIGINS),
    pages: values.page ?? listOf(env.OFFHOOK_XIVO_PAGES),
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined && value !== ''),
    ),
  };
}
