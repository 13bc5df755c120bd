import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { mdiClose, mdiPlus } from '@mdi/js';
import {
  prioritisationLimits,
  prioritisationModeLabels,
  prioritisationModes,
  type PrioritisationView,
  type PriorityChoice,
} from '@runder-tisch/domain/findings/prioritisation';
import {
  SavePrioritisation,
  SavePrioritisationOption,
} from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import {
  Combobox,
  DateField,
  EntityPicker,
  ErrorSummary,
  NumberField,
  type PickItem,
  RadioField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { MoveButtons } from '@runder-tisch/ui/list';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups, picked } from '../../lists/lookups';

/** A Punktabfrage before it begins: what is asked, what stands for vote, who takes part. */
@Component({
  selector: 'rt-prioritisation-form',
  imports: [
    Combobox,
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    Icon,
    MoveButtons,
    NumberField,
    RadioField,
    SidePanel,
    TextArea,
    TextField,
  ],
  templateUrl: './prioritisation-form.html',
  styles: `
    .options {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .options li {
      display: flex;
      align-items: end;
      gap: 6px;
    }
    .options rt-text-field,
    .options .fixed {
      flex: 1 1 8rem;
      min-width: 0;
    }
    .fixed {
      align-self: center;
      font-weight: 550;
    }
    fieldset {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
  `,
})
export class PrioritisationForm {
  readonly of = input<PrioritisationView | null>(null);
  /** What a new one is made for. */
  readonly meetingId = input<string | null>(null);
  readonly networkId = input<string | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly icons = { add: mdiPlus, remove: mdiClose };
  protected readonly limits = prioritisationLimits;
  protected readonly modes = prioritisationModes.map((value) => ({
    value,
    label: prioritisationModeLabels[value],
    hint:
      value === 'ROOM'
        ? 'Alle öffnen die Adresse auf der Leinwand.'
        : 'Jede Person bekommt einen Link per Mail; dafür braucht es einen letzten Tag.',
  }));
  protected readonly entry = requestForm(SavePrioritisation, {}, { about: () => this.of()?.id });
  /** Titles of chosen Handlungsschwerpunkte, by id. */
  private readonly titles = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly byMail = computed(() => this.entry.model().mode === 'MAIL');
  protected readonly listError = computed(() =>
    this.entry.failedAttempts() === 0 ? null : (this.entry.fields.options().errors()[0]?.message ?? null),
  );
  protected readonly chosen = computed(() => ({
    meeting: picked(this.of()?.meeting),
    network: picked(this.of()?.network),
  }));

  constructor() {
    effect(() => {
      const it = this.of();
      const made = { meetingId: this.meetingId() ?? '', networkId: this.networkId() ?? '' };
      untracked(() => (it ? this.fill(it) : this.entry.reset({ ...made, options: [empty(), empty()] })));
    });
  }

  protected readonly priorities = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<PriorityChoice>>('/api/prioritisations/priorities', {
      search: words,
      limit: 12,
    });
    return page.items.map((it) => ({ id: it.id, title: it.title, subtitle: `${it.number} · ${it.field}` }));
  };

  protected titleOf(priorityId: string): string {
    return this.titles().get(priorityId) ?? '';
  }

  protected takePriority({ id, title }: PickItem): void {
    const { options } = this.entry.model();
    if (options.some((it) => it.priorityId === id)) return;
    this.titles.update((all) => new Map(all).set(id, title));
    // An empty line waits for it.
    const kept = options.filter((it) => it.priorityId !== '' || it.title.trim() !== '');
    this.setOptions([...kept, { priorityId: id, title }]);
  }

  protected addOption(): void {
    this.setOptions([...this.entry.model().options, empty()]);
  }

  protected removeOption(index: number): void {
    this.setOptions(this.entry.model().options.filter((_, at) => at !== index));
  }

  protected move(index: number, by: -1 | 1): void {
    const options = [...this.entry.model().options];
    const [moved] = options.splice(index, 1);
    if (moved) options.splice(index + by, 0, moved);
    this.setOptions(options);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/prioritisations/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/prioritisations', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say('Gespeichert. Punkte werden erst vergeben, wenn Sie die Punktabfrage starten.');
    this.saved.emit(id);
  }

  private setOptions(options: SavePrioritisationOption[]): void {
    this.entry.model.update((model) => ({ ...model, options }));
    this.entry.fields.options().markAsDirty();
  }

  private fill(it: PrioritisationView): void {
    const { question, explanation, mode, pointsPerPerson, mostPerOption, places, closesDay } = it;
    this.titles.set(
      new Map(it.options.flatMap(({ priority, title }) => (priority ? [[priority.id, title]] : []))),
    );
    this.entry.reset({
      question,
      explanation,
      mode,
      pointsPerPerson,
      mostPerOption,
      places,
      closesDay,
      meetingId: it.meeting?.id ?? '',
      networkId: it.network?.id ?? '',
      options: it.options.map(({ priority, title }) => ({ priorityId: priority?.id ?? '', title })),
    });
  }
}

function empty(): SavePrioritisationOption {
  return new SavePrioritisationOption();
}
