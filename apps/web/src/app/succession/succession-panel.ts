import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { mdiAccountArrowRightOutline } from '@mdi/js';
import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import {
  type HandedOverView,
  handedKindLabels,
  handedKinds,
  heldDetail,
  SUCCESSION_UNDO_DAYS,
  type SuccessionRun,
  type SuccessionUndoneView,
  type SuccessionView,
} from '@runder-tisch/domain/succession';
import { HandOver } from '@runder-tisch/domain/succession/succession-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, EntityPicker, ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../forms';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { Lookups } from '../lists/lookups';
import { keptObject } from '../object-page/kept-object';
import { CurrentPerson } from '../actors/person-page/current-person';

/** Every seat, invitation and task somebody holds, chosen from one list, goes to one person in one step. */
@Component({
  selector: 'rt-succession-panel',
  imports: [
    BerlinDatePipe,
    DateField,
    EmptyState,
    EntityPicker,
    ErrorSummary,
    FormField,
    ProgressLine,
    RouterLink,
    SidePanel,
    TextField,
  ],
  templateUrl: './succession-panel.html',
  styleUrl: './succession-panel.scss',
})
export class SuccessionPanel {
  readonly personId = input.required<string>();
  readonly name = input.required<string>();
  readonly closed = output<void>();
  /** Something changed hands, or came back. */
  readonly done = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly lookups = inject(Lookups);
  private readonly person = inject(CurrentPerson);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly icon = mdiAccountArrowRightOutline;
  protected readonly days = SUCCESSION_UNDO_DAYS;
  protected readonly detail = heldDetail;
  protected readonly way = signal<'known' | 'new'>('known');
  protected readonly kept = keptObject<SuccessionView>(() => `/api/people/${this.personId()}/succession`);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly handedOver = signal<HandedOverView | null>(null);
  protected readonly undone = signal<SuccessionUndoneView | null>(null);
  protected readonly entry = requestForm(HandOver, { fromDay: this.today }, { about: () => this.personId() });
  protected readonly fresh = requestForm(SavePerson, {}, { about: () => `nachfolge-${this.personId()}` });
  protected readonly undoing = acting(() => {
    this.kept.reload();
    this.done.emit();
  });
  protected readonly dirty = computed(() => this.entry.dirty() || this.fresh.dirty());
  protected readonly groups = computed(() => {
    const items = this.kept.view()?.items ?? [];
    return handedKinds.flatMap((kind) => {
      const of = items.filter((item) => item.kind === kind);
      return of.length > 0 ? [{ kind, label: handedKindLabels[kind], items: of }] : [];
    });
  });
  protected readonly everything = computed(
    () => this.chosen().size === (this.kept.view()?.items.length ?? 0),
  );
  protected readonly others = computed(() => {
    const others = this.kept.view()?.others ?? [];
    if (others.length === 0) return '';
    const words = others.map(({ kind, count }) => `${handedKindLabels[kind]} (${count})`).join(', ');
    return `Nicht in Ihrer Hand: ${words}. Das übergeben die Koordination des Netzwerks oder die Sozialplanung.`;
  });
  protected readonly people = (words: string) => {
    const house = this.person.view()?.representations.find((it) => !it.toDay)?.organisation.id ?? '';
    return this.lookups.people(words, house);
  };

  constructor() {
    // Whoever leaves hands over everything, as a rule.
    effect(() => {
      const view = this.kept.view();
      if (view) untracked(() => this.chosen.set(new Set(view.items.map((item) => item.id))));
    });
  }

  protected toggle(id: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected all(chosen: boolean): void {
    this.chosen.set(new Set(chosen ? (this.kept.view()?.items ?? []).map((item) => item.id) : []));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const newPerson = this.way() === 'new' ? await this.newPerson() : null;
    if (this.way() === 'new' && newPerson === null) return;
    const chosen = this.chosen();
    const items = (this.kept.view()?.items ?? [])
      .filter((item) => chosen.has(item.id))
      .map(({ kind, id }) => ({ kind, id }));
    // Part of the request, and of what its rules look at before it is sent.
    this.entry.model.update((model) => ({ ...model, items }));
    const done = await this.entry.submit(async (request) => {
      const answer = await this.api.create<HandedOverView>(
        `/api/people/${this.personId()}/succession`,
        { ...request, successorId: newPerson ? null : request.successorId, newPerson },
        this.entry.intent(),
      );
      this.handedOver.set(answer);
    });
    if (!done) return;
    this.undone.set(null);
    this.entry.reset({ fromDay: this.today });
    this.fresh.reset();
    const told = this.handedOver();
    this.kept.reload();
    this.done.emit();
    if (told) this.toasts.say(`${told.successor.name} hat übernommen.`, () => this.takeBack(told.id));
  }

  /** The request checked by its own rules; null where something is missing. */
  private async newPerson(): Promise<SavePerson | null> {
    let person: SavePerson | null = null;
    await this.fresh.submit(async (request) => {
      person = request;
    });
    return person;
  }

  protected async undo(run: SuccessionRun): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Übergabe zurücknehmen?',
      text: `Was ${run.to.name} von ${run.from.name} übernommen hat, geht zurück, soweit es seitdem niemand geändert hat. Mails, die verschickt sind, lassen sich nicht zurückholen.`,
      action: 'Zurücknehmen',
    });
    if (sure) await this.takeBack(run.id);
  }

  private async takeBack(runId: string): Promise<void> {
    const done = await this.undoing(async () => {
      this.undone.set(
        await this.api.act<SuccessionUndoneView>(`/api/people/${this.personId()}/succession/${runId}/undo`),
      );
    }, 'Die Übergabe ist zurückgenommen.');
    if (done) this.handedOver.set(null);
  }
}
