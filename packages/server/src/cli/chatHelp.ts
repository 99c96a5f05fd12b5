/** What `offhook-server livechat --help` says. */
export const chatHelp = `offhook-server livechat: the back end of the live-chat scripts and of the agent console.

  --port N             4305 unless given, or PORT
  --host HOST          localhost unless given, or HOST; 0.0.0.0 for other machines
  --origin ORIGIN      pages that may chat, such as https://www.example.com; may be repeated
  --loopback-origins   any page of this machine may chat
  --data FOLDER        keeps chats (SQLite) and files there
  --files FOLDER       keeps files there; the same folder for all nodes
  --captcha            customers read a captcha before they start
  --require-token      each start needs the session's access token
  --require-encrypted  customers' details have to be encrypted; needs OFFHOOK_CHAT_KEY
  --sites              pages choose a site of their own by ?session=NAME: for laptops and tests
  --trust-proxy        the X-Forwarded headers are a proxy's of yours
  --until-stdin-ends   stops when its standard input ends
  --help               this text

  OFFHOOK_CHAT_AGENTS          who may log in as an agent: name:password,name:password
  OFFHOOK_CHAT_AGENT_PASSWORD  any name may, with this password: for laptops and tests
  OFFHOOK_CHAT_ORIGINS         the same as --origin, with commas between
  OFFHOOK_CHAT_KEY             opens encrypted details: 32 bytes as base64url
  OFFHOOK_CHAT_SECRET          makes the tokens: 32 characters at least; kept with the chats unless given
  OFFHOOK_CHAT_SETTINGS        what the desk goes by, as JSON, such as {"queueLimit":20}
  OFFHOOK_CHAT_ICE_SERVERS     for audio, video and co-browsing, as JSON: [{"urls":"stun:stun.example.com"}]
  OFFHOOK_CHAT_TURN_URLS       TURN servers, with commas between, such as turn:turn.example.com:3478
  OFFHOOK_CHAT_TURN_SECRET     the secret that they share (coturn's use-auth-secret)
  OFFHOOK_CHAT_SWITCH_KEY      turns the fault switch on, for whoever has this key; never in production
  DATABASE_URL                 file:chats.db: chats are kept in SQLite, for one machine
  REDIS_URL                    chats are kept in Redis, for many nodes
                               without any of these, in this process's memory

SIGTERM and Ctrl-C end it in good order: pages go on at another node, or when it is back.
`;
