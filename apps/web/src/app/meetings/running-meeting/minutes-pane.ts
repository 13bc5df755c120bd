import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { agendaNumbers, numberMark } from '@runder-tisch/domain/meetings';
import { LineEditor } from './line-editor/line-editor';
import { MinutesLineRow } from './minutes-line-row';
import { QuorumNote } from './quorum-note';
import { LineOwners } from './record/line-owners';
import { RunningMeeting } from './record/running-meeting';
import type { LineDraft } from './record/shown-line';

/** The minutes of the item that is being talked about, and the field for the next line. */
@Component({
  selector: 'rt-minutes-pane',
  imports: [LineEditor, MinutesLineRow, QuorumNote],
  template: `
    <h2 tabindex="-1">{{ heading() }}</h2>
    @if (isHidden()) {
      <p class="rt-note rt-note-warning">
        Dieser Punkt ist nur für die Verwaltung: Was Sie hier festhalten, steht nicht im Protokoll.
        {{ thoughHidden }}
      </p>
    }
    <rt-quorum-note [item]="current()" />
    <ul #list class="lines" aria-label="Festgehalten">
      @for (line of lines(); track line.id) {
        <li>
          <rt-minutes-line-row
            [line]="line"
            [mayWrite]="running.mayWrite()"
            (removed)="running.remove(line)"
          />
        </li>
      } @empty {
        <li class="rt-quiet none">Zu diesem Punkt ist noch nichts festgehalten.</li>
      }
    </ul>
    @if (running.mayWrite()) {
      <rt-line-editor [begun]="begun()" (typing)="typing($event)" (kept)="keep($event)" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
      min-height: 0;
    }
    h2:focus {
      outline: none;
    }
    .lines {
      flex: 1;
      /* Beside all that stands above on a phone, a line stays readable: then the pane rolls. */
      min-height: 88px;
      display: grid;
      align-content: start;
      gap: 4px;
      overflow: auto;
      margin: 0 -6px;
      padding: 4px 6px;
    }
    .none {
      padding: 6px 0;
    }
  `,
})
export class MinutesPane {
  readonly current = input.required<string | null>();
  protected readonly running = inject(RunningMeeting);
  protected readonly thoughHidden = inject(LineOwners)
    .all.map((owner) => owner.thoughHidden)
    .join(' ');
  private readonly editor = viewChild(LineEditor);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly after = { injector: inject(Injector) };

  private readonly item = computed(() => {
    const agenda = this.running.meeting()?.agenda ?? [];
    const index = agenda.findIndex((item) => item.id === this.current());
    const item = agenda[index];
    return item && { ...item, number: numberMark(agendaNumbers(agenda)[index] ?? '') };
  });
  protected readonly heading = computed(() => {
    const item = this.item();
    return item ? `${item.number} ${item.title}` : 'Außerhalb der Tagesordnung';
  });
  protected readonly isHidden = computed(() => this.item()?.visibility === 'HIDDEN');
  protected readonly lines = computed(() =>
    this.running.lines().filter((line) => line.agendaItemId === this.current()),
  );

  /** What was typed for this item before a reload. */
  protected readonly begun = computed(() => this.running.drafts.of(this.place())?.draft ?? null);
  private readonly place = computed(() => this.current() ?? 'none');

  /** Something stands in the field that nobody has kept yet. */
  readonly unkept = computed(() => this.editor()?.unkept() ?? false);

  /** Before leaving the item: what was typed belongs to it. */
  commit(): void {
    this.editor()?.commit();
  }

  focus(): void {
    this.editor()?.focus();
  }

  protected typing(draft: LineDraft): void {
    this.running.drafts.keep({ place: this.place(), draft, before: null });
  }

  protected keep(draft: LineDraft): void {
    this.running.keep(this.current(), draft);
    this.running.drafts.drop(this.place());
    afterNextRender(
      { write: () => this.list().nativeElement.lastElementChild?.scrollIntoView({ block: 'nearest' }) },
      this.after,
    );
  }
}
