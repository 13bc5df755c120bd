import { Component, input } from '@angular/core';
import { mdiCheckCircle, mdiCloseCircleOutline } from '@mdi/js';
import type { ConsolidationResultView } from '@runder-tisch/domain/structure';
import { Icon } from '@runder-tisch/ui/icon';

/** What each criterion was answered, on what it rests, and why a human said otherwise. */
@Component({
  selector: 'rt-check-results',
  imports: [Icon],
  template: `
    <ul>
      @for (result of results(); track $index) {
        <li>
          <rt-icon [class.met]="result.met" [path]="result.met ? met : open" />
          <div>
            <strong>{{ result.name }}</strong>: {{ result.met ? 'erfüllt' : 'offen' }}
            @if (overridden(result)) {
              <span class="rt-badge rt-badge-warning">anders als die Daten</span>
            }
            @if (result.threshold) {
              <p class="rt-quiet rt-small">{{ result.threshold }}</p>
            }
            @if (result.evidence) {
              <p class="rt-small">Daten: {{ result.evidence }}</p>
            }
            @if (result.reason) {
              <p class="rt-small">Begründung: {{ result.reason }}</p>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 12px;
      margin: 16px 0;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 10px;
    }
    rt-icon {
      color: var(--rt-negative);
    }
    .met {
      color: var(--rt-positive);
    }
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class CheckResults {
  readonly results = input.required<readonly ConsolidationResultView[]>();
  protected readonly met = mdiCheckCircle;
  protected readonly open = mdiCloseCircleOutline;

  protected overridden({ proposed, met }: ConsolidationResultView): boolean {
    return proposed !== null && proposed !== met;
  }
}
