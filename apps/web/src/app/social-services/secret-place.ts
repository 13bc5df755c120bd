import { Component, inject, input, signal } from '@angular/core';
import { mdiLockOutline } from '@mdi/js';
import type { ConfidentialAddressView } from '@runder-tisch/domain/social-services';
import { Icon } from '@runder-tisch/ui/icon';
import { acting } from '../http/acting';
import { Api } from '../http/api';

/** The kept address of a secret place, only when somebody asks for it. */
@Component({
  selector: 'rt-secret-place',
  imports: [Icon],
  template: `
    <div class="rt-note">
      <rt-icon [path]="lock" />
      <div>
        <strong>Vertraulicher Ort</strong>
        @if (address(); as it) {
          <p class="rt-lines">{{ lines(it) }}</p>
        } @else {
          <p>Die Adresse liegt getrennt und steht auf keiner Seite, in keiner Suche und keiner Datei.</p>
          <button type="button" class="rt-button" (click)="show()">Adresse ansehen</button>
        }
      </div>
    </div>
  `,
})
export class SecretPlace {
  readonly serviceId = input.required<string>();

  private readonly api = inject(Api);
  private readonly act = acting();
  protected readonly lock = mdiLockOutline;
  protected readonly address = signal<ConfidentialAddressView | null>(null);

  protected lines(it: ConfidentialAddressView): string {
    return [it.street, `${it.postalCode} ${it.city}`.trim(), it.municipality?.name ?? '']
      .filter(Boolean)
      .join('\n');
  }

  protected async show(): Promise<void> {
    const path = `/api/social-services/${this.serviceId()}/confidential-address`;
    await this.act(async () => this.address.set(await this.api.get<ConfidentialAddressView>(path)));
  }
}
