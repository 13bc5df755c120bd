import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IndicatorLinksView, IndicatorSumView } from '@runder-tisch/domain/indicators/releases';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { IndicatorSumForm } from './indicator-sum-form';

/** With which other indicators a release is checked together, and what planners stated to add up. */
@Component({
  selector: 'rt-indicator-links',
  imports: [BerlinDatePipe, IndicatorSumForm, RouterLink],
  template: `
    <h3>Zusammen geprüft</h3>
    @if (linked(); as all) {
      @if (all.length) {
        <p class="rt-quiet">
          Was hier steht, zählt dasselbe, einen Teil davon oder den Nenner. Eine Freigabe darf auch dort
          nichts Verborgenes verraten.
        </p>
        <ul>
          @for (it of all; track it.id) {
            <li>
              <a [routerLink]="['/daten/indikatoren', it.id]">{{ it.code }} {{ it.name }}</a>
            </li>
          }
        </ul>
      } @else {
        <p class="rt-quiet">
          Kein anderer Indikator. Gleich benannte Zähler und Nenner derselben Quelle hängen von selbst
          zusammen.
        </p>
      }
    }
    @for (sum of sums(); track sum.id) {
      <p>
        {{ words(sum) }}
        <span class="rt-quiet"
          >(eingetragen von {{ sum.statedBy }} am {{ sum.statedAt | berlinDate: 'short' }})</span
        >
        @if (sum.whole.id === indicatorId()) {
          <button
            type="button"
            class="rt-button rt-small"
            [disabled]="act.busy()"
            [attr.aria-label]="words(sum) + ': entfernen'"
            (click)="remove(sum)"
          >
            Entfernen
          </button>
        }
      </p>
    }
    <button type="button" class="rt-button" (click)="stating.set(true)">Summe eintragen</button>
    @if (stating()) {
      <rt-indicator-sum-form
        [indicatorId]="indicatorId()"
        (closed)="stating.set(false)"
        (saved)="stating.set(false); links.reload()"
      />
    }
  `,
  styles: `
    ul {
      padding-left: 20px;
    }
  `,
})
export class IndicatorLinks {
  readonly indicatorId = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly stating = signal(false);
  protected readonly links = keptObject<IndicatorLinksView>(
    () => `/api/indicators/${this.indicatorId()}/links`,
  );
  protected readonly linked = computed(() => this.links.view()?.linked);
  protected readonly sums = computed(() => this.links.view()?.sums ?? []);
  protected readonly act = acting(() => this.links.reload());

  protected words({ measure, whole, parts }: IndicatorSumView): string {
    const names = parts.map(({ code, name }) => `${code} ${name}`).join(' + ');
    return `${measure === 'COMPARED' ? 'Nenner von ' : ''}${whole.code} ${whole.name} = ${names}`;
  }

  protected async remove(sum: IndicatorSumView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Summe entfernen?',
      text: `${this.words(sum)}. Frühere Freigaben behalten sie; nur neue werden ohne sie geprüft.`,
      action: 'Entfernen',
      danger: true,
    });
    if (sure)
      await this.act(
        () => this.api.remove(`/api/indicators/${this.indicatorId()}/sums/${sum.id}`),
        'Entfernt.',
      );
  }
}
