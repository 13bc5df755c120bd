import { Component, computed, input } from '@angular/core';
import { mdiAlertCircle, mdiAlertOctagon, mdiCheckCircle } from '@mdi/js';
import { consolidationColour, consolidationColourLabels } from '@runder-tisch/domain/structure';
import { Icon } from '@runder-tisch/ui/icon';

const icons = { GREEN: mdiCheckCircle, YELLOW: mdiAlertCircle, RED: mdiAlertOctagon };

/** The light of a check: sign and words, "4 von 5 erfüllt". */
@Component({
  selector: 'rt-consolidation-mark',
  imports: [Icon],
  template: `
    <span class="word" [class]="colour()"><rt-icon [path]="icon()" />{{ label() }}</span>
    <span class="rt-cell-note">{{ met() }} von {{ of() }} erfüllt</span>
  `,
  styles: `
    :host {
      display: block;
    }
    .word {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-weight: 600;
    }
    .GREEN {
      color: var(--rt-positive);
    }
    .YELLOW {
      color: var(--rt-warning);
    }
    .RED {
      color: var(--rt-negative);
    }
  `,
})
export class ConsolidationMark {
  readonly met = input.required<number>();
  readonly of = input.required<number>();
  protected readonly colour = computed(() => consolidationColour(this.met(), this.of()));
  protected readonly icon = computed(() => icons[this.colour()]);
  protected readonly label = computed(() => consolidationColourLabels[this.colour()]);
}
