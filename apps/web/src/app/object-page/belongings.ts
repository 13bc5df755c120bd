import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Belonging } from '@runder-tisch/domain/belongings';
import { inView } from './in-view';

/** What all areas have about an object, counted, each number the way to its list. It asks once it comes into view. */
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
    :host {
      display: block;
      min-height: 24px;
    }
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
  private readonly seen = inView();
  protected readonly answer = httpResource<Belonging[]>(() =>
    this.seen() ? `/api/belongings/${this.kind()}/${this.objectId()}` : undefined,
  );
  protected readonly lines = computed(() =>
    (this.answer.hasValue() ? this.answer.value() : []).map((it) => ({
      ...it,
      words: it.count.toLocaleString('de-DE') + (it.atLeast ? '+' : ''),
      target: this.router.parseUrl(it.path),
    })),
  );
}
