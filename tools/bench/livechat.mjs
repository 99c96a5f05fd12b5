import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, limit } from './compare.mjs';
import { flood, steady } from './livechat/flood.mjs';
import { peerChat } from './livechat/peerChat.mjs';
import { startBackEnd } from './livechat/startBackEnd.mjs';
import { agent, chat, visit } from './livechat/visitor.mjs';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const rounds = 9;
const round4 = (value) => Number(value.toPrecision(4));

async function inFolder(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'offhook-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** So many, some at a time. */
async function many(count, make) {
  const made = [];
  while (made.length < count) {
    const next = Math.min(50, count - made.length);
    made.push(...(await Promise.all(Array.from({ length: next }, () => make()))));
  }
  return made;
}

const backEnd = (folder, settings) =>
  startBackEnd({ database: path.join(folder, 'chat.sqlite'), files: folder, settings });

const roomy = { queueLimit: 20_000, rates: { perChat: { perSecond: 1e6, burst: 1e6 }, perWebSession: { perSecond: 1e6, burst: 1e6 } } };

/**
 * The back end as its command serves it, on loopback, in a process of its own, on SQLite with full sync; the load comes from
 * this one.
 *
 * @param {readonly string[]} names which parts, in order: all unless named
 * @param {(result: object) => unknown} told of each result at once
 */
export async function run(names = Object.keys(parts), told = () => {}) {
  const results = [];
  const add = async (result) => {
    results.push(result);
    await told(result);
    const { name, value, unit, peer, peerValue, ratio, interval, goal, holds } = result;
    console.log(
      `${name}: ${value} ${unit}, ${peer}: ${peerValue}, ${ratio} [${interval.join(' – ')}] ${goal} ${holds}`,
    );
  };
  for (const name of names) await parts[name](add);
  return results;
}

const parts = {
  /** 4,000 messages a second, each acknowledged once it is on the disk. */
  messages: (add) =>
    inFolder(async (folder) => {
      const service = await backEnd(folder, roomy);
      try {
        await agent(service.origin, 'Ada');
        const chats = await many(400, () => chat(service.origin));
        const tails = [];
        for (let round = 0; round <= rounds; round += 1) {
          const { sent, p50, p99 } = await steady(chats, { perSecond: 4_000, seconds: 3 });
          console.log(`${sent} sent, acknowledged: ${round4(p50)} ms, 99 % ${round4(p99)} ms`);
          tails.push(p99);
        }
        const left = [tails[0], ...tails.slice(1)];
        const name = 'live chat, 4,000 messages a second, acknowledged when durable, 99 %';
        await add(await limit({ name, unit: 'ms', max: 50, rounds, ours: () => left.shift() }));
        for (const each of chats) each.close();
      } finally {
        await service.end();
      }
    }),

  /** Pages that are there and say nothing. */
  idle: (add) =>
    inFolder(async (folder) => {
      const service = await backEnd(folder, roomy);
      const count = 10_000;
      const resident = async () => {
        const status = await readFile(`/proc/${service.pid}/status`, 'utf8');
        return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1_024;
      };
      try {
        const warm = await many(500, () => visit(service.origin));
        const before = await resident();
        const pages = await many(count, () => visit(service.origin));
        const each = ((await resident()) - before) / count / 1_000;
        const values = [round4(each), round4(each)];
        await add({
          name: `live chat, ${count} idle connections`,
          unit: 'kB each',
          value: round4(each),
          peer: 'limit',
          peerValue: 20,
          ratio: round4(each / 20),
          interval: values.map((value) => round4(value / 20)),
          goal: '<= 20 kB',
          holds: each < 20,
        });
        for (const page of [...warm, ...pages]) page.close();
      } finally {
        await service.end();
      }
    }),

  /** As many as there can be, against socket.io in front of the same storage. */
  peer: (add) =>
    inFolder(async (folder) => {
      const service = await backEnd(folder, roomy);
      const peer = await startBackEnd({
        args: [file('livechat/peer.mjs'), path.join(folder, 'peer.sqlite')],
      });
      const at = 200;
      try {
        await agent(service.origin, 'Ada');
        const chats = await many(at, () => chat(service.origin));
        const theirs = await many(at, () => peerChat(peer.origin));
        const cost = async (pages) => 1e6 / (await flood(pages, { seconds: 2 }));
        await add(
          await compare({
            name: 'live chat, a durable message',
            unit: 'µs',
            peerName: 'socket.io on the same storage',
            goal: { min: 1 },
            rounds,
            ours: () => cost(chats),
            peer: () => cost(theirs),
          }),
        );
        for (const each of [...chats, ...theirs]) each.close();
      } finally {
        await service.end();
        await peer.end();
      }
    }),
};
