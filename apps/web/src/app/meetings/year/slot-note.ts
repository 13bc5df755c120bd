import { Component, computed, input } from '@angular/core';
import { mdiAlertOutline, mdiCheckCircleOutline, mdiInformationOutline } from '@mdi/js';
import { type SlotView, slotReasons, slotSentence } from '@runder-tisch/domain/meetings';
import { asSentence, counted } from '@runder-tisch/domain/text';
import { formatTimeRange } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';

const icons = { GOOD: mdiCheckCircleOutline, FAIR: mdiInformationOutline, POOR: mdiAlertOutline };

/** Why a date is good or not, and who is wanted somewhere else. */
@Component({
  selector: 'rt-slot-note',
  imports: [Icon],
  template: `
    <p [class]="reasons().verdict.toLowerCase()"><rt-icon [path]="icon()" />{{ words() }}.</p>
    @if (slot().busy.length) {
      <details>
        <summary>{{ who() }}</summary>
        <ul>
          @for (person of slot().busy; track $index) {
            <li>
              {{ person.name }}: {{ person.elsewhere }},
              <span class="rt-number">{{ range(person.startsAt, person.endsAt) }}</span>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      font-size: 0.9375rem;
    }
    p {
      display: flex;
      gap: 7px;
      align-items: start;
    }
    .good {
      color: var(--rt-positive);
    }
    .fair {
      color: var(--rt-text-quiet);
    }
    .poor {
      color: var(--rt-warning);
      font-weight: 600;
    }
    summary {
      padding: 4px 0 4px 27px;
      color: var(--rt-accent);
      cursor: pointer;
    }
    ul {
      padding-left: 44px;
    }
  `,
})
export class SlotNote {
  readonly slot = input.required<SlotView>();

  protected readonly range = formatTimeRange;
  protected readonly reasons = computed(() => slotReasons(this.slot()));
  protected readonly words = computed(() => asSentence(slotSentence(this.reasons())));
  protected readonly icon = computed(() => icons[this.reasons().verdict]);
  protected readonly who = computed(() => {
    const count = this.slot().busy.length;
    return `${counted(count, 'Person ist', 'Personen sind')} woanders gefragt: wer und wo`;
  });
}
