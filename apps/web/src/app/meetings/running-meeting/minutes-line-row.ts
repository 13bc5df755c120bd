import {
  Component,
  ElementRef,
  Injector,
  type OnInit,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { mdiAlertCircle, mdiTrashCanOutline } from '@mdi/js';
import { isOwnLineKind, ownLineKindLabels } from '@runder-tisch/domain/meetings';
import { Icon } from '@runder-tisch/ui/icon';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { LineEditor } from './line-editor/line-editor';
import { LineOwners } from './record/line-owners';
import { RunningMeeting } from './record/running-meeting';
import type { LineDraft, ShownLine } from './record/shown-line';

/** A kept line: read at a glance, changed in place, deleted with a way back. */
@Component({
  selector: 'rt-minutes-line-row',
  imports: [BerlinDatePipe, Icon, LineEditor],
  template: `
    @if (editing()) {
      <rt-line-editor
        [line]="started()"
        [begun]="begun()"
        (typing)="typing($event)"
        (kept)="change($event)"
        (cancelled)="close()"
      />
    } @else {
      <div class="row" [attr.data-kind]="line().kind" [style.border-left-color]="owner()?.edge">
        <button
          type="button"
          class="words rt-printed"
          [disabled]="!mayWrite() || line().fixed"
          (click)="open()"
        >
          @if (line().kind !== 'TEXT') {
            <span class="kind">{{ label() }}</span>
          }
          @if (reading(); as it) {
            <span class="text" [class.quote]="it.isQuote">{{ it.text }}</span>
            @if (it.facts) {
              <span class="facts">{{ it.facts }}</span>
            }
          } @else {
            <span class="text">{{ line().text }}</span>
          }
          @if (line().kind === 'TASK') {
            <span class="facts">
              {{ line().who?.name ?? 'noch niemand' }}
              @if (line().dueOn) {
                · bis {{ line().dueOn | berlinDate: 'short' }}
              }
            </span>
          }
          @if (votes(); as counted) {
            <span class="facts rt-number">{{ counted }}</span>
          }
          @if (mayWrite() && !line().fixed) {
            <span class="rt-unseen"> (ändern)</span>
          }
        </button>
        @if (mayWrite()) {
          <button type="button" class="rt-button rt-plain rt-square rt-small away" (click)="removed.emit()">
            <rt-icon [path]="icons.remove" /><span class="rt-unseen"
              >Zeile löschen: {{ line().text.slice(0, 60) }}</span
            >
          </button>
        }
      </div>
      @if (line().refusal; as says) {
        <p class="rt-error"><rt-icon [path]="icons.alert" />Nicht gespeichert: {{ says }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .row {
      display: flex;
      align-items: flex-start;
      border-left: 3px solid transparent;
      border-radius: 3px var(--rt-radius-small) var(--rt-radius-small) 3px;
    }
    .row:hover,
    .row:focus-within {
      background: var(--rt-surface-hover);
    }
    .row[data-kind='TASK'] {
      border-left-color: var(--rt-accent);
    }
    .row[data-kind='AGREEMENT'],
    .row[data-kind='VOTE'] {
      border-left-color: var(--rt-positive);
    }
    .words {
      flex: 1;
      min-width: 0;
      display: grid;
      gap: 1px;
      padding: 7px 10px;
      border: 0;
      border-radius: inherit;
      background: none;
      text-align: left;
      cursor: text;
    }
    .words:disabled {
      cursor: default;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .quote {
      font-style: italic;
    }
    .kind {
      color: var(--rt-text-quiet);
      font-size: 0.8125rem;
      font-weight: 650;
    }
    .facts {
      color: var(--rt-text-quiet);
      font-size: 0.9375rem;
    }
    .away {
      margin: 2px;
      color: var(--rt-text-quiet);
    }
    @media (hover: hover) {
      .row:not(:hover):not(:focus-within) .away {
        opacity: 0;
      }
    }
    .rt-error {
      padding-left: 13px;
    }
  `,
})
export class MinutesLineRow implements OnInit {
  readonly line = input.required<ShownLine>();
  readonly mayWrite = input.required<boolean>();
  readonly removed = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly icons = { remove: mdiTrashCanOutline, alert: mdiAlertCircle };
  private readonly owners = inject(LineOwners);
  private readonly running = inject(RunningMeeting);
  protected readonly owner = computed(() => this.owners.of(this.line().kind));
  protected readonly reading = computed(() => this.owner()?.read(this.line()));
  protected readonly label = computed(() => {
    const { kind } = this.line();
    return isOwnLineKind(kind) ? ownLineKindLabels[kind] : this.owner()?.label;
  });
  /** The line as it stood when the change began: another device may write it anew meanwhile. */
  protected readonly started = signal<ShownLine | null>(null);
  protected readonly begun = signal<LineDraft | null>(null);
  protected readonly editing = computed(() => this.started() !== null);
  protected readonly votes = computed(() => {
    const { kind, votes } = this.line();
    const counted = votes.yes !== null || votes.no !== null || votes.abstain !== null;
    if (kind !== 'VOTE' || !counted) return null;
    return `${votes.yes ?? 0} dafür, ${votes.no ?? 0} dagegen, ${votes.abstain ?? 0} enthalten`;
  });

  /** A change that was begun before a reload goes on. */
  ngOnInit(): void {
    const kept = this.running.drafts.of(this.line().id);
    if (!kept?.before || !this.mayWrite()) return;
    this.begun.set(kept.draft);
    this.started.set(kept.before);
  }

  protected open(): void {
    this.begun.set(null);
    this.started.set(this.line());
  }

  protected typing(draft: LineDraft): void {
    this.running.drafts.keep({ place: this.line().id, draft, before: this.started() });
  }

  /** The focus goes back to where it was, so that the keyboard finds its way. */
  protected close(): void {
    this.started.set(null);
    this.running.drafts.drop(this.line().id);
    const host = this.host.nativeElement;
    afterNextRender(() => host.querySelector<HTMLElement>('.words')?.focus(), { injector: this.injector });
  }

  protected change(draft: LineDraft): void {
    const started = this.started();
    if (started) this.running.change(started, draft);
    this.close();
  }
}
