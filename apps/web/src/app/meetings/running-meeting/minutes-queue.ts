import { computed, signal } from '@angular/core';
import type { SaveSessionFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { PutAttendance, PutMinutesEntry } from '@runder-tisch/domain/meetings/session-requests';
import { asProblemError, type ProblemError } from '../../http/problem-error';

/** One thing to tell the server, as plain data under an id made here; repeating it changes nothing. */
export type Change =
  | { kind: 'line'; id: string; request: PutMinutesEntry }
  | { kind: 'line-removed'; id: string }
  | { kind: 'hinweis'; id: string; request: SaveSessionFeedback }
  | { kind: 'seat'; id: string; request: PutAttendance };

export interface Kept {
  id: string;
  version: number;
}

export interface QueueWays {
  send(change: Change, version: number): Promise<Kept>;
  /** The server has it; `id` may be that of another device's row for the same person. */
  kept(change: Change, answer: Kept): void;
  /** Changed on another device meanwhile; `own` is the last word of this one. */
  conflict(own: Change): void;
  /** Refused for good; asking again would not help. */
  refused(change: Change, problem: ProblemError): void;
}

export type Trouble = 'unreachable' | 'signed-out';

interface Waiting {
  change: Change;
  /** Once on its way it stays as it is: whether the server took it is unknown until it answers. */
  tried: boolean;
}

const PAUSES = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];
const PASSING = new Set([0, 401, 408, 425, 429]);

/**
 * Sends what was typed one after the other and in the order it was typed. What fails in passing (no network,
 * no server, no session) is sent again with growing pauses; nothing is ever dropped because of it.
 */
export class MinutesQueue {
  private readonly waiting = signal<readonly Waiting[]>([]);
  private readonly versions = new Map<string, number>();
  private running: Promise<void> | null = null;
  private wake: (() => void) | null = null;
  private closed = false;
  /** Who waits for the next rest: everything kept, or a pause before the next try. */
  private resting: (() => void)[] = [];

  readonly unsent = computed(() => this.waiting().length);
  readonly trouble = signal<Trouble | null>(null);

  constructor(private readonly ways: QueueWays) {}

  add(change: Change): void {
    this.waiting.update((waiting) => merged(waiting, change));
    this.running ??= this.run();
  }

  /** What the server said it has; not while something about it is still on its way. */
  knows(id: string, version: number): void {
    if (!this.isWaiting(id)) this.versions.set(id, version);
  }

  isWaiting(id: string): boolean {
    return this.waiting().some((entry) => entry.change.id === id);
  }

  /** Does not wait for the end of the pause: the network is back, or somebody pressed the button. */
  nudge(): void {
    this.wake?.();
  }

  /** True once everything is kept; false as soon as it has to wait for the network. */
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

  private async run(): Promise<void> {
    let failures = 0;
    for (let first = this.take(); first && !this.closed; first = this.take()) {
      const problem = await this.attempt(first.change);
      if (!problem) {
        failures = 0;
        this.trouble.set(null);
        continue;
      }
      this.trouble.set(problem.status === 401 ? 'signed-out' : 'unreachable');
      await this.pause(PAUSES[Math.min(failures++, PAUSES.length - 1)] ?? 30_000);
    }
    this.running = null;
    this.rest();
  }

  private rest(): void {
    for (const tell of this.resting.splice(0)) tell();
  }

  /** The problem if it has to be tried again. */
  private async attempt(change: Change): Promise<ProblemError | null> {
    try {
      const answer = await this.ways.send(change, this.versions.get(change.id) ?? 0);
      this.versions.set(answer.id, answer.version);
      this.drop(change);
      this.ways.kept(change, answer);
    } catch (failed) {
      const problem = asProblemError(failed);
      if (PASSING.has(problem.status) || problem.status >= 500) return problem;
      if (change.kind === 'line-removed' && problem.status === 404) this.drop(change);
      else if (problem.status === 412) this.ways.conflict(this.dropAll(change));
      else this.refuse(change, problem);
    }
    return null;
  }

  private take(): Waiting | undefined {
    const [first] = this.waiting();
    if (first) first.tried = true;
    return first;
  }

  private drop(change: Change): void {
    this.waiting.update((waiting) => waiting.filter((entry) => entry.change !== change));
  }

  /** Everything about it leaves the queue; answers with the last word. */
  private dropAll(change: Change): Change {
    const own = this.waiting().findLast((entry) => entry.change.id === change.id)?.change ?? change;
    this.waiting.update((waiting) => waiting.filter((entry) => entry.change.id !== change.id));
    return own;
  }

  /** A line cannot refer to a Hinweis that was not taken. */
  private refuse(change: Change, problem: ProblemError): void {
    this.waiting.update((waiting) =>
      waiting.filter(
        ({ change: other }) =>
          other !== change &&
          !(change.kind === 'hinweis' && other.kind === 'line' && other.request.feedbackId === change.id),
      ),
    );
    this.ways.refused(change, problem);
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
}

/** A later word replaces an earlier one that has not left yet, if nothing about it lies between. */
function merged(waiting: readonly Waiting[], change: Change): Waiting[] {
  const last = waiting.findLastIndex((entry) => entry.change.id === change.id);
  const before = waiting[last];
  if (!before || before.tried || !isSuccessor(before.change, change)) {
    return [...waiting, { change, tried: false }];
  }
  return waiting.map((entry, index) => (index === last ? { change, tried: false } : entry));
}

/** A line that now refers to another Hinweis has to stay behind the words of that one. */
function isSuccessor(before: Change, change: Change): boolean {
  if (before.kind === 'line' && change.kind === 'line') {
    return before.request.feedbackId === change.request.feedbackId;
  }
  return before.kind === change.kind;
}
