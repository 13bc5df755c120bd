import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { mdiAlertOutline } from '@mdi/js';
import type {
  MergeField,
  MergePreview,
  OrganisationListItem,
  PersonListItem,
} from '@runder-tisch/domain/actors';
import type { Page } from '@runder-tisch/domain/lists';
import { mergeUndoDays } from '@runder-tisch/domain/merge';
import { EntityPicker, type PickItem } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { Confirm, SidePanel } from '@runder-tisch/ui/overlay';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';

/** Two entries for the same organisation or person become one; every link moves, nothing is lost. */
@Component({
  selector: 'rt-merge-panel',
  imports: [EntityPicker, Icon, SidePanel],
  template: `
    <rt-side-panel
      heading="Zusammenführen"
      [wide]="true"
      [dirty]="other() !== suggested()"
      (closed)="closed.emit()"
    >
      <div class="rt-stack">
        <p>
          „{{ name() }}“ bleibt. Suchen Sie den doppelten Eintrag: Alles, woran er beteiligt ist, wandert
          hierher, und seine alte Adresse führt künftig auf diese Seite.
        </p>
        <rt-entity-picker label="Doppelter Eintrag" [lookup]="find" [(value)]="other" />
        @if (problem(); as says) {
          <p class="rt-note rt-note-negative" role="alert"><rt-icon [path]="icon" />{{ says }}</p>
        }
        @if (preview(); as it) {
          @if (it.blocked) {
            <p class="rt-note rt-note-warning" role="status"><rt-icon [path]="icon" />{{ it.blocked }}</p>
          }
          @if (suggested() === it.goes.id) {
            <p>
              Der doppelte Eintrag ist <strong>„{{ it.goes.name }}“</strong>.
            </p>
          }
          @for (field of it.fields; track field.key) {
            <fieldset>
              <legend class="rt-label">{{ field.label }}</legend>
              <label>
                <input
                  type="radio"
                  [name]="field.key"
                  [checked]="!takes(field.key)"
                  (change)="take(field.key, false)"
                />
                <span>{{ field.stays || 'leer' }}</span>
              </label>
              <label>
                <input
                  type="radio"
                  [name]="field.key"
                  [checked]="takes(field.key)"
                  (change)="take(field.key, true)"
                />
                <span>{{ field.goes || 'leer' }} <span class="rt-quiet">(vom doppelten Eintrag)</span></span>
              </label>
            </fieldset>
          } @empty {
            <p class="rt-quiet">Beide sagen dasselbe.</p>
          }
          <div>
            <strong>Es wandert mit:</strong>
            <ul class="moves">
              @for (move of it.moves; track move.label) {
                <li>
                  {{ move.label }}: <span class="rt-number">{{ move.count }}</span>
                </li>
              } @empty {
                <li class="rt-quiet">nichts, der doppelte Eintrag ist nirgends beteiligt</li>
              }
            </ul>
          </div>
          @if (it.joins.length) {
            <div>
              <strong>Beide sind dabei; daraus wird eines:</strong>
              <ul class="moves">
                @for (join of it.joins; track $index) {
                  <li>{{ join.label }}: {{ join.says }}</li>
                }
              </ul>
            </div>
          }
          <div class="rt-form-actions">
            <button
              type="button"
              class="rt-button rt-primary"
              [disabled]="busy() || !!it.blocked"
              (click)="merge(it)"
            >
              Zusammenführen
            </button>
            <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
          </div>
        }
      </div>
    </rt-side-panel>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset label {
      display: flex;
      gap: 10px;
      padding: 4px 0;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    fieldset input {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 3px 0 0;
      accent-color: var(--rt-accent);
    }
    .moves {
      padding-left: 20px;
    }
  `,
})
export class MergePanel {
  readonly kind = input.required<'organisations' | 'people'>();
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  /** Chosen already, where a hint named it. */
  readonly suggested = input('');
  readonly closed = output<void>();
  /** With the id of the entry that is no more. */
  readonly merged = output<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiAlertOutline;
  protected readonly other = linkedSignal(() => this.suggested());
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  private readonly answer = httpResource<MergePreview>(() =>
    this.other()
      ? { url: `/api/${this.kind()}/${this.id()}/merge`, params: { other: this.other() } }
      : undefined,
  );
  protected readonly preview = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => {
    const failed = this.answer.error();
    return this.act.refusal() ?? (failed ? asProblemError(failed).says : null);
  });
  private readonly taken = linkedSignal<MergePreview | null, readonly string[]>({
    source: this.preview,
    computation: (preview) =>
      (preview?.fields ?? []).filter((it: MergeField) => it.suggested).map((it) => it.key),
  });

  protected takes(key: string): boolean {
    return this.taken().includes(key);
  }

  protected take(key: string, take: boolean): void {
    this.taken.update((keys) => (take ? [...keys, key] : keys.filter((it) => it !== key)));
  }

  protected readonly find = async (words: string): Promise<readonly PickItem[]> => {
    const query = { search: words, limit: 12 };
    if (this.kind() === 'people') {
      const { items } = await this.api.get<Page<PersonListItem>>('/api/people', query);
      return this.without(
        items.map((it) => ({ id: it.id, title: it.name, subtitle: it.mail || it.organisations.join(', ') })),
      );
    }
    const { items } = await this.api.get<Page<OrganisationListItem>>('/api/organisations', query);
    return this.without(
      items.map((it) => ({
        id: it.id,
        title: it.name,
        subtitle: it.functionMailbox || (it.municipality ?? ''),
      })),
    );
  };

  private without(items: readonly PickItem[]): readonly PickItem[] {
    return items.filter((it) => it.id !== this.id());
  }

  protected async merge(preview: MergePreview): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `„${preview.goes.name}“ auflösen?`,
      text: `Danach gibt es nur noch „${preview.stays.name}“. ${mergeUndoDays} Tage lang können Sie das auf der Seite des Eintrags rückgängig machen.`,
      action: 'Zusammenführen',
    });
    if (!answer || this.busy()) return;
    const { id: otherId, version: otherVersion } = preview.goes;
    const request = { otherId, otherVersion, take: [...this.taken()] };
    const path = `/api/${this.kind()}/${this.id()}/merge`;
    const done = await this.act(() => this.api.act(path, preview.stays.version, request));
    if (done) this.merged.emit(otherId);
    else this.answer.reload();
  }
}
