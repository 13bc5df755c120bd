import { Component, computed, inject, signal } from '@angular/core';
import { mdiBookOpenPageVariantOutline } from '@mdi/js';
import { type DataConceptView, dataConceptStateLabels } from '@runder-tisch/domain/indicators';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { dataTabs } from '../data-tabs';
import { ConceptForm } from './concept-form';
import { ScopeCard } from './scope-card';

/** The Datenkonzept: what is observed, why, from where and how often; the newest version first. */
@Component({
  selector: 'rt-data-concept-page',
  imports: [BerlinDatePipe, ConceptForm, EmptyState, PageHead, ProgressLine, ScopeCard, TabBar],
  template: `
    <rt-progress-line [busy]="answer.loading() || act.busy()" />
    <rt-page-head heading="Datenkonzept">
      <span subline>Was der Landkreis beobachtet, warum, woher und wie oft.</span>
      <ng-container actions>
        @if (mayChange() && concepts().length && !draft()) {
          <button type="button" class="rt-button" (click)="editing.set('new')">Neue Fassung schreiben</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Daten" />
    <div class="rt-columns">
      <div class="rt-stack">
        @if (answer.problem(); as problem) {
          <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
        }
        @for (concept of concepts(); track concept.id) {
          <section class="rt-card" [attr.aria-labelledby]="'fassung-' + concept.number">
            <div class="rt-card-head">
              <h2 [id]="'fassung-' + concept.number">
                {{ concept.title }}, Fassung {{ concept.number }}
                <span class="rt-badge">{{ labels[concept.state] }}</span>
              </h2>
              @if (concept.state === 'DRAFT' && concept.mayChange) {
                <span class="rt-row rt-unprinted">
                  <button type="button" class="rt-button rt-small" (click)="editing.set(concept)">
                    Bearbeiten
                  </button>
                  <button
                    type="button"
                    class="rt-button rt-small rt-primary"
                    [disabled]="act.busy()"
                    (click)="enforce(concept)"
                  >
                    In Kraft setzen
                  </button>
                </span>
              }
            </div>
            <p class="rt-quiet">
              @if (concept.validFrom; as day) {
                Gilt ab {{ day | berlinDate: 'short' }}.
              }
              @if (concept.indicators) {
                Umfasst {{ counted(concept.indicators, 'Indikator', 'Indikatoren') }} mit der Definition, die
                bei Inkrafttreten galt.
              }
            </p>
            @if (concept.state !== 'SUPERSEDED') {
              @for (part of partsOf(concept); track part.label) {
                <h3>{{ part.label }}</h3>
                <p class="rt-lines">{{ part.text || 'Noch nicht beschrieben.' }}</p>
              }
            }
          </section>
        } @empty {
          @if (!answer.loading() && !answer.problem()) {
            <div class="rt-card">
              <rt-empty-state
                heading="Noch kein Datenkonzept"
                text="Das Datenkonzept sagt in vier Abschnitten, was beobachtet wird, warum, woher die Werte kommen und wie oft."
                [icon]="icon"
              >
                @if (mayChange()) {
                  <button type="button" class="rt-button rt-primary" (click)="editing.set('new')">
                    Datenkonzept schreiben
                  </button>
                }
              </rt-empty-state>
            </div>
          }
        }
      </div>
      <aside><rt-scope-card /></aside>
    </div>
    @if (editing(); as of) {
      <rt-concept-form
        [of]="of === 'new' ? null : of"
        [after]="of === 'new' ? (concepts()[0] ?? null) : null"
        (closed)="editing.set(null)"
        (saved)="changed()"
      />
    }
  `,
  styles: `
    h3 {
      margin-top: 14px;
    }
  `,
})
export class DataConceptPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly icon = mdiBookOpenPageVariantOutline;
  protected readonly tabs = dataTabs;
  protected readonly labels = dataConceptStateLabels;
  protected readonly counted = counted;
  protected readonly mayChange = computed(() => this.session.may('indicator:change'));
  protected readonly answer = keptObject<Page<DataConceptView>>(() => '/api/data-concepts');
  protected readonly concepts = computed(() => this.answer.view()?.items ?? []);
  protected readonly draft = computed(() => this.concepts().find((it) => it.state === 'DRAFT'));
  protected readonly editing = signal<DataConceptView | 'new' | null>(null);
  protected readonly act = acting(() => this.answer.reload());

  protected partsOf(concept: DataConceptView) {
    return [
      { label: 'Was wird beobachtet?', text: concept.observed },
      { label: 'Warum?', text: concept.purpose },
      { label: 'Woher kommen die Werte?', text: concept.origin },
      { label: 'Wie oft?', text: concept.rhythm },
    ];
  }

  protected enforce({ id, version }: DataConceptView): Promise<boolean> {
    return this.act(
      () => this.api.act(`/api/data-concepts/${id}/enforce`, version),
      'Das Datenkonzept ist in Kraft.',
    );
  }

  protected changed(): void {
    this.editing.set(null);
    this.answer.reload();
  }
}
