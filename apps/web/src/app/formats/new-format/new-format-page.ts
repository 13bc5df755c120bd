import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { httpResource } from '@angular/common/http';
import { Router } from '@angular/router';
import { mdiAccountGroupOutline, mdiClockOutline } from '@mdi/js';
import { durationWords, totalMinutes } from '@runder-tisch/domain/formats';
import { BeginFormat } from '@runder-tisch/domain/formats/formats-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { NetworkListItem } from '@runder-tisch/domain/networks';
import { ErrorSummary, SelectField, TextField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Session } from '../../session/session';
import { FormatTypes } from '../format-types';

/** A format begins here: what kind it is, what it is called, who carries it. The rest comes from the library. */
@Component({
  selector: 'rt-new-format-page',
  imports: [ErrorSummary, FormField, Icon, PageHead, ProgressLine, SelectField, TextField],
  templateUrl: './new-format-page.html',
  styleUrl: './new-format-page.scss',
})
export class NewFormatPage {
  /** A type chosen before, in the library. */
  readonly art = input<string>();
  /** The network whose page one comes from. */
  readonly netzwerk = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly types = inject(FormatTypes);
  protected readonly icons = { people: mdiAccountGroupOutline, time: mdiClockOutline };
  protected readonly entry = requestForm(BeginFormat);
  protected readonly attempted = signal(false);

  protected readonly cards = computed(() =>
    this.types.active().map((type) => ({
      id: type.id,
      name: type.name,
      description: type.description,
      groupSize: type.groupSize,
      duration: durationWords(totalMinutes(type.agenda)) || 'über mehrere Wochen',
      phases: type.phases.map((phase) => phase.title).join(' → '),
    })),
  );
  protected readonly chosen = computed(() =>
    this.cards().find((card) => card.id === this.entry.model().typeId),
  );

  /** A coordinator begins formats in own networks only; planners in any. */
  private readonly networksAnswer = httpResource<Page<NetworkListItem>>(() => ({
    url: '/api/networks',
    params: { limit: 100, ...(this.session.hasRole('planner') ? {} : { of: 'mine' }) },
  }));
  protected readonly networks = computed(() =>
    this.networksAnswer.hasValue()
      ? this.networksAnswer.value().items.map((it) => ({ value: it.id, label: it.name }))
      : [],
  );
  protected readonly typeMissing = computed(() => this.attempted() && !this.entry.model().typeId);

  constructor() {
    effect(() => {
      const given = { typeId: this.art() ?? '', networkId: this.netzwerk() ?? null };
      untracked(() => this.entry.reset(given));
    });
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    this.attempted.set(true);
    let id = '';
    const done = await this.entry.submit(async (request) => {
      ({ id } = await this.api.create('/api/formats', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say('Das Format ist angelegt. Ablauf und Einladung können Sie jetzt anpassen.');
    await this.router.navigate(['/beteiligung/formate', id]);
  }
}
