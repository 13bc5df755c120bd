import { Component, input, output } from '@angular/core';
import type { KeptEntry, KeptListData } from './kept-list-data';

/** Below the form of an entry: set aside, take up again, or delete while nothing uses it. */
@Component({
  selector: 'rt-kept-entry-actions',
  template: `
    <hr />
    <p class="rt-quiet">{{ usage() }}</p>
    <div class="rt-form-actions">
      <button type="button" class="rt-button" (click)="toggle()">
        {{ entry().active ? 'Nicht mehr verwenden' : 'Wieder verwenden' }}
      </button>
      @if (entry().used === 0) {
        <button type="button" class="rt-button rt-danger" (click)="remove()">Löschen</button>
      }
    </div>
  `,
})
export class KeptEntryActions<Entry extends KeptEntry> {
  readonly entry = input.required<Entry>();
  readonly list = input.required<KeptListData<Entry>>();
  readonly done = output<void>();

  protected usage(): string {
    const { used, active } = this.entry();
    const aside = active
      ? 'Was Sie nicht mehr verwenden, steht nicht mehr zur Auswahl, bleibt aber überall stehen, wo es vorkommt.'
      : 'Steht zurzeit nicht zur Auswahl.';
    if (used === 0) return `${aside} Es wird nirgends verwendet und kann auch gelöscht werden.`;
    const places = used === 1 ? 'an einer Stelle' : `an ${used} Stellen`;
    return `${aside} Es wird ${places} verwendet und kann deshalb nicht gelöscht werden.`;
  }

  protected async toggle(): Promise<void> {
    if (await this.list().setActive(this.entry(), !this.entry().active)) this.done.emit();
  }

  protected async remove(): Promise<void> {
    if (await this.list().remove(this.entry())) this.done.emit();
  }
}
