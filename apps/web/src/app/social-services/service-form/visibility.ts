import { Component, computed, input } from '@angular/core';
import { mdiEarth, mdiLockOutline } from '@mdi/js';
import { Icon } from '@runder-tisch/ui/icon';

/** Around a field: who will read what is written there. */
@Component({
  selector: 'rt-visibility',
  imports: [Icon],
  template: `
    <p class="mark" [class.office]="to() === 'office'"><rt-icon [path]="icon()" />{{ words() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }
    .mark {
      display: flex;
      gap: 4px;
      align-items: center;
      justify-content: end;
      margin-bottom: -1.4rem;
      color: var(--rt-text-quiet);
      font-size: 0.875rem;
      pointer-events: none;
    }
    .mark rt-icon {
      width: 16px;
      height: 16px;
    }
    .office {
      color: var(--rt-accent-strong);
    }
    /* Beside a long label there is no room: it stands below the control. */
    @media (max-width: 520px) {
      :host {
        display: flex;
        flex-direction: column;
      }
      .mark {
        order: 1;
        justify-content: start;
        margin: 3px 0 0;
      }
    }
  `,
})
export class Visibility {
  readonly to = input<'public' | 'office'>('public');
  protected readonly words = computed(() => (this.to() === 'public' ? 'öffentlich' : 'nur Landkreis'));
  protected readonly icon = computed(() => (this.to() === 'public' ? mdiEarth : mdiLockOutline));
}
