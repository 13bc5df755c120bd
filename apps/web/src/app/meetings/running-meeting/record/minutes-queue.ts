import { computed, signal } from '@angular/core';
import type { UsedTime } from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import type {
  PutAttendance,
  PutMinutesEntry,
  PutOpenItem,
} from '@runder-tisch/domain/meetings/session/session-requests';
import { asProblemError, type ProblemError } from '../../../http/problem-error';
import type { Seat } from './seat';
import type { ShownLine } from './shown-line';

/**
 * One thing to tell the server, as plain data under an id made here; repeating it changes nothing. The line or
 * seat as it stands on the screen goes with it, so that a reload without network shows the same.
 */
export type Change = OwnChange | WordsChange;

type OwnChange =
  | { kind: 'line'; id: string; request: PutMinutesEntry; line: ShownLine }
  | { kind: 'line-removed'; id: string }
  | { kind: 'seat'; id: string; request: PutAttendance; seat: Seat }
  | { kind: 'open-item'; id: string; request: PutOpenItem }
  /** How long a point has taken so far, by the clock of this device. */
  | { kind: 'time'; id: string; request: UsedTime };

/** The words of a line that belongs to an area on the right, which names the kind. */
export interface WordsChange {
  kind: string;
  id: string;
  request: object;
  line?: never;
  seat?: never;
}

const ownChanges: readonly string[] = [
  'line',
  'line-removed',
  'seat',
  'open-item',
  'time',
] satisfies OwnChange['kind'][];

export function isWords(change: Change): change is WordsChange {
  return !ownChanges.includes(change.kind);
}

export interface KeptAnswer {
  id: string;
  version: number;
}

export interface QueueWays {
  send(change: Change, version: number): Promise<KeptAnswer>;
  /** The server has it; `id` may be that of another device's row for the same person. */
  kept(change: Change, answer: KeptAnswer): void;
  /** Changed on another device meanwhile; `own` is the last word of this one, and about to leave the queue. */
  conflict(own: Change): void;
  /** Refused for good; asking again would not help. */
  refused(change: Change, problem: ProblemError): void;
}

/** Writes down what waits, in the order it is told; without one the queue lives in memory. */
export interface Journal {
  put(waiting: Waiting): void;
  drop(keys: readonly string[]): void;
}

export type Trouble = 'unreachable' | 'signed-out' | 'other-account';

export interface Waiting {
  key: string;
  order: number;
  /** The version it was written upon: whoever changed the row since is not overwritten. */
  base: number;
  change: Change;
  /** Once on its way it stays as it is: whether the server took it is unknown until it answers. */
  tried?: boolean;
}

const PAUSES = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];
const PASSING = new Set([0, 401, 408, 425, 429]);
const inMemory: Journal = { put: () => undefined, drop: () => undefined };

/**
 * Sends what was typed one after the other and in the order it was typed. What fails in passing (no network,
 * no server, no session) is sent again with growing pauses; nothing is ever dropped because of it. Of several
 * windows on one meeting only one sends; the others write down and show.
 */
export class MinutesQueue {
  private readonly entries = signal<readonly Waiting[]>([]);
  private readonly versions = new Map<string, number>();
  /** Left this queue; the journal may not know it yet. */
  private readonly gone = new Set<string>();
  /** Added here; the journal may not know it yet. */
  private readonly fresh = new Set<string>();
  private running: Promise<void> | null = null;
  private wake: (() => void) | null = null;
  private closed = false;
  /** Who waits for the next rest: everything kept, or a pause before the next try. */
  private resting: (() => void)[] = [];

  readonly waiting = computed(() => this.entries().map((entry) => entry.change));
  readonly unsent = computed(() => this.entries().length);
  readonly trouble = signal<Trouble | null>(null);
  readonly sends = signal(true);

  constructor(
    private readonly ways: QueueWays,
    private readonly journal: Journal = inMemory,
  ) {}

  add(change: Change): void {
    const entry = { ...this.placeOf(change), change, tried: !this.sends() };
    this.fresh.add(entry.key);
    this.entries.update((entries) => inOrder([...entries.filter((it) => it.key !== entry.key), entry]));
    this.journal.put(entry);
    this.go();
  }

  /** Another window sends; this one only writes down until `lead` is called. */
  follow(): void {
    this.sends.set(false);
  }

  lead(): void {
    this.sends.set(true);
    this.go();
  }

  /** What the journal holds: from before a reload, or changed by another window. */
  restore(journal: readonly Waiting[]): void {
    const known = new Map(this.sends() ? this.entries().map((entry) => [entry.key, entry]) : []);
    const written = journal.filter((entry) => !this.gone.has(entry.key));
    for (const { key } of written) this.fresh.delete(key);
    const here = this.entries().filter(({ key }) => this.fresh.has(key));
    const entries = written.map((entry) => known.get(entry.key) ?? { ...entry, tried: true });
    this.entries.set(inOrder([...entries, ...here]));
    this.go();
  }

