import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { mdiAccountGroupOutline, mdiClose, mdiEarth, mdiLockOutline, mdiPlus } from '@mdi/js';
import {
  agendaVisibilities,
  type AgendaVisibility,
  agendaVisibilityLabels,
  meetingLimits,
} from '@runder-tisch/domain/meetings';
import type { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { Icon } from '@runder-tisch/ui/icon';
import { MoveButtons, withMoved } from '@runder-tisch/ui/list';

/** The points of a meeting being planned: one line each, Enter makes the next, arrows move. */
@Component({
  selector: 'rt-agenda-editor',
  imports: [Icon, MoveButtons],
  template: `
    <ol>
      @for (item of items(); track $index; let index = $index) {
        <li>
          <input
            #title
            class="rt-control title"
            [value]="item.title"
            [attr.maxlength]="limits.agendaTitle"
            [attr.aria-label]="'Punkt ' + (index + 1)"
            placeholder="Worum geht es?"
            (input)="change(index, { title: title.value })"
            (keydown.enter)="$event.preventDefault(); add(index + 1)"
          />
          <input
            #minutes
            class="rt-control rt-number minutes"
            inputmode="numeric"
            placeholder="Min."
            title="Minuten"
            [value]="item.minutes ?? ''"
            [attr.aria-label]="'Minuten für Punkt ' + (index + 1)"
            (change)="change(index, { minutes: asMinutes(minutes.value) })"
          />
          <button
            type="button"
            class="rt-button rt-plain rt-square rt-small visible"
            [title]="labels[item.visibility]"
            [attr.aria-label]="'Punkt ' + (index + 1) + ' ist ' + labels[item.visibility] + ', ändern'"
            (click)="change(index, { visibility: next(item.visibility) })"
          >
            <rt-icon [path]="signs[item.visibility]" />
          </button>
          <span class="tools">
            <rt-move-buttons
              [name]="'Punkt ' + (index + 1)"
              [index]="index"
              [count]="items().length"
              (moved)="move(index, $event)"
            />
            <button
              type="button"
              class="rt-button rt-plain rt-square rt-small"
              [attr.aria-label]="'Punkt ' + (index + 1) + ' entfernen'"
              (click)="remove(index)"
            >
              <rt-icon [path]="icons.remove" />
            </button>
          </span>
        </li>
      } @empty {
        <li class="rt-quiet none">Noch keine Punkte.</li>
      }
    </ol>
    <div class="rt-row">
      <button type="button" class="rt-button rt-small" (click)="add(items().length)">
        <rt-icon [path]="icons.add" />Punkt hinzufügen
      </button>
      @if (total()) {
        <span class="rt-quiet rt-number">zusammen {{ total() }} Minuten</span>
      }
    </div>
    @if (items().length) {
      <ul class="legend rt-quiet" aria-label="Wer einen Punkt sieht">
        @for (visibility of visibilities; track visibility) {
          <li><rt-icon [path]="signs[visibility]" />{{ labels[visibility] }}</li>
        }
      </ul>
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: 8px;
      margin-bottom: 12px;
      padding: 0;
      list-style: none;
      counter-reset: point;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 8px;
    }
    li:not(.none)::before {
      counter-increment: point;
      content: counter(point) '.';
      width: 1.5rem;
      color: var(--rt-text-quiet);
      font-variant-numeric: tabular-nums;
    }
    .title {
      flex: 1 1 130px;
      width: auto;
      min-width: 0;
    }
    .minutes {
      flex: none;
      width: 58px;
    }
    .visible {
      color: var(--rt-text-quiet);
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
      margin-top: 10px;
      padding: 0;
      font-size: 0.875rem;
      list-style: none;
    }
    .legend li {
      display: inline-flex;
      gap: 5px;
    }
    .legend li::before {
      content: none;
    }
    .legend rt-icon {
      width: 17px;
      height: 17px;
    }
    .tools {
      display: inline-flex;
      margin-right: -8px;
    }
    @media (max-width: 599px) {
      ol > li {
        padding-bottom: 8px;
        border-bottom: 1px solid var(--rt-line);
      }
      .title {
        flex-basis: calc(100% - 2.5rem);
      }
      .tools {
        margin-left: auto;
      }
    }
  `,
})
export class AgendaEditor {
  readonly items = input.required<readonly SaveAgendaItem[]>();
  readonly itemsChange = output<readonly SaveAgendaItem[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly icons = { remove: mdiClose, add: mdiPlus };
  protected readonly limits = meetingLimits;
  protected readonly labels = agendaVisibilityLabels;
  protected readonly visibilities = agendaVisibilities;
  protected readonly signs: Record<AgendaVisibility, string> = {
    PUBLIC: mdiEarth,
    INTERNAL: mdiAccountGroupOutline,
    HIDDEN: mdiLockOutline,
  };
  protected readonly total = computed(() => this.items().reduce((sum, item) => sum + (item.minutes ?? 0), 0));

  protected asMinutes(text: string): number | null {
    const minutes = Number(text.trim());
    return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : null;
  }

  /** The next of the three, from everybody to the office alone. */
  protected next(visibility: AgendaVisibility): AgendaVisibility {
    const at = agendaVisibilities.indexOf(visibility);
    return agendaVisibilities[(at + 1) % agendaVisibilities.length] ?? 'INTERNAL';
  }

  protected change(index: number, patch: Partial<SaveAgendaItem>): void {
    this.itemsChange.emit(this.items().map((item, at) => (at === index ? { ...item, ...patch } : item)));
  }

  protected add(at: number): void {
    const fresh: SaveAgendaItem = {
      title: '',
      minutes: null,
      visibility: 'INTERNAL',
      presenter: '',
      note: '',
    };
    this.itemsChange.emit([...this.items().slice(0, at), fresh, ...this.items().slice(at)]);
    this.focus(at);
  }

  protected remove(index: number): void {
    this.itemsChange.emit(this.items().filter((_, at) => at !== index));
    if (this.items().length > 1) this.focus(Math.max(0, index - 1));
  }

  protected move(index: number, by: -1 | 1): void {
    this.itemsChange.emit(withMoved(this.items(), index, by));
    this.focus(index + by);
  }

  private focus(index: number): void {
    setTimeout(() => this.host.nativeElement.querySelectorAll<HTMLInputElement>('.title')[index]?.focus());
  }
}
