import { expect, type BrowserContext, type Page } from '@playwright/test';

/** What a page has opened, and how a test stands in its way. */
export interface Kept {
  readonly tracks: Set<MediaStreamTrack>;
  readonly connections: RTCPeerConnection[];
  readonly configs: (RTCConfiguration | undefined)[];
  /** Each call for devices or a screen, with what it asked for. */
  readonly asked: { readonly name: string; readonly constraints: unknown }[];
  readonly violations: string[];
  /** All devices are refused with an error of this name. */
  refuse?: string;
  /** There is no device of this kind. */
  without?: 'audio' | 'video';
}

/** Runs in the page, before any script of its own. */
function keep(): void {
  const kept: Kept = { tracks: new Set(), connections: [], configs: [], asked: [], violations: [] };
  Object.assign(window, { kept });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
    kept.violations.push([effectiveDirective, blockedURI, sourceFile, sample].join(' '));
  });
  const forced: RTCConfiguration = 'relayOnly' in window ? { iceTransportPolicy: 'relay' } : {};
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config?: RTCConfiguration) {
      super({ ...config, ...forced });
      kept.connections.push(this);
      kept.configs.push(config);
    }
  };
  const hold = <Stream extends MediaStream>(stream: Stream): Stream => {
    for (const track of stream.getTracks()) kept.tracks.add(track);
    return stream;
  };
  const { mediaDevices } = navigator;
  for (const name of ['getUserMedia', 'getDisplayMedia'] as const) {
    const own = mediaDevices[name].bind(mediaDevices);
    mediaDevices[name] = async (constraints?: MediaStreamConstraints) => {
      kept.asked.push({ name, constraints: JSON.parse(JSON.stringify(constraints ?? {})) as unknown });
      if (kept.refuse !== undefined) throw new DOMException('Not in this test.', kept.refuse);
      const isMissing = name === 'getUserMedia' && kept.without !== undefined && constraints?.[kept.without];
      if (isMissing) throw new DOMException('There is none in this test.', 'NotFoundError');
      return hold(await own(constraints));
    };
  }
  const capture = HTMLCanvasElement.prototype.captureStream;
  HTMLCanvasElement.prototype.captureStream = function (rate) {
    return hold(capture.call(this, rate));
  };
  const { clone } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.clone = function () {
    const copy = clone.call(this);
    kept.tracks.add(copy);
    return copy;
  };
}

/** To be called before pages are opened. */
export const keepMedia = (context: BrowserContext): Promise<unknown> => context.addInitScript(keep);

/** What goes over the connections of a page that are open; bytes unless said. */
export interface Flow {
  readonly audioSent: number;
  readonly videoSent: number;
  readonly audioReceived: number;
  readonly videoReceived: number;
  readonly audioPackets: number;
  readonly audioEnergy: number;
  readonly framesDecoded: number;
  /** Of what comes in. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** Own candidates' types, and those of the pairs in use. */
  readonly candidates: readonly string[];
  readonly used: readonly string[];
  readonly ufrags: readonly string[];
  readonly open: number;
}

export const flowOf = (page: Page): Promise<Flow> =>
  page.evaluate(async () => {
    const { connections } = Reflect.get(window, 'kept') as Kept;
    const open = connections.filter(({ connectionState }) => connectionState !== 'closed');
    const sum: Record<string, number> = {};
    const add = (name: string, value: unknown): void => {
      sum[name] = (sum[name] ?? 0) + (typeof value === 'number' ? value : 0);
    };
    const candidates = new Set<string>();
    const used = new Set<string>();
    for (const connection of open) {
      const report = await connection.getStats();
      report.forEach((each: Record<string, unknown>) => {
        const { type, kind } = each;
        if (type === 'outbound-rtp') add(`${String(kind)}Sent`, each['bytesSent']);
        if (type === 'inbound-rtp') {
          add(`${String(kind)}Received`, each['bytesReceived']);
          if (kind === 'audio') add('audioPackets', each['packetsReceived']);
          for (const name of ['framesDecoded', 'framesPerSecond']) add(name, each[name]);
          add('width', each['frameWidth']);
          add('height', each['frameHeight']);
          add('audioEnergy', each['totalAudioEnergy']);
        }
        if (type === 'local-candidate') candidates.add(String(each['candidateType']));
        if (type === 'transport') {
          const pair = report.get(String(each['selectedCandidatePairId'])) as
            Record<string, unknown> | undefined;
          const ends = [pair?.['localCandidateId'], pair?.['remoteCandidateId']];
          for (const id of ends) {
            const end = report.get(String(id)) as Record<string, unknown> | undefined;
            if (end !== undefined) used.add(String(end['candidateType']));
          }
        }
      });
    }
    const of = (name: string): number => sum[name] ?? 0;
    return {
      audioSent: of('audioSent'),
      videoSent: of('videoSent'),
      audioReceived: of('audioReceived'),
      videoReceived: of('videoReceived'),
      audioPackets: of('audioPackets'),
      audioEnergy: of('audioEnergy'),
      framesDecoded: of('framesDecoded'),
      framesPerSecond: of('framesPerSecond'),
      width: of('width'),
      height: of('height'),
      candidates: [...candidates],
      used: [...used],
      ufrags: open.map(
        ({ localDescription }) => /a=ice-ufrag:(\S+)/.exec(localDescription?.sdp ?? '')?.[1] ?? '',
      ),
      open: open.length,
    };
  });

