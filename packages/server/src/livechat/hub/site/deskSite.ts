import { type Clock } from '../../../clock.js';
import { LogError } from '../../log/logError.js';
import { type SessionLog, type Stored } from '../../log/sessionLog.js';
import { decide } from '../desk/decide.js';
import { type DeskAnswer, type DeskCommand } from '../desk/command.js';
import { emptyDesk, type Desk } from '../desk/desk.js';
import { type DeskEvent } from '../desk/deskEvent.js';
import { nextDue } from '../desk/due.js';
import { evolve } from '../desk/evolve.js';
import { restoreDesk, snapshotOf } from '../desk/snapshot.js';
import { Turn, type MadeCallback } from '../desk/turn.js';
import { type Settings } from '../settings.js';
import { streams } from '../streams.js';

/** What a site's desk needs of the hub. */
export interface DeskSiteParts {
  readonly log: SessionLog;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly settings: () => Settings;
  /** After each event that came in since the desk was loaded. */
  readonly onEvent: (event: DeskEvent) => void;
  /** After a number of events. */
  readonly onChange: () => void;
  readonly onCallback: (callback: MadeCallback) => void;
  /** The stream was forgotten: the desk is another one now. */
  readonly onForgotten: () => void;
  readonly onProblem: (what: string, error: unknown) => void;
  readonly onConflict: () => void;
}

const snapshotEvery = 500;
const retryMs = 1_000;
const mostConflicts = 1_000;

/**
 * A site's desk at one node: folds its stream, and decides. Decisions are made one after another, each on the desk's last
 * state, and written with the number that the desk had; when another node was faster, they are made anew. What is due by time
 * is done before anything else is decided, so that a timer that fires late changes no outcome.
 */
export class DeskSite {
  readonly name: string;
  readonly #parts: DeskSiteParts;
  readonly #stream: string;
  #desk: Desk = emptyDesk();
  #loading: Promise<void> | undefined;
  #loaded = false;
  #early: (readonly Stored[])[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #kept = 0;
  #armedAt: number | undefined;
  #disarm: (() => void) | undefined;
  #closed = false;

  constructor(name: string, parts: DeskSiteParts) {
    this.name = name;
    this.#parts = parts;
    this.#stream = streams.desk(name);
  }

  /** To read only. */
  get desk(): Desk {
    return this.#desk;
  }

