import { Component, computed, input } from '@angular/core';
import type { ServiceContent } from '@runder-tisch/domain/social-services';
import { UnbrokenPipe } from '@runder-tisch/ui/text';
import { factRows } from './service-words';

/** An offer as everybody will read it. */
@Component({
  selector: 'rt-service-preview',
  imports: [UnbrokenPipe],
  template: `
    @if (content(); as it) {
      <p class="title">{{ it.title || 'Ihr Angebot' }}</p>
      <p class="rt-quiet">{{ organisation() | unbroken }}</p>
      <p class="rt-lines">{{ it.description || 'Hier steht Ihre Beschreibung.' }}</p>
      <dl class="rt-facts rt-facts-stacked">
        @for (row of rows(); track row.label) {
          <dt>{{ row.label }}</dt>
          <dd class="rt-lines">{{ row.text }}</dd>
        }
      </dl>
    }
  `,
  styles: `
    .title {
      font-size: 1.25rem;
      font-weight: 650;
      overflow-wrap: anywhere;
    }
    .rt-lines {
      margin: 12px 0;
      overflow-wrap: anywhere;
    }
    dd.rt-lines {
      margin: 0;
    }
  `,
})
export class ServicePreview {
  readonly content = input.required<ServiceContent>();
  readonly organisation = input('');
  protected readonly rows = computed(() =>
    factRows(this.content()).filter((row) => row.text && !['Name', 'Beschreibung'].includes(row.label)),
  );
}
