import { Component, computed, inject, input } from '@angular/core';
import { mdiOpenInNew } from '@mdi/js';
import { fieldResultsPath, type FieldPublicationsView } from '@runder-tisch/domain/fields-of-action';
import { Icon } from '@runder-tisch/ui/icon';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { inView } from '../object-page/in-view';
import { keptObject } from '../object-page/kept-object';
import { Session } from '../session/session';

/** Whether everybody may read what came of a Handlungsfeld, since when and by whose decision. */
@Component({
  selector: 'rt-field-publication',
  imports: [BerlinDatePipe, Icon],
  template: `
    @if (publications(); as all) {
      <section class="rt-card" aria-labelledby="feld-ergebnisse">
        <h2 id="feld-ergebnisse">Das wurde daraus</h2>
        @if (current(); as now) {
          <p>
            Öffentlich seit {{ now.publishedAt | berlinDate: 'short' }}, veröffentlicht von
            {{ now.publishedBy }}.
          </p>
        } @else {
          <p>
            Eine Seite für alle: was Menschen zu diesem Thema gesagt haben, was beschlossen wurde, was getan
            wird. Sie ist nicht veröffentlicht.
          </p>
        }
        <p class="actions">
          <a
            class="rt-button"
            [href]="current() ? path() : path() + '?vorschau=1'"
            target="_blank"
            rel="noopener"
          >
            <rt-icon [path]="icons.open" />{{ current() ? 'Seite ansehen' : 'Vorschau ansehen' }}
          </a>
          @if (session.may('finding:change')) {
            @if (current()) {
              <button type="button" class="rt-button rt-plain" [disabled]="act.busy()" (click)="withdraw()">
                Zurückziehen
              </button>
            } @else {
              <button type="button" class="rt-button" [disabled]="act.busy()" (click)="publish()">
                Veröffentlichen
              </button>
            }
          }
        </p>
        @if (earlier().length > 0) {
          <details>
            <summary>Früher veröffentlicht</summary>
            <ul class="rt-entries rt-small">
              @for (time of earlier(); track time.publishedAt) {
                <li>
                  {{ time.publishedAt | berlinDate: 'short' }} von {{ time.publishedBy }}, zurückgezogen am
                  {{ time.withdrawnAt! | berlinDate: 'short' }} von {{ time.withdrawnBy }}
                </li>
              }
            </ul>
          </details>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 24px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class FieldPublication {
  readonly fieldId = input.required<string>();
  readonly name = input.required<string>();

  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icons = { open: mdiOpenInNew };
  private readonly seen = inView();
  private readonly kept = keptObject<FieldPublicationsView>(() =>
    this.seen() ? `/api/fields-of-action/${this.fieldId()}/publications` : undefined,
  );
  protected readonly act = acting(() => this.kept.reload());
  protected readonly path = computed(() => fieldResultsPath(this.fieldId()));
  protected readonly publications = computed(() => this.kept.view()?.publications);
  protected readonly current = computed(() => this.publications()?.find((it) => it.withdrawnAt === null));
  protected readonly earlier = computed(
    () => this.publications()?.filter((it) => it.withdrawnAt !== null) ?? [],
  );

  protected async publish(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `„${this.name()}“ veröffentlichen?`,
      text: 'Alle können die Seite dann lesen. Befunde, die Sie später bestätigen, Schwerpunkte, die Sie setzen, und Empfehlungen, über die entschieden ist, erscheinen dort von selbst. Entwürfe und Vorlagen vor dem Beschluss nie.',
      action: 'Veröffentlichen',
    });
    if (!answer) return;
    await this.act(
      () => this.api.act<FieldPublicationsView>(`/api/fields-of-action/${this.fieldId()}/publish`),
      'Die Seite ist veröffentlicht.',
    );
  }

  protected async withdraw(): Promise<void> {
    await this.act(
      () => this.api.act<FieldPublicationsView>(`/api/fields-of-action/${this.fieldId()}/withdraw`),
      'Die Seite ist nicht mehr öffentlich.',
    );
  }
}