  /** Resolves when the desk is as it was left. Rejects as the log does; then the next call tries again. */
  ready(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** New records of the desk's stream, as the log tells them. */
  receive(records: readonly Stored[]): void {
    if (this.#closed) return;
    if (!this.#loaded) return void this.#early.push(records);
    // One's own were folded when they were written.
    const fresh = records.filter(({ seq }) => seq > this.#desk.seq);
    const first = fresh[0];
    if (first === undefined) return;
    if (first.seq > this.#desk.seq + 1) return void this.#queue(() => this.#catchUp());
    this.#apply(fresh.map(({ seq, data }) => ({ seq, event: JSON.parse(data) as DeskEvent })));
  }

  /** Decides, writes, and answers. Rejects with a `LogError` when the log does, and with what `decide` throws. */
  run(command: DeskCommand): Promise<DeskAnswer> {
    return this.#queue(() => this.#run(command));
  }

  /** Resolves when all that was written before is known here. */
  refresh(): Promise<void> {
    return this.#queue(async () => {
      if ((await this.#parts.log.end(this.#stream)) !== this.#desk.seq) await this.#catchUp();
    });
  }

  /** Does what is due now, and nothing else. */
  async settle(): Promise<void> {
    const due = nextDue(this.#desk);
    if (due !== undefined && due <= this.#parts.clock.now()) await this.run({ t: 'tick' });
  }

  close(): void {
    this.#closed = true;
    this.#disarm?.();
  }

  #queue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(async () => {
      await this.ready();
      return work();
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #load(): Promise<void> {
    const kept = await this.#parts.log.kept(this.#stream);
    this.#desk = kept === undefined ? emptyDesk() : restoreDesk(kept.snapshot);
    this.#kept = this.#desk.seq;
    for (;;) {
      const records = await this.#parts.log.read(this.#stream, this.#desk.seq, 2_000);
      if (records.length === 0) break;
      for (const { seq, data } of records) this.#fold(seq, JSON.parse(data) as DeskEvent);
    }
    this.#desk.queue.takeChange();
    this.#loaded = true;
    for (const records of this.#early.splice(0)) this.receive(records);
    this.#arm();
  }

  async #catchUp(): Promise<void> {
    const { log } = this.#parts;
    const records = await log.read(this.#stream, this.#desk.seq);
    const first = records[0];
    // Meanwhile the log may have told of some of them.
    if (first !== undefined && first.seq <= this.#desk.seq + 1) return this.receive(records);
    if (first === undefined && (await log.end(this.#stream)) >= this.#desk.seq) return;
    // The stream begins anew, or later than what we have.
    this.#loaded = false;
    await this.#load();
    this.#parts.onForgotten();
    // What was asked was asked of another desk.
    throw new LogError('unavailable', this.#stream);
  }

  async #run(command: DeskCommand): Promise<DeskAnswer> {
    const id = this.#parts.ids();
    for (let conflicts = 0; conflicts < mostConflicts;) {
      if (this.#closed) break;
      const now = this.#parts.clock.now();
      const due = nextDue(this.#desk);
      const first = due !== undefined && due <= now;
      const asked: DeskCommand = first ? { t: 'tick' } : command;
      const turnId = first ? this.#parts.ids() : id;
      const turn = new Turn({ site: this.name, now, settings: this.#parts.settings(), id: turnId });
      // What it was decided on: more may be heard of while the log is asked.
      const { seq } = this.#desk;
      const answer = decide(this.#desk, asked, turn);
      // A refusal isn't written, so that nothing shows that this node has yet to hear of something.
      const isCurrent = answer.ok || (await this.#parts.log.end(this.#stream)) === seq;
      if (!isCurrent) await this.#catchUp();
      const written = isCurrent && (turn.events.length === 0 || (await this.#write(turn, turnId, seq)));
      if (written && !first) return answer;
      if (!written) conflicts += 1;
    }
    throw new LogError('unavailable', this.#stream);
  }

  /** Whether it was written; otherwise the desk is as new as can be, and it is to be decided anew. */
  async #write(turn: Turn, id: string, seq: number): Promise<boolean> {
    const { log, onCallback, onConflict } = this.#parts;
    const records = turn.events.map((event, at) => ({ id: `${id}:${at}`, data: JSON.stringify(event) }));
    const callbacks = turn.writes.findIndex(({ stream }) => stream === streams.callbacks(this.name));
    try {
      const written = await log.append([{ stream: this.#stream, expect: seq, records }, ...turn.writes]);
      const places = written[0] ?? [];
      this.#apply(turn.events.map((event, at) => ({ seq: places[at]?.seq ?? 0, event })));
      this.#keep();
      turn.callbacks.forEach((callback, at) => {
        if (written[callbacks + 1]?.[at]?.first === true) onCallback(callback);
      });
      return true;
    } catch (error) {
      if (!(error instanceof LogError) || error.code === 'unavailable') throw error;
      onConflict();
      await this.#catchUp();
      return false;
    }
  }

  #fold(seq: number, event: DeskEvent): boolean {
    if (seq !== this.#desk.seq + 1) return false;
    evolve(this.#desk, event);
    this.#desk.seq = seq;
    return true;
  }

  #apply(events: readonly { readonly seq: number; readonly event: DeskEvent }[]): void {
    let changed = false;
    for (const { seq, event } of events) {
      if (!this.#fold(seq, event)) continue;
      changed = true;
      this.#parts.onEvent(event);
    }
    if (!changed) return;
    this.#arm();
    this.#parts.onChange();
  }

  /** A snapshot costs as much as the desk is large, so a large one is kept less often. */
  #keep(): void {
    const { seq, chats } = this.#desk;
    if (seq - this.#kept < Math.max(snapshotEvery, chats.size)) return;
    this.#kept = seq;
    this.#parts.log
      .keep(this.#stream, seq, snapshotOf(this.#desk))
      .catch((error: unknown) => this.#parts.onProblem('keep', error));
  }

  #arm(): void {
    const due = this.#closed ? undefined : nextDue(this.#desk);
    if (due === this.#armedAt) return;
    this.#armAt(due);
  }

  #armAt(due: number | undefined): void {
    const { clock, onProblem } = this.#parts;
    this.#disarm?.();
    this.#disarm = undefined;
    this.#armedAt = due;
    if (due === undefined) return;
    const wait = Math.min(Math.max(0, due - clock.now()), 3_600_000);
    this.#disarm = clock.setTimeout(() => {
      this.#armedAt = undefined;
      if (this.#closed) return;
      this.run({ t: 'tick' }).then(
        () => this.#arm(),
        (error: unknown) => {
          onProblem('tick', error);
          if (!this.#closed) this.#armAt(clock.now() + retryMs);
        },
      );
    }, wait);
  }
}
