import { Component, computed, inject, signal } from '@angular/core';
import { mdiAccountPlusOutline, mdiCheckBold } from '@mdi/js';
import { answerLabels, sessionLimits } from '@runder-tisch/domain/meetings';
import { Icon } from '@runder-tisch/ui/icon';
import { UnbrokenPipe } from '@runder-tisch/ui/text';
import { QuorumNote } from './quorum-note';
import { RunningMeeting } from './record/running-meeting';
import { emptyDraft } from './record/shown-line';

const GUEST = 'guest';

/** Who is in the room: one tap per person, guests in one line. */
@Component({
  selector: 'rt-attendance-pane',
  imports: [Icon, QuorumNote, UnbrokenPipe],
  template: `
    <div class="head">
      <h2>Anwesenheit</h2>
      <span class="sum rt-number" role="status">{{ seats.present() }} von {{ seats.all().length }} da</span>
    </div>
    @if (decides()) {
      <rt-quorum-note role="status" />
    }
    <input
      #search
      class="rt-control"
      type="search"
      placeholder="Name oder Organisation"
      aria-label="In der Anwesenheit suchen"
      [value]="words()"
      (input)="words.set(search.value)"
    />
    @if (mayWrite() && seats.untouched() && accepted()) {
      <button type="button" class="rt-button rt-small all" (click)="seats.takeOverAnswers()">
        Zusagen übernehmen ({{ accepted() }})
      </button>
    }
    <ul class="people">
      @for (seat of found(); track seat.key) {
        <li>
          <button
            type="button"
            class="person rt-printed"
            [attr.aria-pressed]="seat.present === true"
            [disabled]="!mayWrite()"
            (click)="seats.set(seat, !seat.present)"
          >
            <span class="box">
              @if (seat.present) {
                <rt-icon [path]="icons.here" />
              }
            </span>
            <span class="words">
              <span class="name">{{ seat.name | unbroken }}</span>
              @if (seat.organisation && seat.organisation !== seat.name) {
                <span class="note">{{ seat.organisation | unbroken }}</span>
              }
            </span>
            <span class="answer">
              @if (seat.guest) {
                Gast
              } @else if (seat.present === false) {
                fehlt
              } @else if (!seat.present && seat.answer && seat.answer !== 'NEEDS_ACTION') {
                {{ answers[seat.answer] }}
              }
            </span>
          </button>
        </li>
      } @empty {
        <li class="rt-quiet none">
          {{ words() ? 'Niemand mit diesem Namen. Vielleicht ein Gast?' : 'Es ist niemand eingeladen.' }}
        </li>
      }
    </ul>
    @if (mayWrite()) {
      <form class="guest" (submit)="add($event, guest)">
        <input
          #guest
          class="rt-control"
          placeholder="Name, Organisation"
          aria-label="Gast: Name, Organisation"
          [attr.maxlength]="limit"
          [value]="begun"
          (input)="typing(guest.value)"
        />
        <button class="rt-button"><rt-icon [path]="icons.add" />Gast</button>
      </form>
    }
  `,
  styleUrl: './attendance-pane.scss',
})
export class AttendancePane {
  private readonly running = inject(RunningMeeting);
  protected readonly seats = this.running.seats;
  protected readonly mayWrite = this.running.mayWrite;
  protected readonly icons = { here: mdiCheckBold, add: mdiAccountPlusOutline };
  protected readonly answers = answerLabels;
  protected readonly limit = sessionLimits.guest;
  /** The name that was being typed before a reload. */
  protected readonly begun = this.running.drafts.of(GUEST)?.draft.text ?? '';
  /** Of a body that votes: there the quorum is said. */
  protected readonly decides = computed(() => !!this.running.meeting()?.voters);
  protected readonly words = signal('');
  protected readonly found = computed(() => this.seats.find(this.words()));
  protected readonly accepted = computed(
    () => this.seats.all().filter((seat) => seat.answer === 'ACCEPTED').length,
  );

  protected typing(text: string): void {
    this.running.drafts.keep({ place: GUEST, draft: { ...emptyDraft(), text }, before: null });
  }

  protected add(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const line = field.value.trim();
    if (line) this.seats.addGuest(line);
    this.running.drafts.drop(GUEST);
    field.value = '';
    this.words.set('');
  }
}
