import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DiscourseView } from '@runder-tisch/domain/cycles';
import {
  AddToDiscourse,
  type DiscoursePartKind,
} from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import type { FormatListItem } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { EntitiesPicker, ErrorSummary, type PickItem } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { FindingLookups } from '../../findings/finding-lookups';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

const SHOWN = 12;

/** Puts Befunde or formats into a round, several at once. */
@Component({
  selector: 'rt-add-parts-form',
  imports: [EntitiesPicker, ErrorSummary, FormField, SidePanel],
  template: `
    <rt-side-panel [heading]="words().heading" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-entities-picker
          [label]="words().label"
          [hint]="words().hint"
          [lookup]="lookup()"
          [formField]="entry.fields.ids"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Aufnehmen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class AddPartsForm {
  readonly roundId = input.required<string>();
  readonly kind = input.required<DiscoursePartKind>();
  readonly closed = output<void>();
  readonly added = output<DiscourseView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lookups = inject(FindingLookups);
  protected readonly entry = requestForm(
    AddToDiscourse,
    {},
    { about: () => `${this.roundId()}/${this.kind()}` },
  );
  protected readonly words = computed(() =>
    this.kind() === 'findings'
      ? {
          heading: 'Befunde aufnehmen',
          label: 'Befunde',
          hint: 'Schwerpunkte, Empfehlungen, Beschlüsse und Maßnahmen daraus kommen von selbst dazu.',
        }
      : {
          heading: 'Beteiligungsformate aufnehmen',
          label: 'Beteiligungsformate',
          hint: 'Sitzungen und Hinweise daraus kommen von selbst dazu.',
        },
  );
  protected readonly lookup = computed(() =>
    this.kind() === 'findings' ? this.lookups.findings : this.formats,
  );

  /** Also those without results: they are planned as a part of the round. */
  private readonly formats = async (search: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<FormatListItem>>('/api/formats', { search, limit: SHOWN });
    return page.items
      .filter(({ state }) => state !== 'CANCELLED')
      .map(({ id, title, type }) => ({ id, title, subtitle: type }));
  };

  constructor() {
    effect(() => {
      const kind = this.kind();
      untracked(() => this.entry.reset({ kind }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view: DiscourseView | null = null;
    let count = 0;
    const done = await this.entry.submit(async (request) => {
      count = request.ids.length;
      view = await this.api.act<DiscourseView>(
        `/api/discourse-rounds/${this.roundId()}/parts`,
        null,
        request,
      );
    });
    if (!done || !view) return;
    this.toasts.say(
      this.kind() === 'findings'
        ? `${counted(count, 'Befund', 'Befunde')} aufgenommen.`
        : `${counted(count, 'Format', 'Formate')} aufgenommen.`,
    );
    this.added.emit(view);
  }
}