type Amount = { [Name in keyof Flow]: Flow[Name] extends number ? Name : never }[keyof Flow];

/** Waits until each of these has grown from what it is now. */
export async function expectGrowth(page: Page, ...names: readonly Amount[]): Promise<void> {
  const before = await flowOf(page);
  await expect
    .poll(
      async () => {
        const now = await flowOf(page);
        // A connection made anew counts from 0.
        return names.filter((name) => now[name] <= (now[name] < before[name] ? 0 : before[name]));
      },
      { message: 'media that stand still', timeout: 20_000 },
    )
    .toEqual([]);
}

/** How much one thing grows while so many audio packets come: 50 are a second. */
export async function growthOver(page: Page, name: Amount, packets: number): Promise<number> {
  const before = await flowOf(page);
  let now = before;
  await expect
    .poll(
      async () => {
        now = await flowOf(page);
        return now.audioPackets - before.audioPackets;
      },
      { message: `${packets} packets of audio come`, timeout: 20_000 },
    )
    .toBeGreaterThanOrEqual(packets);
  return now[name] - before[name];
}

/** Pages whose media flow both ways. */
export async function expectBothWays(
  pages: readonly Page[],
  kinds: 'audio' | 'video' = 'video',
): Promise<void> {
  for (const page of pages) {
    await expectGrowth(page, 'audioSent', 'audioReceived');
    if (kinds === 'video') await expectGrowth(page, 'videoSent', 'videoReceived', 'framesDecoded');
  }
}

/** No light of a camera is on: all that was opened is over, and something was. */
export async function expectTracksOver(pages: readonly Page[], atLeast = 1): Promise<void> {
  for (const page of pages) {
    await expect
      .poll(
        () =>
          page.evaluate(() => {
            const { connections, tracks } = Reflect.get(window, 'kept') as Kept;
            const live = [...tracks].filter(({ readyState }) => readyState !== 'ended').length;
            const open = connections.filter(({ connectionState }) => connectionState !== 'closed').length;
            return { live, open };
          }),
        { message: 'live tracks and open connections', timeout: 15_000 },
      )
      .toEqual({ live: 0, open: 0 });
    expect(
      await page.evaluate(() => (Reflect.get(window, 'kept') as Kept).tracks.size),
    ).toBeGreaterThanOrEqual(atLeast);
  }
}

/** From now on the page's devices are refused so, or one kind is missing. */
export const hinder = (page: Page, how: Pick<Kept, 'refuse' | 'without'>): Promise<void> =>
  page.evaluate((what) => void Object.assign(Reflect.get(window, 'kept') as object, what), how);

/** Pulls a device out: its tracks end as the browser ends them. */
export const unplug = (page: Page, kind: 'audio' | 'video'): Promise<void> =>
  page.evaluate((what) => {
    const { tracks } = Reflect.get(window, 'kept') as Kept;
    for (const track of [...tracks].filter((each) => each.kind === what && each.readyState === 'live')) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }, kind);

export const violationsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (Reflect.get(window, 'kept') as Kept).violations);

/** How many connections a page has now. One that could not be agreed on is closed, and another takes its place. */
export const openConnections = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (Reflect.get(window, 'kept') as Kept).connections.filter(
        ({ connectionState }) => connectionState !== 'closed',
      ).length,
  );
