import { Component, computed, input } from '@angular/core';
import type { SocialServiceListItem } from '@runder-tisch/domain/social-services';
import { standing } from './service-words';

/** Where an offer stands. */
@Component({
  selector: 'rt-service-badge',
  template: `<span class="rt-badge" [class]="said().tone">{{ said().text }}</span>`,
  // "Änderung wartet auf den Landkreis" is wider than a card on a phone.
  styles: `
    .rt-badge {
      white-space: normal;
    }
  `,
})
export class ServiceBadge {
  readonly of = input.required<Pick<SocialServiceListItem, 'state' | 'change'> & { returned?: boolean }>();
  protected readonly said = computed(() => standing(this.of()));
}
