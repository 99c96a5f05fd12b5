/** What `offhook-server --help` says. */
export const help = `offhook-server: the web service that a XiVO agent desktop asks about each call.

  --port N          4306 unless given, or PORT
  --host HOST       127.0.0.1 unless given, or HOST; 0.0.0.0 for other machines
  --path PATH       where the service is: /xivo
  --origin ORIGIN   an agent desktop that may ask, such as https://agents.example.com; may be repeated
  --page ORIGIN     an origin of your pages, in panes or following the events; may be repeated
  --open URL        the page that opens in a pane when a call rings, such as
                    'https://crm.example.com/?number={caller}'; without it nothing opens, and
                    browsers are told of the calls all the same.
                    Places: {caller} {callee} {callId} {queue} {agent}
  --title TEXT      the pane's title
  --help            this text

  offhook-server livechat --help   about the back end of the live chat

  OFFHOOK_XIVO_ORIGINS, OFFHOOK_XIVO_PAGES   the same as --origin and --page, with commas between
  OFFHOOK_XIVO_KEY      verifies the agents' tokens: the shared secret, or a public key as PEM or JWK;
                        without it tokens are not verified
  OFFHOOK_XIVO_SECRET   signs the pages' tickets: 32 characters at least, the same on all nodes
  REDIS_URL             the log that all nodes share; without it, this process's memory

SIGTERM and Ctrl-C end it in good order: requests under way are answered, browsers resume elsewhere.
`;
