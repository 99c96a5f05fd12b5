import autocannon from 'autocannon';

let count = 0;

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = [
  part({ typ: 'JWT', alg: 'HS256' }),
  part({ login: 'ada', expiresAt: 4_000_000_000, issuedAt: 1_767_600_000, userType: 'cti', acls: ['alias.ctiuser'] }),
  'c2lnbmVkLWJ5LW5vYm9keS1mb3ItdGhlLWJlbmNobWFyay0xMjM',
].join('.');

/** What an agent desktop sends about a call that nobody has asked about. */
export function newCall() {
  count += 1;
  const id = `${process.pid}${Math.floor(performance.timeOrigin)}.${count}`;
  return {
    id,
    body: JSON.stringify({
      user: { userId: 7, agentId: 12, firstName: 'Ada', lastName: 'Lovelace', fullName: 'Ada Lovelace', token },
      callee: '2001',
      caller: '0123456789',
      userData: { SIPCALLID: '4b6c2d18-77aa-4c11-9b4e-a0d1d2f2b001', USR_XIVO_DSTNUM: '4000' },
      callDataCallId: id,
      queue: { id: 3, name: 'sales', displayName: 'Sales', number: '4000' },
    }),
  };
}

/** Whether an answer is the one for this call: its page, with its number, its id and a ticket. */
function isAnswerTo(id, status, text) {
  if (status !== 200) return false;
  const { action, event, url } = JSON.parse(text);
  return (
    action === 'open' &&
    event === 'EventRinging' &&
    url.startsWith(`https://crm.example.com/?n=0123456789&call=${id}#ticket=ey`)
  );
}

/**
 * Asks about one call after another, each of them new, and checks every answer.
 *
 * @param {{ url: string, seconds?: number, amount?: number, connections?: number }} options
 * @returns {Promise<{ perSecond: number, p99: number, answers: number }>} `p99` in ms
 */
export async function load({ url, seconds = 3, amount, connections = 50 }) {
  let [right, wrong] = [0, 0];
  const result = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest(request, context) {
          const { id, body } = newCall();
          context.id = id;
          return { ...request, body };
        },
        onResponse(status, text, context) {
          if (isAnswerTo(context.id, status, text)) right += 1;
          else wrong += 1;
        },
      },
    ],
  });
  if (wrong > 0 || result.errors > 0 || right === 0) {
    throw new Error(`${right} answers were right, ${wrong} wrong; ${result.errors} errors.`);
  }
  return { perSecond: right / result.duration, p99: result.latency.p99, answers: right };
}
