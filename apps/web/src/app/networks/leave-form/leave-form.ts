import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { NetworkMember } from '@runder-tisch/domain/networks';
import { EndMembership, HandOverMembership } from '@runder-tisch/domain/networks/networks-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { CheckboxField, DateField, EntityPicker, ErrorSummary } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups } from '../../lists/lookups';

/** A member leaves: one dialog hands everything to the successor, or ends the membership. A vacancy is filled here too. */
@Component({
  selector: 'rt-leave-form',
  imports: [CheckboxField, DateField, EntityPicker, ErrorSummary, FormField, SidePanel],
  templateUrl: './leave-form.html',
  styles: `
    .ways {
      display: grid;
      grid-template-columns: 1fr 1fr;
      margin-bottom: 20px;
      border: 1px solid var(--rt-line-strong);
      border-radius: var(--rt-radius-small);
      overflow: hidden;
    }
    .ways button {
      min-height: 44px;
      border: 0;
      background: var(--rt-surface-raised);
      font-weight: 600;
      cursor: pointer;
    }
    .ways button[aria-pressed='true'] {
      background: var(--rt-accent-soft);
      color: var(--rt-accent-strong);
      box-shadow: inset 0 -3px 0 var(--rt-accent);
    }
  `,
})
export class LeaveForm {
  readonly seat = input.required<NetworkMember>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lookups = inject(Lookups);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly vacant = computed(() => this.seat().person === null);
  protected readonly way = signal<'hand-over' | 'end'>('hand-over');
  protected readonly handOver = requestForm(
    HandOverMembership,
    { fromDay: this.today },
    { about: () => this.seat().id },
  );
  protected readonly end = requestForm(EndMembership, { toDay: this.today }, { about: () => this.seat().id });
  protected readonly people = (words: string) =>
    this.lookups.people(words, this.seat().organisation?.id ?? '');

  protected readonly heading = computed(() => {
    const { person, organisation } = this.seat();
    return person
      ? `${person.name} gibt den Platz ab`
      : `Platz von ${organisation?.name ?? 'niemandem'} besetzen`;
  });

  protected async saveHandOver(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.handOver.submit((request) =>
      this.api.create(`/api/memberships/${this.seat().id}/hand-over`, request, this.handOver.intent()),
    );
    if (!done) return;
    this.toasts.say(this.vacant() ? 'Der Platz ist besetzt.' : 'Der Platz ist übergeben.');
    this.saved.emit();
  }

  protected async saveEnd(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.end.submit((request) =>
      this.api.act(`/api/memberships/${this.seat().id}/end`, null, request),
    );
    if (!done) return;
    this.toasts.say('Die Mitgliedschaft ist beendet.');
    this.saved.emit();
  }
}
