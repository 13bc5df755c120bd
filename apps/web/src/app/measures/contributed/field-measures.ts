import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { MeasureListItem } from '@runder-tisch/domain/measures';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { MeasureKindBadge, MeasureStatusBadge } from '../measure-badges';

const FIRST = 5;

/** What is being done in a Handlungsfeld, the newest first. */
@Component({
  selector: 'rt-field-measures',
  imports: [MeasureKindBadge, MeasureStatusBadge, RouterLink],
  template: `
    <section class="rt-card" aria-labelledby="feld-vorhaben">
      <div class="rt-card-head">
        <h2 id="feld-vorhaben">Vorhaben</h2>
        @if (total() > 0) {
          <a routerLink="/planung/massnahmen" [queryParams]="{ fieldId: fieldId() }">{{ all() }}</a>
        }
      </div>
      <ul class="measures">
        @for (measure of measures(); track measure.id) {
          <li>
            <a [routerLink]="['/planung/massnahmen', measure.id]">{{ measure.title }}</a>
            <rt-measure-kind [kind]="measure.kind" />
            <rt-measure-status [of]="measure.status" />
            @if (measure.lead; as lead) {
              <span class="rt-cell-note">{{ lead.name }}</span>
            }
          </li>
        } @empty {
          @if (answer.hasValue()) {
            <li class="rt-quiet">Noch keine Maßnahme in diesem Handlungsfeld.</li>
          }
        }
      </ul>
    </section>
  `,
  styles: `
    .measures {
      display: grid;
      gap: 8px;
    }
  `,
})
export class FieldMeasures {
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  protected readonly fieldId = computed(() => this.params().get('id'));
  protected readonly answer = httpResource<Page<MeasureListItem>>(() => {
    const fieldId = this.fieldId();
    return fieldId ? { url: '/api/measures', params: { fieldId, limit: FIRST } } : undefined;
  });
  protected readonly measures = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly total = computed(() => (this.answer.hasValue() ? (this.answer.value().total ?? 0) : 0));
  protected readonly all = computed(() => `Alle ansehen: ${counted(this.total(), 'Maßnahme', 'Maßnahmen')}`);
}
