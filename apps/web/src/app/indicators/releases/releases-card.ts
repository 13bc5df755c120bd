import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { DisclosureRule } from '@runder-tisch/domain/indicators/catalogue';
import {
  type FigureReleaseCellView,
  type FigureReleaseListItem,
  figureReleaseStateLabels,
  type FigureReleaseView,
} from '@runder-tisch/domain/indicators/releases';
import type { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { inView } from '../../object-page/in-view';
import { keptObject } from '../../object-page/kept-object';
import { ContributorsForm } from './contributors-form';
import { IndicatorLinks } from './indicator-links';
import { FigureReleaseForm } from './release-form';

const LOOK_AGAIN_MS = 2_000;

/** The releases of an indicator: what the check found, and the buttons of planners. */
@Component({
  selector: 'rt-figure-releases',
  imports: [BerlinDatePipe, ContributorsForm, FigureReleaseForm, IndicatorLinks],
  template: `
    <section class="rt-card" aria-labelledby="indikator-freigaben">
      <h2 id="indikator-freigaben">Freigaben</h2>
      @if (mayChange()) {
        <p class="rt-quiet">
          Andere sehen nur, was freigegeben ist. Verborgene Zahlen tragen überall dasselbe Zeichen.
        </p>
        <div class="rt-form-actions">
          <button type="button" class="rt-button" [disabled]="open()" (click)="preparing.set(true)">
            Freigabe vorbereiten
          </button>
          @if (rule() === 'R4') {
            <button type="button" class="rt-button" (click)="telling.set(true)">Beiträge angeben</button>
          }
        </div>
      }
      <ul>
        @for (it of items(); track it.id) {
          <li>
            <strong>Freigabe {{ it.number }}</strong>
            &ngsp;<span
              class="rt-badge"
              [class.rt-badge-positive]="it.state === 'RELEASED'"
              [class.rt-badge-negative]="it.state === 'REFUSED'"
              [class.rt-badge-warning]="it.state === 'READY'"
              >{{ labels[it.state] }}</span
            >
            <p class="rt-quiet">
              vorbereitet von {{ it.createdBy }} am {{ it.createdAt | berlinDate: 'short' }}
              @if (it.releasedAt; as at) {
                · freigegeben von {{ it.releasedBy }} am {{ at | berlinDate: 'short' }}
                @if (it.releasedAlone) {
                  <span class="rt-badge">von einer Person allein</span>
                }
              }
              @if (it.withdrawnAt; as at) {
                · zurückgezogen von {{ it.withdrawnBy }} am {{ at | berlinDate: 'short' }}:
                {{ it.withdrawnReason }}
              }
            </p>
            @if (it.report) {
              <p>{{ it.report }}</p>
            }
            @if (it.contributorsConfirmedAt; as at) {
              <p>
                Dass genug beigetragen haben, bestätigt {{ it.contributorsConfirmedBy }} am
                {{ at | berlinDate: 'short' }}: {{ it.contributorsReason }}
              </p>
            }
            @if (it.waitsForOther) {
              <p class="rt-note">
                Sie haben diese Freigabe vorbereitet. Eine zweite Person sieht sie durch und gibt frei.
              </p>
            }
            @if (it.refusal) {
              <p class="rt-note rt-note-negative">{{ it.refusal }}</p>
            }
            <div class="rt-form-actions">
              @if (it.state === 'READY' || it.state === 'RELEASED') {
                <button
                  type="button"
                  class="rt-button"
                  [attr.aria-expanded]="shownId() === it.id"
                  (click)="shownId.set(shownId() === it.id ? null : it.id)"
                >
                  Zellen ansehen
                </button>
              }
              @if (it.moves.includes('release')) {
                <button
                  type="button"
                  class="rt-button rt-primary"
                  [disabled]="act.busy()"
                  (click)="release(it)"
                >
                  Freigeben
                </button>
              }
              @if (it.moves.includes('withdraw')) {
                <button type="button" class="rt-button" [disabled]="act.busy()" (click)="withdraw(it)">
                  Zurückziehen
                </button>
              }
              @if (it.state === 'RELEASED') {
                <a class="rt-button" [href]="'/api/releases/' + it.id + '.csv'" download>Tabelle (CSV)</a>
              }
            </div>
            @if (shownId() === it.id) {
              @if (report.view(); as view) {
                <div
                  class="roll"
                  tabindex="0"
                  role="region"
                  [attr.aria-label]="'Zellen der Freigabe ' + it.number"
                >
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">Zelle</th>
                        <th scope="col" class="number">So sehen es alle</th>
                      </tr>
                    </thead>
                    <tbody>
                      @for (cell of view.shownCells; track cell.observationId) {
                        <tr>
                          <th scope="row">{{ cell.name }}</th>
                          <td class="number">
                            {{ cell.shown }}
                            @if (cell.hidden && it.moves.includes('release')) {
                              <button
                                type="button"
                                class="rt-button rt-small"
                                [disabled]="act.busy()"
                                [attr.aria-label]="cell.name + ': soll offen dastehen'"
                                (click)="want(it, cell)"
                              >
                                Soll offen dastehen
                              </button>
                            }
                          </td>
                        </tr>
                      }
                    </tbody>
                  </table>
                </div>
                <p class="rt-quiet">
                  „.“ bedeutet: {{ view.signSays }}. Verborgene Zellen stehen zuerst
                  @if (view.cells > view.shownCells.length) {
                    ; hier stehen {{ view.shownCells.length }} von {{ view.cells }}
                  }
                </p>
              }
            }
          </li>
        } @empty {
          @if (list.view()) {
            <li class="rt-quiet">Noch keine Freigabe.</li>
          }
        }
      </ul>
      @if (mayChange() && seen()) {
        <rt-indicator-links [indicatorId]="indicatorId()" />
      }
      <p class="rt-quiet">
        Für andere Programme: <a href="/api/dcat">Katalog aller freigegebenen Zahlen (DCAT-AP.de)</a>
      </p>
    </section>
    @if (preparing()) {
      <rt-figure-release-form
        [indicatorId]="indicatorId()"
        [rule]="rule()"
        (closed)="preparing.set(false)"
        (saved)="preparing.set(false); list.reload()"
      />
    }
    @if (telling()) {
      <rt-contributors-form
        [indicatorId]="indicatorId()"
        (closed)="telling.set(false)"
        (saved)="telling.set(false)"
      />
    }
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      padding: 12px 0;
      border-top: 1px solid var(--rt-line);
    }
    li:first-child {
      border-top: 0;
    }
    .roll {
      max-height: 24rem;
      overflow: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 6px 14px 6px 0;
      border-top: 1px solid var(--rt-line);
      text-align: left;
      font-weight: 400;
    }
    .number {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FigureReleases {
  readonly indicatorId = input.required<string>();
  readonly mayChange = input.required<boolean>();
  readonly rule = input.required<DisclosureRule>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly labels = figureReleaseStateLabels;
  protected readonly preparing = signal(false);
  protected readonly telling = signal(false);
  protected readonly shownId = signal<string | null>(null);
  protected readonly seen = inView();
  protected readonly list = keptObject<Page<FigureReleaseListItem>>(() =>
    this.seen() ? `/api/indicators/${this.indicatorId()}/releases` : undefined,
  );
  protected readonly report = keptObject<FigureReleaseView>(() =>
    this.shownId() ? `/api/figure-releases/${this.shownId()}` : undefined,
  );
  protected readonly items = computed(() => this.list.view()?.items ?? []);
  protected readonly open = computed(() =>
    this.items().some(({ state }) => state === 'CHECKING' || state === 'READY'),
  );
  protected readonly act = acting(() => {
    this.list.reload();
    this.report.reload();
    this.changed.emit();
  });

  constructor() {
    // The check runs elsewhere: look again until it has an answer.
    effect((onCleanup) => {
      if (!this.items().some(({ state }) => state === 'CHECKING')) return;
      const timer = setTimeout(() => this.list.reload(), LOOK_AGAIN_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async release({ id, version, number, report }: FigureReleaseListItem): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Freigabe ${number} veröffentlichen?`,
      text: `${report}. Was einmal öffentlich war, bleibt bekannt, auch wenn Sie es später zurückziehen.`,
      action: 'Freigeben',
    });
    if (sure)
      await this.act(() => this.api.act(`/api/figure-releases/${id}/release`, version), 'Freigegeben.');
  }

  /** Another check in place of this one; it is refused where the wish gives a hidden number away. */
  protected async want(it: FigureReleaseListItem, cell: FigureReleaseCellView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Neu prüfen?',
      text: `„${cell.name}“ soll offen dastehen. Geht das nicht, ohne etwas Verborgenes zu verraten, steht der Grund da. Die jetzige Vorbereitung wird zurückgezogen.`,
      action: 'Neu prüfen',
    });
    if (!sure) return;
    const { id, version, firstDay, lastDay, zeros, contributorsReason } = it;
    const wanted = [cell.observationId];
    const request: PrepareFigureRelease = { firstDay, lastDay, zeros, wanted, contributorsReason };
    await this.act(async () => {
      await this.api.act(`/api/figure-releases/${id}/withdraw`, version, {
        reason: `Neu geprüft: ${cell.name}`,
      });
      await this.api.create(`/api/indicators/${this.indicatorId()}/releases`, request);
    }, 'Die Prüfung hat begonnen.');
  }

  protected async withdraw({ id, version, number }: FigureReleaseListItem): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `Freigabe ${number} zurückziehen?`,
      text: 'Sie verschwindet aus allen öffentlichen Stellen. Bei späteren Prüfungen gilt sie weiter als bekannt.',
      action: 'Zurückziehen',
      danger: true,
      reason: { label: 'Grund', required: true },
    });
    if (answer)
      await this.act(
        () => this.api.act(`/api/figure-releases/${id}/withdraw`, version, { reason: answer.reason }),
        'Zurückgezogen.',
      );
  }
}
