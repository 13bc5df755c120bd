import { DOCUMENT } from '@angular/common';
import { DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import type { SessionFeedbackView } from '@runder-tisch/domain/feedback';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { EndSession } from '@runder-tisch/domain/meetings/session-requests';
import { Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { asProblemError, type ProblemError } from '../../http/problem-error';
import { MinutesQueue, type Change, type Kept } from './minutes-queue';
import { Seats } from './seats';
import { sessionPhase } from './session-phase';
import { SessionSender } from './session-sender';
import {
  entryRequest,
  hinweisRequest,
  inOrder,
  shownLine,
  type LineDraft,
  type ShownLine,
} from './shown-line';

/** The meeting whose minutes are being taken: what stands on the screen, and what is still on its way. */
@Service({ autoProvided: false })
export class RunningMeeting {
  private readonly api = inject(Api);
  private readonly clock = inject(ScreenClock);
  private readonly document = inject(DOCUMENT);
  private readonly sender = inject(SessionSender);
  private readonly toasts = inject(Toasts);
  private id = '';

  readonly meeting = signal<RunningMeetingView | null>(null);
  readonly problem = signal<ProblemError | null>(null);
  readonly lines = signal<readonly ShownLine[]>([]);
  readonly savedAt = signal<Date | null>(null);
  readonly phase = computed(() => {
    const meeting = this.meeting();
    return meeting && sessionPhase(meeting, this.clock.now());
  });
  readonly mayWrite = computed(() => this.phase() !== 'approved' && this.phase() !== 'not-open');
  readonly queue = new MinutesQueue({
    send: (change, version) => this.sender.send(this.id, change, version),
    kept: (change, answer) => this.kept(change, answer),
    conflict: (own) => void this.conflict(own),
    refused: (change, problem) => this.refused(change, problem),
  });
  readonly seats = new Seats(this.queue);

  constructor() {
    // Once a minute: what other devices wrote, and the session of a long meeting does not run out.
    effect(() => {
      this.clock.now();
      untracked(() => void this.refresh());
    });
    const view = this.document.defaultView;
    const back = () => this.queue.nudge();
    const seen = () => {
      // Another device may have written meanwhile, and the session may have been renewed in another window.
      if (this.document.visibilityState === 'visible') void this.refresh();
    };
    view?.addEventListener('online', back);
    this.document.addEventListener('visibilitychange', seen);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('online', back);
      this.document.removeEventListener('visibilitychange', seen);
      this.queue.close();
    });
  }

  async open(id: string): Promise<void> {
    this.id = id;
    await this.load();
  }

  async start(): Promise<void> {
    await this.step(() => this.api.act<RunningMeetingView>(`/api/meetings/${this.id}/session/start`));
  }

  /** True once the meeting counts as held. */
  async end(times: Partial<EndSession> = {}): Promise<boolean> {
    const request = Object.assign(new EndSession(), times);
    const ended = await this.step(() =>
      this.api.act<RunningMeetingView>(`/api/meetings/${this.id}/session/end`, null, request),
    );
    if (ended) await this.load();
    return ended;
  }

  keep(agendaItemId: string | null, draft: LineDraft): void {
    const last = this.lines().reduce((highest, line) => Math.max(highest, line.position), 0);
    this.addLine(agendaItemId, Math.floor(last) + 1, draft);
  }

  change(line: ShownLine, draft: LineDraft): void {
    if (line.kind === 'FEEDBACK' && draft.kind !== 'FEEDBACK') {
      // The Hinweis is struck with its line; under the same line its words would go on as one.
      this.strike(line);
      return this.addLine(line.agendaItemId, line.position, draft);
    }
    const isHinweis = draft.kind === 'FEEDBACK';
    const feedbackId = isHinweis ? (line.feedbackId ?? crypto.randomUUID()) : null;
    const next: ShownLine = { ...line, ...draft, feedbackId, refusal: null };
    this.lines.update((lines) => lines.map((it) => (it.id === line.id ? next : it)));
    if (isHinweis) this.queue.add(this.hinweis(next));
    if (!isHinweis || line.kind !== 'FEEDBACK' || line.refusal) this.queue.add(entry(next));
  }

  remove(line: ShownLine): void {
    this.strike(line);
    this.toasts.say('Zeile gelöscht.', () => this.bringBack(line));
  }

  /** What others wrote, unless something of one's own is still on its way. */
  async refresh(): Promise<void> {
    this.queue.nudge();
    if (this.meeting() && this.queue.unsent() === 0) await this.load();
  }

  private strike(line: ShownLine): void {
    this.lines.update((lines) => lines.filter((it) => it.id !== line.id));
    this.queue.add({ kind: 'line-removed', id: line.id });
  }

  private bringBack(line: ShownLine): void {
    this.lines.update((lines) => inOrder([...lines, line]));
    this.queue.add(entry(line));
  }

  private addLine(agendaItemId: string | null, position: number, draft: LineDraft): void {
    const isHinweis = draft.kind === 'FEEDBACK';
    const line: ShownLine = {
      ...draft,
      id: crypto.randomUUID(),
      agendaItemId,
      position,
      feedbackId: isHinweis ? crypto.randomUUID() : null,
      fixed: false,
      feedbackNumber: null,
      refusal: null,
    };
    this.lines.update((lines) => inOrder([...lines, line]));
    // The words first: the line can only refer to what is there.
    if (isHinweis) this.queue.add(this.hinweis(line));
    this.queue.add(entry(line));
  }

  private hinweis(line: ShownLine): Change {
    return { kind: 'hinweis', id: line.feedbackId ?? '', request: hinweisRequest(this.id, line) };
  }

  private kept(change: Change, answer: Kept): void {
    this.savedAt.set(this.clock.exact());
    if (change.kind === 'seat') this.seats.kept(change.id, answer.id);
  }

  /** Both versions stay: the other device's under its id, one's own as a line right after it. */
  private async conflict(own: Change): Promise<void> {
    if (own.kind === 'seat') this.seats.forget(own.id);
    const mine = this.lines().find((line) => line.id === own.id || line.feedbackId === own.id);
    await this.load();
    if (own.kind === 'seat') {
      this.toasts.warn('Die Anwesenheit wurde an einem anderen Gerät geändert. Es gilt der Stand von dort.');
    } else if (own.kind !== 'line-removed' && mine) {
      this.addLine(mine.agendaItemId, mine.position + 0.5, mine);
      this.toasts.warn(
        'Diese Zeile wurde auch an einem anderen Gerät geändert. Beide Fassungen stehen jetzt da.',
      );
    }
  }

  private refused(change: Change, problem: ProblemError): void {
    const line = this.lines().find((it) => it.id === change.id || it.feedbackId === change.id);
    if (line) {
      const marked = { ...line, refusal: problem.says };
      this.lines.update((lines) => lines.map((it) => (it === line ? marked : it)));
    } else this.toasts.warn(problem.says);
    if (change.kind === 'seat') this.seats.forget(change.id);
    if (change.kind === 'line-removed' || change.kind === 'seat') void this.load();
  }

  private async load(): Promise<void> {
    try {
      const [view, spoken] = await Promise.all([
        this.api.get<RunningMeetingView>(`/api/meetings/${this.id}/session`),
        this.api.get<SessionFeedbackView[]>('/api/feedback/of-session', { meetingId: this.id }),
      ]);
      this.take(view, spoken);
      this.problem.set(null);
    } catch (failed) {
      if (!this.meeting()) this.problem.set(asProblemError(failed));
    }
  }

  private take(view: RunningMeetingView, spoken: readonly SessionFeedbackView[]): void {
    const said = new Map(spoken.map((item) => [item.id, item]));
    const own = new Map(this.lines().map((line) => [line.id, line]));
    for (const item of spoken) this.queue.knows(item.id, item.version);
    for (const line of view.entries) this.queue.knows(line.id, line.version);
    const theirs = view.entries
      .filter((line) => own.has(line.id) || !this.queue.isWaiting(line.id))
      .map((line) => {
        const mine = own.get(line.id);
        return mine && this.isOnItsWay(mine) ? mine : shownLine(line, said.get(line.feedbackId ?? ''));
      });
    const known = new Set(view.entries.map((line) => line.id));
    const onlyHere = [...own.values()].filter((line) => !known.has(line.id) && this.isOnItsWay(line));
    this.lines.set(inOrder([...theirs, ...onlyHere]));
    this.seats.take(view.attendance);
    this.meeting.set(view);
  }

  /** Also what was refused: its words are on this screen alone. */
  private isOnItsWay(line: ShownLine): boolean {
    const waits = this.queue.isWaiting(line.id) || this.queue.isWaiting(line.feedbackId ?? '');
    return waits || line.refusal !== null;
  }

  private async step(ask: () => Promise<RunningMeetingView>): Promise<boolean> {
    try {
      const view = await ask();
      this.meeting.update((meeting) => meeting && { ...meeting, ...view, entries: meeting.entries });
      return true;
    } catch (failed) {
      this.toasts.warn(asProblemError(failed).says);
      return false;
    }
  }
}

function entry(line: ShownLine): Change {
  return { kind: 'line', id: line.id, request: entryRequest(line) };
}
