import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DiscourseItem, discourseListLabels, type DiscourseView } from '@runder-tisch/domain/cycles';
import type { DiscoursePartKind } from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { pagedList } from '../../lists/paged-list';
import { AddPartsForm } from './add-parts-form';

/** The Befunde or the formats of a round: what was put into it, with the way to add and to take out. */
@Component({
  selector: 'rt-discourse-parts',
  imports: [AddPartsForm, RouterLink],
  template: `
    <section class="rt-card" [attr.aria-labelledby]="kind()">
      <div class="head">
        <h2 [id]="kind()">{{ heading() }}</h2>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-small rt-unprinted" (click)="adding.set(true)">
            {{ heading() }} aufnehmen
          </button>
        }
      </div>
      <ul class="rt-entries">
        @for (it of parts.rows(); track it.id) {
          <li class="part">
            <a [routerLink]="it.path">{{ it.title }}</a>
            @if (mayChange()) {
              <button
                type="button"
                class="rt-button rt-plain rt-small rt-unprinted"
                [disabled]="act.busy()"
                (click)="remove(it)"
              >
                Entfernen<span class="rt-unseen">: {{ it.title }}</span>
              </button>
            }
          </li>
        } @empty {
          @if (!parts.loading()) {
            <li class="rt-quiet">
              {{ kind() === 'findings' ? 'Noch kein Befund.' : 'Noch kein Beteiligungsformat.' }}
            </li>
          }
        }
      </ul>
      @if (parts.hasMore()) {
        <button type="button" class="rt-button rt-small" (click)="parts.more()">Mehr laden</button>
      }
    </section>
    @if (adding()) {
      <rt-add-parts-form
        [roundId]="round().id"
        [kind]="kind()"
        (closed)="adding.set(false)"
        (added)="added($event)"
      />
    }
  `,
  styles: `
    .head,
    .part {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 4px 16px;
    }
    .part a {
      flex: 1 1 16rem;
    }
  `,
})
export class DiscourseParts {
  readonly round = input.required<DiscourseView>();
  readonly kind = input.required<DiscoursePartKind>();
  readonly changed = output<DiscourseView | null>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly adding = signal(false);
  protected readonly mayChange = computed(() => this.round().mayChange && this.round().state !== 'CLOSED');
  private readonly list = computed(() => (this.kind() === 'findings' ? 'FINDINGS' : 'FORMATS'));
  protected readonly heading = computed(() => discourseListLabels[this.list()]);
  protected readonly parts = pagedList<DiscourseItem>(
    () => `/api/discourse-rounds/${this.round().id}/lists/${this.list()}`,
    () => ({}),
  );
  protected readonly act = acting(() => this.parts.reload());

  protected added(view: DiscourseView): void {
    this.adding.set(false);
    this.parts.reload();
    this.changed.emit(view);
  }

  protected async remove({ id, title }: DiscourseItem): Promise<void> {
    const [roundId, kind] = [this.round().id, this.kind()];
    const path = `/api/discourse-rounds/${roundId}/parts`;
    const removed = await this.act(() =>
      this.api.remove(`/api/discourse-rounds/${roundId}/parts/${kind}/${id}`),
    );
    if (!removed) return;
    this.changed.emit(null);
    this.toasts.say(`Entfernt: ${title}`, async () => {
      await this.act(async () => {
        this.changed.emit(await this.api.act<DiscourseView>(path, null, { kind, ids: [id] }));
      }, 'Wieder aufgenommen.');
    });
  }
}
