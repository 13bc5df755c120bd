import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { NeedStatementView } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { inView } from '../../object-page/in-view';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { NeedForm } from './need-form';

/** Bestand, Bedarf and Lücke of a Handlungsfeld, for the county and its Planungsräume (§ 20(2) FamBeFöG LSA). */
@Component({
  selector: 'rt-field-needs',
  imports: [BerlinDatePipe, NeedForm],
  template: `
    <section class="rt-card" id="bedarf">
      <div class="rt-card-head">
        <h2>Bestand und Bedarf</h2>
        @if (mayChange()) {
          <button type="button" class="rt-button" (click)="editing.set('new')">Eintragen</button>
        }
      </div>
      @for (it of statements() ?? []; track it.id) {
        <article>
          <h3>{{ it.planningArea?.name ?? 'Ganzer Landkreis' }}</h3>
          <dl class="rt-facts rt-facts-stacked">
            @if (it.stock) {
              <dt>Bestand</dt>
              <dd class="rt-lines">{{ it.stock }}</dd>
            }
            @if (it.need) {
              <dt>Bedarf</dt>
              <dd class="rt-lines">{{ it.need }}</dd>
            }
            @if (it.gap) {
              <dt>Lücke</dt>
              <dd class="rt-lines">{{ it.gap }}</dd>
            }
          </dl>
          <p class="rt-quiet rt-small">Quelle: {{ it.source }}. Stand: {{ it.asOf | berlinDate }}</p>
          @if (mayChange()) {
            <p>
              <button
                type="button"
                class="rt-button rt-plain rt-small"
                [attr.aria-label]="'Bearbeiten: ' + (it.planningArea?.name ?? 'Ganzer Landkreis')"
                (click)="editing.set(it)"
              >
                Bearbeiten
              </button>
              <button
                type="button"
                class="rt-button rt-plain rt-small"
                [attr.aria-label]="'Löschen: ' + (it.planningArea?.name ?? 'Ganzer Landkreis')"
                [disabled]="act.busy()"
                (click)="remove(it)"
              >
                Löschen
              </button>
            </p>
          }
        </article>
      } @empty {
        @if (statements()) {
          <p class="rt-quiet">Noch nicht beschrieben, was es gibt, was gebraucht wird und was fehlt.</p>
        }
      }
    </section>
    @if (editing(); as edited) {
      <rt-need-form
        [fieldId]="fieldId()"
        [of]="edited === 'new' ? null : edited"
        (closed)="editing.set(null)"
        (saved)="saved()"
      />
    }
  `,
  styles: `
    article + article {
      margin-top: 16px;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
  `,
})
export class FieldNeeds {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  protected readonly fieldId = computed(() => this.params().get('id') ?? '');
  protected readonly mayChange = computed(() => this.session.may('finding:change'));
  protected readonly editing = signal<NeedStatementView | 'new' | null>(null);
  private readonly seen = inView();
  private readonly kept = keptObject<Page<NeedStatementView>>(() =>
    this.seen() ? `/api/need-statements?fieldId=${this.fieldId()}` : undefined,
  );
  protected readonly statements = computed(() => this.kept.view()?.items);
  protected readonly act = acting(() => this.kept.reload());

  protected saved(): void {
    this.editing.set(null);
    this.kept.reload();
  }

  protected async remove(it: NeedStatementView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Eintrag löschen?',
      text: it.planningArea?.name ?? 'Ganzer Landkreis',
      action: 'Löschen',
      danger: true,
    });
    if (sure) await this.act(() => this.api.remove(`/api/need-statements/${it.id}`), 'Gelöscht.');
  }
}
