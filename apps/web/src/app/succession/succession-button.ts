import { Component, inject, signal } from '@angular/core';
import { CurrentPerson } from '../actors/person-page/current-person';
import { SuccessionPanel } from './succession-panel';

/** Somebody leaves: one dialog hands everything to who comes after. */
@Component({
  selector: 'rt-succession-button',
  imports: [SuccessionPanel],
  template: `
    @if (current.view(); as person) {
      <button type="button" class="rt-button" (click)="open.set(true)">Nachfolge</button>
      @if (open()) {
        <rt-succession-panel
          [personId]="person.id"
          [name]="person.name"
          (closed)="open.set(false)"
          (done)="current.reload()"
        />
      }
    }
  `,
})
export class SuccessionButton {
  protected readonly current = inject(CurrentPerson);
  protected readonly open = signal(false);
}
