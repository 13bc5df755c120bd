import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import {
  mdiAccountGroupOutline,
  mdiClose,
  mdiEarth,
  mdiFormatIndentDecrease,
  mdiFormatIndentIncrease,
  mdiLockOutline,
  mdiPlus,
} from '@mdi/js';
import {
  agendaNumbers,
  agendaVisibilities,
  type AgendaVisibility,
  agendaVisibilityLabels,
  meetingLimits,
  plannedMinutes,
  plannedTimeWords,
  settledAgenda,
  withLevel,
  withPointAt,
  withPointMoved,
} from '@runder-tisch/domain/meetings';
import type { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { Icon } from '@runder-tisch/ui/icon';
import { MoveButtons } from '@runder-tisch/ui/list';

/**
 * The points of a meeting being planned: one line each, Enter makes the next. They are dragged by their number, or moved
 * with Alt and the arrow keys: up and down, to the right below the point before, to the left out again.
 */
@Component({
  selector: 'rt-agenda-editor',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, Icon, MoveButtons],
  template: `
    <ol cdkDropList (cdkDropListDropped)="drop($event)">
      @for (item of items(); track $index; let index = $index) {
        <li cdkDrag cdkDragLockAxis="y" [class.sub]="item.level === 2">
          <span class="number rt-number" cdkDragHandle title="Ziehen zum Verschieben" aria-hidden="true">{{
            numbers()[index]
          }}</span>
          <input
            #title
            class="rt-control title"
            [value]="item.title"
            [attr.maxlength]="limits.agendaTitle"
            [attr.aria-label]="name(index)"
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft"
            placeholder="Worum geht es?"
            (input)="change(index, { title: title.value })"
            (keydown.enter)="$event.preventDefault(); add(index + 1)"
            (keydown.alt.arrowup)="$event.preventDefault(); move(index, -1)"
            (keydown.alt.arrowdown)="$event.preventDefault(); move(index, 1)"
            (keydown.alt.arrowright)="$event.preventDefault(); nest(index, 2)"
            (keydown.alt.arrowleft)="$event.preventDefault(); nest(index, 1)"
          />
          <input
            #presenter
            class="rt-control presenter"
            list="rt-agenda-people"
            placeholder="Wer?"
            title="Wer stellt vor?"
            [value]="item.presenter"
            [attr.maxlength]="limits.presenter"
            [attr.aria-label]="'Wer stellt vor, ' + name(index)"
            (change)="change(index, { presenter: presenter.value.trim() })"
          />
          <input
            #minutes
            class="rt-control rt-number minutes"
            inputmode="numeric"
            placeholder="Min."
            title="Minuten"
            [value]="item.minutes ?? ''"
            [attr.aria-label]="'Minuten für ' + name(index)"
            (change)="change(index, { minutes: asMinutes(minutes.value) })"
          />
          <span class="tools">
            @if (item.level !== 2) {
              <button
                type="button"
                class="rt-button rt-plain rt-square rt-small visible"
                [title]="labels[item.visibility]"
                [attr.aria-label]="name(index) + ' ist ' + labels[item.visibility] + ', ändern'"
                (click)="change(index, { visibility: next(item.visibility) })"
              >
                <rt-icon [path]="signs[item.visibility]" />
              </button>
            }
            <button
              type="button"
              class="rt-button rt-plain rt-square rt-small"
              [disabled]="index === 0"
              [title]="item.level === 2 ? 'Ausrücken' : 'Einrücken'"
              [attr.aria-label]="
                name(index) + (item.level === 2 ? ' ausrücken' : ' als Unterpunkt einrücken')
              "
              (click)="nest(index, item.level === 2 ? 1 : 2)"
            >
              <rt-icon [path]="item.level === 2 ? icons.out : icons.in" />
            </button>
            <rt-move-buttons
              [name]="name(index)"
              [index]="mayMove(index, -1) ? 1 : 0"
              [count]="(mayMove(index, -1) ? 1 : 0) + (mayMove(index, 1) ? 2 : 1)"
              (moved)="move(index, $event)"
            />
            <button
              type="button"
              class="rt-button rt-plain rt-square rt-small"
              [attr.aria-label]="name(index) + ' entfernen'"
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
    <datalist id="rt-agenda-people">
      @for (person of people(); track person) {
        <option [value]="person"></option>
      }
    </datalist>
    <div class="rt-row">
      <button type="button" class="rt-button rt-small" (click)="add(items().length)">
        <rt-icon [path]="icons.add" />Punkt hinzufügen
      </button>
      @if (total(); as words) {
        <span class="rt-quiet">{{ words }}</span>
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
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 8px;
    }
    .sub {
      padding-left: 28px;
    }
    .number {
      min-width: 1.9rem;
      color: var(--rt-text-quiet);
      font-variant-numeric: tabular-nums;
      cursor: grab;
    }
    .title {
      flex: 3 1 150px;
      width: auto;
      min-width: 0;
    }
    .presenter {
      flex: 1 1 96px;
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
      .sub {
        padding-left: 16px;
      }
      .tools {
        margin-left: auto;
      }
    }
    .cdk-drag-preview {
      background: var(--rt-surface-raised);
      box-shadow: var(--rt-shadow);
      list-style: none;
    }
    .cdk-drag-placeholder {
      opacity: 0.35;
    }
  `,
})
export class AgendaEditor {
  readonly items = input.required<readonly SaveAgendaItem[]>();
  /** Who may be named as presenting; free words are as good. */
  readonly invitees = input<readonly { name: string }[]>([]);
  /** Minutes from beginning to end, where both are known. */
  readonly available = input<number | null>(null);
  readonly itemsChange = output<readonly SaveAgendaItem[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly icons = {
    remove: mdiClose,
    add: mdiPlus,
    in: mdiFormatIndentIncrease,
    out: mdiFormatIndentDecrease,
  };
  protected readonly limits = meetingLimits;
  protected readonly labels = agendaVisibilityLabels;
  protected readonly visibilities = agendaVisibilities;
  protected readonly signs: Record<AgendaVisibility, string> = {
    PUBLIC: mdiEarth,
    INTERNAL: mdiAccountGroupOutline,
    HIDDEN: mdiLockOutline,
  };
  protected readonly numbers = computed(() => agendaNumbers(this.items()));
  protected readonly people = computed(() => [...new Set(this.invitees().map(({ name }) => name))]);
  protected readonly total = computed(() => plannedTimeWords(plannedMinutes(this.items()), this.available()));

  protected name(index: number): string {
    return `Punkt ${this.numbers()[index] ?? ''}`;
  }

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
    this.emit(this.items().map((item, at) => (at === index ? { ...item, ...patch } : item)));
  }

