import { Component, computed, input } from '@angular/core';
import { mdiAlertCircle, mdiAlertOctagon, mdiCheckCircle, mdiMinusCircleOutline } from '@mdi/js';
import { lightLabels, type LightColour, type NetworkLight } from '@runder-tisch/domain/networks';
import { Icon } from '@runder-tisch/ui/icon';

const icons: Record<LightColour, string> = {
  GREEN: mdiCheckCircle,
  YELLOW: mdiAlertCircle,
  RED: mdiAlertOctagon,
  NONE: mdiMinusCircleOutline,
};

/** How a network stands: sign, word and, in full, every reason. Colour alone says nothing. */
@Component({
  selector: 'rt-network-light',
  imports: [Icon],
  template: `
    <span class="word" [class]="light().colour">
      <rt-icon [path]="icon()" />{{ labels[light().colour] }}
    </span>
    @if (full()) {
      <ul class="reasons">
        @for (reason of light().reasons; track reason) {
          <li>{{ reason }}</li>
        }
      </ul>
    } @else {
      <span class="rt-cell-note"
        >{{ light().reasons[0] }}
        @if (light().reasons.length > 1) {
          <span>{{ others() }}</span>
        }
      </span>
    }
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
    .NONE {
      color: var(--rt-text-quiet);
    }
    .reasons {
      display: grid;
      gap: 2px;
      margin-top: 2px;
    }
  `,
})
export class NetworkLightMark {
  readonly light = input.required<NetworkLight>();
  readonly full = input(false);
  protected readonly labels = lightLabels;
  protected readonly icon = computed(() => icons[this.light().colour]);
  protected readonly others = computed(() => {
    const count = this.light().reasons.length - 1;
    return count === 1 ? 'Und ein weiterer Grund.' : `Und ${count} weitere Gründe.`;
  });
}
