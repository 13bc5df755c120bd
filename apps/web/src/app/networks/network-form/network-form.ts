import { Component, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  networkKindLabels,
  networkKinds,
  type NetworkTarget,
  type NetworkView,
} from '@runder-tisch/domain/networks';
import { SaveNetwork } from '@runder-tisch/domain/networks/networks-requests';
import {
  ChipSelect,
  DateField,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { NetworkTargets } from './network-targets';

/** Founds a network or changes what it is for, in a panel beside the page. */
@Component({
  selector: 'rt-network-form',
  imports: [
    ChipSelect,
    DateField,
    ErrorSummary,
    FormField,
    NetworkTargets,
    NumberField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  templateUrl: './network-form.html',
})
export class NetworkForm {
  readonly network = input<NetworkView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  protected readonly kinds = networkKinds.map((value) => ({ value, label: networkKindLabels[value] }));
  protected readonly fieldChoices = this.lists.fieldChoices();
  protected readonly planningAreas = this.lists.planningAreaChoices();
  protected readonly committees = this.lists.committeeChoices();
  protected readonly entry = requestForm(SaveNetwork, {}, { about: () => this.network()?.id });
  protected readonly targets = signal<readonly NetworkTarget[]>([]);
  protected readonly targetsChanged = signal(false);

  constructor() {
    effect(() => {
      const network = this.network();
      if (!network) return;
      untracked(() => {
        this.entry.reset(asRequest(network));
        this.targets.set(network.targetTypes);
      });
    });
  }

  protected setTargets(targets: readonly NetworkTarget[]): void {
    this.targets.set(targets);
    this.targetsChanged.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const network = this.network();
    let id = network?.id ?? '';
    const done = await this.entry.submit(async (facts) => {
      const request = { ...facts, targetTypes: this.targets() };
      if (network) await this.api.change(`/api/networks/${id}`, network.version, request);
      else ({ id } = await this.api.create('/api/networks', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(network ? 'Gespeichert.' : 'Netzwerk angelegt. Fügen Sie jetzt die Mitglieder hinzu.');
    this.saved.emit(id);
  }
}

function asRequest(network: NetworkView): SaveNetwork {
  return {
    name: network.name,
    shortName: network.shortName,
    kind: network.kind,
    purpose: network.purpose,
    legalBasis: network.legalBasis,
    reportsToCommitteeId: network.reportsTo?.id ?? null,
    meetingIntervalMonths: network.meetingIntervalMonths,
    meetingHabit: network.meetingHabit,
    cooperationAgreementOn: network.cooperationAgreementOn,
    targetSize: network.targetSize,
    targetTypes: network.targetTypes,
    fieldIds: network.fields.map((field) => field.id),
    planningAreaIds: network.planningAreas.map((area) => area.id),
  };
}
