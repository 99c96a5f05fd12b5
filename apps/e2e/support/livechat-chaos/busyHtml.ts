/** A message as a page has shown it, or the log has it. */
export type Said = readonly [seq: number, id: string, by: 'c' | 'a', text: string];

/** What a busy page has come to know. */
export interface BusyPage {
  /** The Sid of its chat, once there is one. */
  readonly sid: string | undefined;
  readonly isTalking: boolean;
  readonly acknowledged: readonly (readonly [id: string, seq: number])[];
  readonly said: readonly Said[];
  /** Connections that were made in place of a lost one. */
  readonly resumes: number;
  /** Sent again by a page after the one that had sent it was left. */
  readonly again: number;
  /** The longest time between two messages, in ms, by the page's own clock. */
  readonly longestMs: number;
  readonly states: readonly string[];
  /** What must not happen: a gap, a double, a refusal, an end. */
  readonly problems: readonly string[];
}

/**
 * A customer's page that sends so many messages by the documented API, a few at a time, and looks at each event for gaps and
 * doubles. What it has not got an answer for it keeps over a reload, and sends again under the same id.
 *
 * @param path where the documented paths begin
 * @param overSocket whether there are WebSockets; without them it goes by plain requests
 */
export function busyHtml(path: string, site: string, total: number, overSocket: boolean): string {
  return `<!doctype html><meta charset="utf-8"><title>Busy page</title><script type="module">
  const kept = (key, otherwise) => JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? otherwise;
  const outbox = kept('outbox', { next: 0, waiting: [] });
  const past = kept('past', { acknowledged: [], said: [], states: [], problems: [], resumes: 0, again: 0, longestMs: 0 });
  const page = { ...past, sid: undefined, isTalking: false };
  window.busy = page;
  let last = 0;
  let lastAt;
  const problem = (text) => page.problems.push(text);
  const keep = () => sessionStorage.setItem('outbox', JSON.stringify(outbox));
  addEventListener('pagehide', () => sessionStorage.setItem('past', JSON.stringify(page)));

  let opened = 0;
  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      if (!${overSocket}) throw new Error('There are no sockets.');
      super(...args);
      this.addEventListener('open', () => {
        if (opened > 0) page.resumes += 1;
        opened += 1;
      });
    }
  };

  // Who comes while the server is away tries again: without its script there is no chat.
  for (;;) {
    const came = await new Promise((done) => {
      const script = document.createElement('script');
      script.onload = () => done(true);
      script.onerror = () => done(false);
      script.src = '${path}/livechat.js?session=${site}';
      document.head.append(script);
    });
    if (came) break;
    await new Promise((done) => setTimeout(done, 200));
  }

  function send(one) {
    livechat.SendMessage(one.text, one.id).then(
      ({ seq }) => {
        page.acknowledged.push([one.id, seq]);
        outbox.waiting = outbox.waiting.filter(({ id }) => id !== one.id);
        keep();
        setTimeout(fill, 2);
      },
      ({ code }) => {
        if (code !== 'Closed') problem(one.id + ' is refused: ' + code);
      },
    );
  }
  function fill() {
    while (outbox.waiting.length < 4 && outbox.next < ${total}) {
      const one = { id: 'c' + outbox.next, text: 'Customer ' + outbox.next };
      outbox.next += 1;
      outbox.waiting.push(one);
      keep();
      send(one);
    }
  }
  function talk() {
    page.isTalking = true;
    page.again += outbox.waiting.length;
    outbox.waiting.forEach(send);
    fill();
  }
  function hear(by, text, id, seq) {
    if (seq !== last + 1) problem('after ' + last + ' came ' + seq);
    last = seq;
    const now = performance.now();
    if (lastAt !== undefined) page.longestMs = Math.max(page.longestMs, now - lastAt);
    lastAt = now;
    page.said.push([seq, id, by, text]);
  }
  livechat.OnEcho = (text, id, seq) => hear('c', text, id, seq);
  livechat.OnMessageReceived = (text, id, seq) => hear('a', text, id, seq);
  livechat.OnStartSuccess = (clientId, sid) => {
    page.sid = sid;
    last = 1;
  };
  livechat.OnStartFailed = (code) => problem('start: ' + code);
  livechat.OnOpenFailed = (code) => {
    if (code !== 'NoSessionFound' || outbox.next > 0) problem('open: ' + code);
    else livechat.Start({ eCustName: 'Ada' }, '');
  };
  livechat.OnRemoteUserConnected = () => {
    if (page.isTalking) problem('an agent came again');
    last += 1;
    talk();
  };
  livechat.OnOpenSuccess = (session) => {
    page.sid = session.sid;
    last = session.seq;
    const said = session.trans.filter(({ type }) => type === 'msg');
    const before = page.said;
    page.said = said.map(({ seq, id, by, msg }) => [seq, id, by, decodeURIComponent(msg)]);
    for (const [index, one] of before.entries()) {
      if (JSON.stringify(one) !== JSON.stringify(page.said[index])) problem(one[1] + ' is not where it was');
    }
    talk();
  };
  livechat.OnEnd = (initiator, reason) => problem('end: ' + initiator + ' ' + reason);
  livechat.OnInternalServerError = (code) => problem('error: ' + code);
  livechat.OnServerStateChanged = (state) => page.states.push(state);
  livechat.Open();
  </script>`;
}