  protected add(at: number): void {
    const fresh: SaveAgendaItem = {
      title: '',
      minutes: null,
      visibility: 'INTERNAL',
      presenter: '',
      note: '',
      // Behind a subpoint comes another one.
      level: this.items()[at - 1]?.level ?? 1,
    };
    this.emit([...this.items().slice(0, at), fresh, ...this.items().slice(at)]);
    this.focus(at);
  }

  protected remove(index: number): void {
    this.emit(this.items().filter((_, at) => at !== index));
    if (this.items().length > 1) this.focus(Math.max(0, index - 1));
  }

  protected mayMove(index: number, by: -1 | 1): boolean {
    return withPointMoved(this.items(), index, by).index !== index;
  }

  protected move(index: number, by: -1 | 1): void {
    const moved = withPointMoved(this.items(), index, by);
    this.emit(moved.items);
    this.focus(moved.index);
  }

  protected nest(index: number, level: 1 | 2): void {
    this.emit(withLevel(this.items(), index, level));
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    if (previousIndex !== currentIndex) this.emit(withPointAt(this.items(), previousIndex, currentIndex));
  }

  private emit(items: readonly SaveAgendaItem[]): void {
    this.itemsChange.emit(settledAgenda(items));
  }

  private focus(index: number): void {
    setTimeout(() => this.host.nativeElement.querySelectorAll<HTMLInputElement>('.title')[index]?.focus());
  }
}
