import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { EndSession } from '@runder-tisch/domain/meetings/session/session-requests';
import { Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { asProblemError, type ProblemError } from '../../../http/problem-error';
import { KeptSession } from '../../../session/kept-session';
import { Session } from '../../../session/session';
import { comingBack } from './coming-back';
import type { Owner } from './device-store';
import { Drafts } from './drafts';
import { LineOwners, type LineOwner } from './line-owners';
import { MeetingDevice } from './meeting-device';
import {
  isWords,
  MinutesQueue,
  troubleOf,
  type Change,
  type KeptAnswer,
  type Trouble,
} from './minutes-queue';
import { linesOf, openItemsOf, seatsOf, versionsIn, withKept, type Picture } from './picture';
import { OpenItems } from '../open-items/open-items';
import { Seats } from './seats';
import { sessionPhase } from './session-phase';
import { SessionSender } from './session-sender';
import { keepShell } from './shell-keeper';
import { entryRequest, type LineDraft, type ShownLine } from './shown-line';

/**
 * The meeting whose minutes are being taken. What stands on the screen is what the server has as far as this
 * device knows, and over it what is still on its way; both are kept on the device.
 */
@Service({ autoProvided: false })
export class RunningMeeting {
  private readonly clock = inject(ScreenClock);
  private readonly document = inject(DOCUMENT);
  private readonly keptSession = inject(KeptSession);
  private readonly owners = inject(LineOwners);
  private readonly sender = new SessionSender(inject(HttpClient), this.owners);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private owner: Owner = { accountId: '', meetingId: '' };
  /** How often the server took something: what was read before that is old. */
  private taken = 0;

  private readonly picture = signal<Picture | null>(null);
  private readonly refusals = signal<readonly ShownLine[]>([]);
  private readonly reading = signal<Trouble | null>(null);
  readonly meeting = computed(() => this.picture()?.view ?? null);
  readonly problem = signal<ProblemError | null>(null);
  readonly savedAt = signal<Date | null>(null);
  readonly writtenAt = signal<Date | null>(null);
  private readonly opened = signal<MeetingDevice | null>(null);
  /** False where this browser stores nothing: then a window that closes takes along what was not sent. */
  readonly durable = computed(() => this.opened()?.durable() ?? true);
  readonly phase = computed(() => {
    const meeting = this.meeting();
    return meeting && sessionPhase(meeting, this.clock.now());
  });
  readonly mayWrite = computed(() => this.phase() !== 'approved' && this.phase() !== 'not-open');
  readonly queue = new MinutesQueue(
    {
      send: (change, version) => this.sender.send(this.owner, change, version),
      kept: (change, answer) => this.kept(change, answer),
      conflict: (own) => this.conflict(own),
      refused: (change, problem) => this.refused(change, problem),
    },
    { put: (waiting) => this.opened()?.put(waiting), drop: (keys) => this.opened()?.drop(keys) },
  );
  readonly trouble = computed(() => this.queue.trouble() ?? this.reading());
  readonly lines = computed(() => {
    const picture = this.picture();
    return picture ? linesOf(picture, this.queue.waiting(), this.refusals(), this.owners) : [];
  });
  readonly seats = new Seats(
    computed(() => {
      const picture = this.picture();
      return picture ? seatsOf(picture, this.queue.waiting()) : [];
    }),
    this.queue,
  );
  readonly openItems = new OpenItems(
    computed(() => openItemsOf(this.picture(), this.queue.waiting())),
    this.queue,
  );
  readonly drafts = new Drafts(() => this.opened(), this.owners);

  constructor() {
    // Once a minute: what other devices wrote, and the session of a long meeting does not run out.
    effect(() => {
      this.clock.now();
      untracked(() => void this.refresh());
    });
    comingBack({ back: () => void this.refresh(), away: () => this.reading.set('unreachable') });
    inject(DestroyRef).onDestroy(() => {
      this.queue.close();
      this.opened()?.close();
    });
  }

  async open(meetingId: string): Promise<void> {
    this.owner = { accountId: this.session.current().accountId ?? '', meetingId };
    await this.openDevice();
    await this.load();
    if (!this.meeting() || !this.mayWrite()) return;
    void keepShell(this.document.defaultView);
  }

  async start(): Promise<void> {
    await this.step('start');
  }

  /** True once the meeting counts as held. */
  async end(times: Partial<EndSession> = {}): Promise<boolean> {
    const ended = await this.step('end', Object.assign(new EndSession(), times));
    if (ended) await this.load();
    return ended;
  }

  keep(agendaItemId: string | null, draft: LineDraft): void {
    const last = this.lines().reduce((highest, line) => Math.max(highest, line.position), 0);
    this.addLine(agendaItemId, Math.floor(last) + 1, draft);
  }

  /** `line` as it stood when somebody began to change it: what came from elsewhere since then stays too. */
  change(line: ShownLine, draft: LineDraft): void {
    const now = this.lines().find((it) => it.id === line.id);
    if (!now || !this.owners.same(now, line)) {
      this.addLine(line.agendaItemId, line.position + 0.5, draft);
      return this.toasts.warn(bothStay);
    }
    const before = this.owners.of(line.kind);
    const owner = this.owners.of(draft.kind);
    if (before && before !== owner) {
      // Its words are struck with the line; under the same line they would go on as those of its owner.
      this.strike(line);
      return this.addLine(line.agendaItemId, line.position, draft);
    }
    const referenceId = owner ? (line.referenceId ?? crypto.randomUUID()) : null;
    const next: ShownLine = { ...line, ...draft, referenceId, refusal: null };
    this.dropRefusal(line.id);
    if (owner) this.add(this.words(owner, next));
    if (!before || line.refusal) this.add(entry(next));
  }

  took(agendaItemId: string, seconds: number): void {
    if (this.mayWrite()) this.queue.add({ kind: 'time', id: agendaItemId, request: { seconds } });
  }

  remove(line: ShownLine): void {
    this.strike(line);
    this.toasts.say('Zeile gelöscht.', () => this.add(entry(line)));
  }

  /** What others wrote; and what waits is tried at once. */
  async refresh(): Promise<void> {
    this.sendNow();
    if (this.meeting() || this.problem()) await this.load();
  }

  sendNow(): void {
    this.queue.nudge();
    if (!this.queue.sends()) this.opened()?.tell('send');
  }

  /** Where this meeting is, for the way back from a mail. */
  address(): string {
    return `/termine/${this.owner.meetingId}/sitzung`;
  }

  /** A window that closes now would take something with it. */
  wouldLose(): boolean {
    return this.durable() ? (this.opened()?.isWriting ?? false) : this.queue.unsent() > 0;
  }

  private async openDevice(): Promise<void> {
    const device = new MeetingDevice(this.owner, {
      changed: () => void this.restore(),
      send: () => this.queue.nudge(),
      lead: () => void this.restore().then(() => this.queue.lead()),
    });
    this.opened.set(device);
    const kept = await device.open(this.clock.exact().toISOString());
    if (!kept) return;
    this.queue.follow();
    this.drafts.restore(kept.drafts);
    await this.restore();
  }

  /** What this device kept: from before a reload, or from another window of it. */
  private async restore(): Promise<void> {
    const kept = await this.opened()?.read(this.clock.exact().toISOString());
    if (!kept) return;
    if (kept.picture) this.see(kept.picture);
    this.queue.restore(kept.waiting);
    this.refusals.set(kept.refused);
  }

  private strike(line: ShownLine): void {
    this.dropRefusal(line.id);
    this.add({ kind: 'line-removed', id: line.id });
  }

  private addLine(agendaItemId: string | null, position: number, draft: LineDraft): void {
    const owner = this.owners.of(draft.kind);
    const line: ShownLine = {
      ...this.owners.draftOf(draft),
      id: crypto.randomUUID(),
      agendaItemId,
      position,
      referenceId: owner ? crypto.randomUUID() : null,
      fixed: false,
      refusal: null,
    };
    // The words first: the line can only refer to what is there.
    if (owner) this.add(this.words(owner, line));
    this.add(entry(line));
  }

  private add(change: Change): void {
    this.queue.add(change);
    this.writtenAt.set(this.clock.exact());
  }

  private words(owner: LineOwner, line: ShownLine): Change {
    const request = owner.request(this.owner.meetingId, line);
    return { kind: owner.onDevice.change, id: line.referenceId ?? '', request };
  }

  private kept(change: Change, answer: KeptAnswer): void {
    this.taken++;
    this.reading.set(null);
    this.savedAt.set(this.clock.exact());
    const picture = this.picture();
    if (picture) this.show(withKept(picture, change, answer, this.owners));
  }

  /** Both versions stay: the other device's under its id, one's own as a line right after it. */
  private conflict(own: Change): void {
    const line =
      !isWords(own) && own.kind === 'line' ? own.line : this.lines().find((it) => it.referenceId === own.id);
    if (own.kind === 'seat' || own.kind === 'open-item') {
      this.toasts.warn(changedElsewhere[own.kind]);
    } else if (own.kind === 'line-removed') {
      this.toasts.warn('Die Zeile wurde an einem anderen Gerät geändert und bleibt deshalb stehen.');
    } else if (line) {
      this.addLine(line.agendaItemId, line.position + 0.5, line);
      this.toasts.warn(bothStay);
    }
    void this.load();
  }

  private refused(change: Change, problem: ProblemError): void {
    const line = this.lines().find((it) => it.id === change.id || it.referenceId === change.id);
    if (line && change.kind !== 'line-removed') {
      const refused = { ...line, refusal: problem.says };
      this.refusals.update((lines) => [...lines.filter((it) => it.id !== line.id), refused]);
      this.opened()?.keepRefused(refused);
    } else this.toasts.warn(problem.says);
  }

  private dropRefusal(id: string): void {
    if (!this.refusals().some((line) => line.id === id)) return;
    this.refusals.update((lines) => lines.filter((line) => line.id !== id));
    this.opened()?.dropRefused(id);
  }

  private async load(): Promise<void> {
    const before = this.taken;
    try {
      const picture = await this.sender.read(this.owner);
      // Something was taken while the answer was on its way, which does not know of it.
      if (before !== this.taken) return await this.load();
      this.reading.set(null);
      this.problem.set(null);
      this.show(picture);
      this.rescue();
      if (picture.view.state === 'MINUTES_APPROVED') this.letGo();
    } catch (failed) {
      this.missed(asProblemError(failed));
    }
  }

  /** Somebody was changing a line that another device removed: the new words become a line of their own. */
  private rescue(): void {
    for (const { place, before, draft } of this.drafts.orphans(this.lines())) {
      this.drafts.drop(place);
      if (draft.text.trim() && !this.owners.same(draft, before)) {
        this.addLine(before.agendaItemId, before.position + 0.5, draft);
      }
    }
  }

  private missed(problem: ProblemError): void {
    const passes = problem.status === 0 || problem.status === 401 || problem.status >= 500;
    if (passes && this.meeting()) return this.reading.set(troubleOf(problem));
    this.problem.set(problem);
    this.picture.set(null);
    if (!passes) this.letGo();
  }

  /** The device keeps what is running, not what is approved or no longer for these eyes. */
  private letGo(): void {
    this.opened()?.forgetPicture();
    this.keptSession.forget();
  }

  private show(picture: Picture): void {
    this.see(picture);
    if (!this.mayWrite()) return;
    // Together: whose it is says when the picture has to go.
    const now = this.clock.exact().toISOString();
    this.opened()?.keepPicture(picture, now);
    this.keptSession.keep({ ...this.session.current(), now });
  }

  private see(picture: Picture): void {
    for (const { id, version } of versionsIn(picture, this.owners)) this.queue.knows(id, version);
    this.picture.set(picture);
  }

  private async step(verb: 'start' | 'end', request: object = {}): Promise<boolean> {
    try {
      const view = await this.sender.step(this.owner, verb, request);
      const picture = this.picture();
      if (picture) this.show({ ...picture, view: { ...view, entries: picture.view.entries } });
      return true;
    } catch (failed) {
      const problem = asProblemError(failed);
      this.toasts.warn(problem.status === 0 ? needsNetwork[verb] : problem.says);
      return false;
    }
  }
}

const bothStay = 'Diese Zeile wurde auch an einem anderen Gerät geändert. Beide Fassungen stehen jetzt da.';
const changedElsewhere = {
  seat: 'Die Anwesenheit wurde an einem anderen Gerät geändert. Es gilt der Stand von dort.',
  'open-item': 'Dazu wurde an einem anderen Gerät schon etwas gesagt. Es gilt der Stand von dort.',
};
const needsNetwork = {
  start: 'Starten geht nur mit Verbindung. Schreiben Sie ruhig schon mit: Alles bleibt auf diesem Gerät.',
  end: 'Beenden geht nur mit Verbindung. Was Sie geschrieben haben, bleibt auf diesem Gerät.',
};

function entry(line: ShownLine): Change {
  return { kind: 'line', id: line.id, request: entryRequest(line), line };
}
