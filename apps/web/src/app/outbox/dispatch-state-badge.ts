import { Component, computed, inject, input } from '@angular/core';
import { dispatchState, type OutboxDispatch } from '@runder-tisch/domain/outbox';
import { Session } from '../session/session';
import { mailTones } from './mail-words';

/** How a dispatch stands: "3 von 12 kamen nicht an", below it how the others do and why. */
@Component({
  selector: 'rt-dispatch-state',
  template: `
    <span [class]="'rt-badge ' + tones[told().state]">{{ told().words }}</span>
    @if (told().further) {
      <div class="rt-quiet rt-small">{{ told().further }}</div>
    }
    @if (dispatch().reason && (leavesTheHouse() || told().state !== 'HELD')) {
      <div class="rt-quiet rt-small">{{ dispatch().reason }}</div>
    }
  `,
})
export class DispatchStateBadge {
  readonly dispatch = input.required<OutboxDispatch>();
  readonly now = input.required<Date>();

  private readonly session = inject(Session);
  protected readonly tones = mailTones;
  protected readonly leavesTheHouse = computed(() => this.session.current().mail.leavesTheHouse);
  protected readonly told = computed(() =>
    dispatchState(this.dispatch(), { now: this.now(), leavesTheHouse: this.leavesTheHouse() }),
  );
}
