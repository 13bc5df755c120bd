import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '@runder-tisch/domain/lists';
import type { NetworkListItem } from '@runder-tisch/domain/networks';
import { DoneToday } from '../../today/done-today';
import { NetworkLightMark } from '../network-light/network-light-mark';

/** How the networks of whoever is looking stand. */
@Component({
  selector: 'rt-own-networks-card',
  imports: [NetworkLightMark, RouterLink],
  template: `
    @if (networks().length) {
      <section class="rt-card" aria-labelledby="heute-netzwerke">
        <div class="rt-card-head">
          <h2 id="heute-netzwerke">Meine Netzwerke</h2>
          <a routerLink="/netzwerke">Alle Netzwerke</a>
        </div>
        <ul>
          @for (network of networks(); track network.id) {
            <li>
              <a [routerLink]="['/netzwerke', network.id]">{{ network.name }}</a>
              @if (network.light; as light) {
                <rt-network-light [light]="light" />
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    ul {
      display: grid;
      gap: 14px;
    }
    li {
      display: grid;
      gap: 2px 20px;
    }
    li a {
      font-weight: 600;
      text-decoration: none;
    }
    li a:hover {
      text-decoration: underline;
    }
    @media (min-width: 700px) {
      li {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  `,
})
export class OwnNetworksCard {
  private readonly done = inject(DoneToday);
  private readonly mine = httpResource<Page<NetworkListItem>>(() => ({
    url: '/api/networks',
    params: { of: 'mine', limit: 10 },
  }));
  protected readonly networks = computed(() => (this.mine.hasValue() ? this.mine.value().items : []));

  constructor() {
    effect(() => {
      if (this.done.times() > 0) this.mine.reload();
    });
  }
}
