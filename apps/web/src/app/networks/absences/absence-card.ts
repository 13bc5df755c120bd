import { Component, inject, signal } from '@angular/core';
import type { AbsencesView, AbsenceView } from '@runder-tisch/domain/networks/absences';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { AbsenceForm } from './absence-form';

/** Who stands in while one is away, and whom one stands in for. */
@Component({
  selector: 'rt-absence-card',
  imports: [AbsenceForm, BerlinDatePipe],
  template: `
    @if (kept.view(); as view) {
      <section class="rt-card" aria-labelledby="vertretung">
        <div class="rt-card-head">
          <h2 id="vertretung">Vertretung</h2>
          @if (view.self || view.forOthers) {
            <button type="button" class="rt-button rt-small" (click)="entering.set(true)">
              Abwesenheit eintragen
            </button>
          }
        </div>
        <ul class="rt-entries">
          @for (it of view.absences; track it.id) {
            <li>
              <div class="line">
                <span>
                  {{
                    it.person.id === view.self ? 'Sie werden vertreten' : it.person.name + ' wird vertreten'
                  }}
                  von <strong>{{ it.deputy.name }}</strong>
                  <span class="rt-cell-note">
                    {{ it.fromDay | berlinDate: 'short' }} bis {{ it.toDay | berlinDate: 'short' }}
                    @if (it.networks.length) {
                      · {{ it.networks.join(', ') }}
                    }
                  </span>
                </span>
                <button
                  type="button"
                  class="rt-button rt-plain rt-small"
                  [attr.aria-label]="(it.running ? 'Beenden: ' : 'Löschen: ') + it.person.name"
                  (click)="end(it)"
                >
                  {{ it.running ? 'Beenden' : 'Löschen' }}
                </button>
              </div>
            </li>
          } @empty {
            <li class="rt-quiet">
              Niemand ist als abwesend eingetragen. Wer Sie vertritt, darf in dieser Zeit in Ihren Netzwerken,
              was Sie dürfen; danach endet es von selbst.
            </li>
          }
          @for (it of view.deputising; track it.id) {
            <li>
              Sie vertreten <strong>{{ it.person.name }}</strong>
              <span class="rt-cell-note">
                bis {{ it.toDay | berlinDate: 'short' }}
                @if (it.networks.length) {
                  · {{ it.networks.join(', ') }}
                }
              </span>
            </li>
          }
        </ul>
      </section>
      @if (entering()) {
        <rt-absence-form [view]="view" (closed)="entering.set(false)" (saved)="saved()" />
      }
    }
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class AbsenceCard {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly act = acting(() => this.kept.reload());
  protected readonly kept = keptObject<AbsencesView>(() => '/api/absences');
  protected readonly entering = signal(false);

  protected saved(): void {
    this.entering.set(false);
    this.kept.reload();
  }

  protected async end(it: AbsenceView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: it.running ? 'Vertretung beenden?' : 'Eintrag löschen?',
      text: it.running
        ? `${it.deputy.name} darf ab sofort nicht mehr, was ${it.person.name} in den Netzwerken darf.`
        : `${it.deputy.name} vertritt ${it.person.name} dann nicht.`,
      action: it.running ? 'Beenden' : 'Löschen',
    });
    if (sure)
      await this.act(
        () => this.api.act(`/api/absences/${it.id}/end`),
        it.running ? 'Die Vertretung ist beendet.' : 'Gelöscht.',
      );
  }
}
