import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink, type CanDeactivateFn } from '@angular/router';
import { mdiAccountLockOutline, mdiArrowLeft, mdiCalendarRemoveOutline } from '@mdi/js';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { Icon, Mark } from '@runder-tisch/ui/icon';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, ToastList, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { PageTitle } from '../../pages/page-title';
import { PageDoor } from '../../session/session-door';
import { AgendaClock } from './agenda-clock';
import { AgendaPane } from './agenda-pane';
import { AttendancePane } from './attendance-pane';
import { DeviceState } from './record/device-state';
import { MinutesPane } from './minutes-pane';
import { OpenItemsBlock } from './open-items/open-items-block';
import { LineOwners } from './record/line-owners';
import { RunningMeeting } from './record/running-meeting';
import { WhoLookup } from './line-editor/who-lookup';

type View = 'agenda' | 'minutes' | 'attendance';

/** The meeting while it runs: agenda with clock, minutes, attendance, on one screen without scrolling the page. */
@Component({
  selector: 'rt-running-meeting-page',
  imports: [
    AgendaPane,
    AttendancePane,
    BerlinDatePipe,
    DeviceState,
    EmptyState,
    Icon,
    Mark,
    MinutesPane,
    OpenItemsBlock,
    ProgressLine,
    RouterLink,
    ToastList,
  ],
  providers: [RunningMeeting, AgendaClock, WhoLookup],
  templateUrl: './running-meeting-page.html',
  styleUrl: './running-meeting-page.scss',
  host: {
    '(keydown.control.enter)': 'next($event)',
    '(window:beforeunload)': 'warn($event)',
  },
})
export class RunningMeetingPage {
  readonly id = input.required<string>();

  private readonly confirm = inject(Confirm);
  private readonly owners = inject(LineOwners);
  private readonly pageTitle = inject(PageTitle);
  private readonly router = inject(Router);
  private readonly screen = inject(ScreenClock);
  private readonly door = inject(PageDoor);
  private readonly toasts = inject(Toasts);
  private readonly minutes = viewChild(MinutesPane);
  protected readonly running = inject(RunningMeeting);
  protected readonly clock = inject(AgendaClock);
  protected readonly icons = {
    back: mdiArrowLeft,
    gone: mdiCalendarRemoveOutline,
    stranger: mdiAccountLockOutline,
  };
  protected readonly views: readonly { view: View; label: string }[] = [
    { view: 'agenda', label: 'Tagesordnung' },
    { view: 'minutes', label: 'Protokoll' },
    { view: 'attendance', label: 'Anwesenheit' },
  ];
  protected readonly view = signal<View>('minutes');
  protected readonly busy = signal(false);

  protected readonly when = computed(() => {
    const { startsAt, endsAt } = this.running.meeting() ?? {};
    return startsAt ? formatShortPeriod(startsAt, endsAt) : '';
  });
  protected readonly remaining = computed(() => {
    const endsAt = this.running.meeting()?.endsAt;
    if (!endsAt || this.running.phase() !== 'running') return null;
    const minutes = Math.round((Date.parse(endsAt) - this.screen.now().getTime()) / 60_000);
    return minutes >= 0
      ? { words: `noch ${minutes} Min.`, over: false }
      : { words: `${-minutes} Min. über der Zeit`, over: true };
  });
  /** Nobody else sees what was written here. */
  protected readonly isStranger = computed(() => this.running.trouble() === 'other-account');
  protected readonly isFirst = computed(() => {
    const [first] = this.running.meeting()?.agenda ?? [];
    return !first || first.id === this.clock.current();
  });
  protected readonly isLast = computed(() => {
    const agenda = this.running.meeting()?.agenda ?? [];
    const index = agenda.findIndex((item) => item.id === this.clock.current());
    return index === -1 || index === agenda.length - 1;
  });

