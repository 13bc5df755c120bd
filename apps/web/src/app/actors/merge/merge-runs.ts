import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCallMerge, mdiCheckCircleOutline } from '@mdi/js';
import type { MergeRunView, MergeUndoView } from '@runder-tisch/domain/merge';
import { Icon } from '@runder-tisch/ui/icon';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

/** What was made one with this entry lately, and the way back for 30 days. */
@Component({
  selector: 'rt-merge-runs',
  imports: [BerlinDatePipe, Icon, RouterLink],
  template: `
    @if (undone(); as it) {
      <div class="rt-note">
        <rt-icon [path]="icons.done" />
        <div class="rt-stack">
          <p>
            Rückgängig gemacht:
            <a [routerLink]="[page(), it.id]">„{{ it.name }}“</a> ist wieder ein eigener Eintrag.
          </p>
          @if (it.kept.length) {
            <div>
              <strong>Das ließ sich nicht zurücknehmen:</strong>
              <ul>
                @for (kept of it.kept; track $index) {
                  <li>
                    @if (kept.path) {
                      <a [routerLink]="kept.path">{{ kept.label }}</a>: {{ kept.reason }}
                    } @else {
                      {{ kept.label }}: {{ kept.reason }}
                    }
                  </li>
                }
              </ul>
            </div>
          }
        </div>
      </div>
    }
    @for (run of runs(); track run.id) {
      <div class="rt-note">
        <rt-icon [path]="icons.merged" />
        <div class="rt-row">
          <span>
            Mit „{{ run.goneName }}“ zusammengeführt am {{ run.at | berlinDate: 'short' }} von {{ run.by }}.
            <span class="rt-quiet">
              Rückgängig bis {{ run.until | berlinDate: 'short' }}, {{ run.until | berlinDate: 'time' }}.
            </span>
          </span>
          <button
            type="button"
            class="rt-button"
            [disabled]="busy()"
            [attr.aria-label]="'Zusammenführung mit „' + run.goneName + '“ rückgängig machen'"
            (click)="undo(run)"
          >
            Zusammenführung rückgängig machen
          </button>
        </div>
      </div>
    }
  `,
  styles: `
    .rt-note {
      margin-bottom: calc(var(--rt-space) * 2);
    }
  `,
})
export class MergeRuns {
  readonly kind = input.required<'organisations' | 'people'>();
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  /** Of the entry: each merge raises it. */
  readonly version = input.required<number>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly act = acting(() => this.answer.reload());
  protected readonly busy = this.act.busy;
  protected readonly icons = { merged: mdiCallMerge, done: mdiCheckCircleOutline };
  protected readonly page = computed(() =>
    this.kind() === 'people' ? '/akteure/personen' : '/akteure/organisationen',
  );
  protected readonly undone = linkedSignal<string, MergeUndoView | null>({
    source: this.id,
    computation: () => null,
  });
  private readonly answer = httpResource<MergeRunView[]>(() => {
    this.version();
    return `/api/${this.kind()}/${this.id()}/merges`;
  });
  protected readonly runs = computed(() => (this.answer.hasValue() ? this.answer.value() : []));

  /** Right after a merge, for who sees at once that it was the wrong one. */
  async offerUndo(): Promise<void> {
    const path = `/api/${this.kind()}/${this.id()}/merges`;
    const [run] = await this.api.get<MergeRunView[]>(path);
    if (!run) return;
    this.undone.set(null);
    this.toasts.say(`Mit „${run.goneName}“ zusammengeführt.`, () => this.takeBack(`${path}/${run.id}/undo`));
  }

  protected async undo(run: MergeRunView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Zusammenführung rückgängig machen?',
      text: `„${run.goneName}“ wird wieder ein eigener Eintrag mit allem, was dazugehörte. Was seitdem hier dazukam, bleibt bei „${this.name()}“. Mails, die verschickt sind, lassen sich nicht zurückholen.`,
      action: 'Rückgängig machen',
    });
    if (!answer || this.busy()) return;
    await this.takeBack(`/api/${this.kind()}/${this.id()}/merges/${run.id}/undo`);
  }

  private async takeBack(path: string): Promise<void> {
    const undoing = async (): Promise<MergeUndoView> => {
      const view = await this.api.act<MergeUndoView>(path);
      this.undone.set(view);
      return view;
    };
    const says = ({ name, kept }: MergeUndoView): string =>
      `„${name}“ ist wieder ein eigener Eintrag.${kept.length > 0 ? ' Nicht alles ließ sich zurücknehmen; was, steht oben auf der Seite.' : ''}`;
    if (await this.act(undoing, says)) this.changed.emit();
  }
}
