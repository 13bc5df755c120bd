import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { mdiMonitorCellphone } from '@mdi/js';
import type { OwnSessionView } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import { Icon } from '@runder-tisch/ui/icon';
import { RelativeTime } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';

/** Where one is signed in; every other place can be left from here. */
@Component({
  selector: 'rt-own-sessions',
  imports: [Icon, RelativeTime],
  template: `
    <section class="rt-card" aria-labelledby="rt-sessions">
      <h2 id="rt-sessions">Angemeldet auf</h2>
      <ul class="places">
        @for (place of places(); track place.id) {
          <li>
            <rt-icon [path]="icon" />
            <span class="words">
              <strong>{{ place.device || 'Unbekanntes Gerät' }}</strong>
              <span class="rt-quiet rt-small">
                @if (place.current) {
                  dieses Gerät
                } @else {
                  zuletzt <rt-relative-time [at]="place.seenAt" />
                }
                · angemeldet <rt-relative-time [at]="place.createdAt" />
              </span>
            </span>
            @if (!place.current) {
              <button
                type="button"
                class="rt-button rt-plain"
                [attr.aria-label]="'Auf ' + (place.device || 'unbekanntem Gerät') + ' abmelden'"
                (click)="end('/api/account/sessions/' + place.id + '/end')"
              >
                Abmelden
              </button>
            }
          </li>
        }
      </ul>
      @if (places().length > 2) {
        <button type="button" class="rt-button" (click)="end('/api/account/sessions/end-others')">
          Überall sonst abmelden
        </button>
      }
    </section>
  `,
  styles: `
    .places {
      display: grid;
      gap: 4px;
    }
    li {
      display: flex;
      align-items: center;
      gap: 14px;
      min-height: 56px;
    }
    li > rt-icon {
      flex: none;
      color: var(--rt-text-quiet);
    }
    .words {
      flex: 1;
      display: grid;
    }
  `,
})
export class OwnSessions {
  private readonly api = inject(Api);
  private readonly act = acting();
  protected readonly icon = mdiMonitorCellphone;
  private readonly answer = httpResource<Page<OwnSessionView>>(() => '/api/account/sessions');
  private readonly page = linkedSignal<Page<OwnSessionView> | null>(() =>
    this.answer.hasValue() ? this.answer.value() : null,
  );
  protected readonly places = computed(() => this.page()?.items ?? []);

  protected async end(path: string): Promise<void> {
    const done = await this.act(
      async () => this.page.set(await this.api.act<Page<OwnSessionView>>(path)),
      'Abgemeldet.',
    );
    // It may have ended meanwhile, from another device.
    if (!done) this.answer.reload();
  }
}