  constructor() {
    this.door.standAside(inject(DestroyRef));
    effect(() => {
      const id = this.id();
      void untracked(async () => {
        await this.running.open(id);
        const meeting = this.running.meeting();
        if (!meeting) return;
        this.pageTitle.say(`Sitzung: ${meeting.title}`);
        this.clock.open();
      });
    });
  }

  protected show(view: View): void {
    this.view.set(view);
  }

  protected openItem(id: string | null): void {
    this.minutes()?.commit();
    this.clock.goTo(id);
    this.show('minutes');
  }

  protected async start(): Promise<void> {
    await this.once(async () => {
      await this.running.start();
      this.clock.goTo(this.clock.current());
      this.minutes()?.focus();
    });
  }

  protected next(event?: Event): void {
    event?.preventDefault();
    this.minutes()?.commit();
    const agenda = this.running.meeting()?.agenda ?? [];
    const index = agenda.findIndex((item) => item.id === this.clock.current());
    const item = agenda[index + 1];
    if (index === -1 || !item) return;
    this.openItem(item.id);
    this.minutes()?.focus();
  }

  protected async end(): Promise<void> {
    this.minutes()?.commit();
    if (
      !(await this.everythingKept(
        'Bevor Sie die Sitzung beenden, muss alles gesendet sein. Schreiben Sie ruhig weiter: Es bleibt auf diesem Gerät, bis die Verbindung wieder da ist.',
      ))
    )
      return;
    const isLate = this.running.phase() === 'past';
    const answer = await this.confirm.ask({
      heading: isLate ? 'Nachtrag abschließen?' : 'Sitzung beenden?',
      text: this.whatHappens(),
      action: isLate ? 'Abschließen' : 'Sitzung beenden',
    });
    if (!answer) return;
    await this.once(async () => {
      const { startsAt = null, endsAt = null } = this.running.meeting() ?? {};
      const times = isLate ? { startedAt: startsAt, endedAt: endsAt } : {};
      if (!(await this.running.end(times))) return;
      this.clock.stop();
      await this.router.navigate(['/termine', this.id(), 'nachlauf']);
    });
  }

  protected warn(event: BeforeUnloadEvent): void {
    const isTyping = !this.running.durable() && this.minutes()?.unkept();
    if (this.running.wouldLose() || isTyping) event.preventDefault();
  }

  /** Leaving inside the application: what was typed is kept first; what cannot be sent waits on the device. */
  async mayLeave(): Promise<boolean> {
    this.minutes()?.commit();
    if (await this.running.queue.settled()) return true;
    if (this.running.durable()) {
      this.toasts.say(
        'Noch nicht alles ist gesendet. Es wartet auf diesem Gerät, bis Sie die Sitzung wieder öffnen.',
      );
      return true;
    }
    const answer = await this.confirm.ask({
      heading: 'Noch nicht alles ist gesendet',
      text: 'Was noch auf diesem Gerät wartet, geht verloren, wenn Sie diese Seite verlassen.',
      action: 'Trotzdem verlassen',
      cancel: 'Hier bleiben',
      danger: true,
    });
    return answer !== null;
  }

  protected async signIn(): Promise<void> {
    if (await this.door.ask(this.running.address(), true)) await this.running.refresh();
  }

  private async everythingKept(why: string): Promise<boolean> {
    if (await this.running.queue.settled()) return true;
    await this.confirm.ask({
      heading: 'Noch nicht alles ist gesendet',
      text: why,
      action: 'Verstanden',
      cancel: null,
    });
    return false;
  }

  private whatHappens(): string {
    const nobody = this.running.seats.present() === 0;
    return [
      'Der Termin gilt dann als durchgeführt. Das Protokoll können Sie weiter ergänzen, bis Sie es freigeben.',
      ...this.owners.atTheEnd(this.running.lines()),
      nobody ? 'Die Anwesenheit ist noch nicht festgehalten; das können Sie nachholen.' : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  private async once(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await work().finally(() => this.busy.set(false));
  }
}

export const leaveRunningMeeting: CanDeactivateFn<RunningMeetingPage> = (page) => page.mayLeave();