  /** What the server said it has; a change that waits was written upon what was there before. */
  knows(id: string, version: number): void {
    if (!this.isWaiting(id)) this.versions.set(id, version);
  }

  isWaiting(id: string): boolean {
    return this.entries().some((entry) => entry.change.id === id);
  }

  /** Does not wait for the end of the pause: the network is back, or somebody pressed the button. */
  nudge(): void {
    this.wake?.();
  }

  /** True once everything is kept; false as soon as it has to wait for the network or another window. */
  async settled(): Promise<boolean> {
    if (this.running) {
      this.nudge();
      await new Promise<void>((resolve) => this.resting.push(resolve));
    }
    return this.unsent() === 0;
  }

  close(): void {
    this.closed = true;
    this.wake?.();
  }

  private go(): void {
    if (this.sends() && this.entries().length > 0) this.running ??= this.run();
  }

  private async run(): Promise<void> {
    let failures = 0;
    for (let first = this.take(); first && !this.closed; first = this.take()) {
      const problem = await this.attempt(first);
      if (!problem) {
        failures = 0;
        this.trouble.set(null);
        continue;
      }
      this.trouble.set(troubleOf(problem));
      await this.pause(PAUSES[Math.min(failures++, PAUSES.length - 1)] ?? 30_000);
    }
    this.running = null;
    this.rest();
  }

  private rest(): void {
    for (const tell of this.resting.splice(0)) tell();
  }

  /** The problem if it has to be tried again. */
  private async attempt(entry: Waiting): Promise<ProblemError | null> {
    const { change, key } = entry;
    try {
      const answer = await this.ways.send(change, entry.base);
      this.versions.set(answer.id, answer.version);
      this.ways.kept(change, answer);
      this.drop([key]);
      this.rebase(change.id, answer.version);
    } catch (failed) {
      const problem = asProblemError(failed);
      if (PASSING.has(problem.status) || problem.status >= 500) return problem;
      if ((change.kind === 'line-removed' || change.kind === 'time') && problem.status === 404)
        this.drop([key]);
      else if (problem.status === 412) this.giveWay(change);
      else this.refuse(entry, problem);
    }
    return null;
  }

  private take(): Waiting | undefined {
    const [first] = this.entries();
    if (first) first.tried = true;
    return first;
  }

  private drop(keys: readonly string[]): void {
    for (const key of keys) this.gone.add(key);
    this.entries.update((entries) => entries.filter((entry) => !keys.includes(entry.key)));
    this.journal.drop(keys);
  }

  /** Later words about the same row were written upon those that the server has just taken. */
  private rebase(id: string, base: number): void {
    const later = this.entries().filter((entry) => entry.change.id === id);
    for (const entry of later) {
      entry.base = base;
      this.journal.put(entry);
    }
  }

  /** Everything about it leaves the queue, after its last word has found another place. */
  private giveWay(change: Change): void {
    const about = this.entries().filter((entry) => entry.change.id === change.id);
    this.ways.conflict(about.at(-1)?.change ?? change);
    this.drop(about.map((entry) => entry.key));
  }

  /** A line cannot refer to words that were not taken. */
  private refuse({ change, key }: Waiting, problem: ProblemError): void {
    this.ways.refused(change, problem);
    const orphans = this.entries().filter(({ change: it }) => referenceOf(it) === change.id);
    this.drop([key, ...orphans.map((entry) => entry.key)]);
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      this.rest();
    });
    this.wake = null;
  }

  /** A later word replaces an earlier one that has not left yet, if nothing about it lies between. */
  private placeOf(change: Change): Pick<Waiting, 'key' | 'order' | 'base'> {
    const before = this.entries().findLast((entry) => entry.change.id === change.id);
    if (before && !before.tried && isSuccessor(before.change, change)) {
      return { key: before.key, order: before.order, base: before.base };
    }
    const base = before?.base ?? this.versions.get(change.id) ?? 0;
    return { key: crypto.randomUUID(), order: (this.entries().at(-1)?.order ?? 0) + 1, base };
  }
}

function inOrder(entries: readonly Waiting[]): Waiting[] {
  return [...entries].sort((one, other) => one.order - other.order || (one.key < other.key ? -1 : 1));
}

export function troubleOf(problem: ProblemError): Trouble {
  if (problem.status !== 401) return 'unreachable';
  return problem.code === 'account-changed' ? 'other-account' : 'signed-out';
}

/** A line that now refers to other words has to stay behind them. */
function isSuccessor(before: Change, change: Change): boolean {
  return before.kind === change.kind && referenceOf(before) === referenceOf(change);
}

function referenceOf(change: Change): string | null {
  return !isWords(change) && change.kind === 'line' ? change.request.referenceId : null;
}
