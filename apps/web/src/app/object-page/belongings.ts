import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Belonging } from '@runder-tisch/domain/belongings';

/** What all areas have about an object, counted, each number the way to its list. */
@Component({
  selector: 'rt-belongings',
  imports: [RouterLink],
  template: `
    <ul class="belongings">
      @for (it of lines(); track it.kind) {
        <li>
          <a [routerLink]="it.target">
            <span class="rt-number">{{ it.words }}</span> {{ it.label }}
          </a>
        </li>
      } @empty {
        @if (answer.hasValue()) {
          <li class="rt-quiet">Noch gehört nichts dazu.</li>
        } @else if (answer.error()) {
          <li class="rt-quiet" role="status">Was dazugehört, ließ sich gerade nicht laden.</li>
        }
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin-top: 14px;
    }
  `,
})
export class Belongings {
  readonly kind = input.required<string>();
  readonly objectId = input.required<string>();

  private readonly router = inject(Router);
  protected readonly answer = httpResource<Belonging[]>(
    () => `/api/belongings/${this.kind()}/${this.objectId()}`,
  );
  protected readonly lines = computed(() =>
    (this.answer.hasValue() ? this.answer.value() : []).map((it) => ({
      ...it,
      words: it.count.toLocaleString('de-DE') + (it.atLeast ? '+' : ''),
      target: this.router.parseUrl(it.path),
    })),
  );
}
