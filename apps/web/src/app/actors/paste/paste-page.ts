import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { mdiAlertOutline } from '@mdi/js';
import type {
  MatchedAddress,
  PasteMatchView,
  PasteResultView,
  ProposedOrganisation,
} from '@runder-tisch/domain/actors';
import { PasteAddresses, TakeOverAddresses } from '@runder-tisch/domain/actors/actors-requests';
import { counted } from '@runder-tisch/domain/text';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead } from '@runder-tisch/ui/layout';
import { UnbrokenPipe } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { actingInPlace } from '../../http/acting';
import { Api, newIntent } from '../../http/api';

/** A pasted address with what should become of it. */
interface Draft extends MatchedAddress {
  take: boolean;
  /** The person it is taken for; empty makes a new one. */
  personId: string;
  withOrganisation: boolean;
  /** The name was read from the address. */
  guessed: boolean;
}

/** An organisation that some of the addresses seem to belong to. */
interface House extends ProposedOrganisation {
  /** As proposed; by this its addresses are known, whatever it is called in the end. */
  key: string;
  take: boolean;
  /** The one that is there already; empty makes a new one. */
  organisationId: string;
  addresses: number;
  mailbox: string;
}

/** A distribution list from the mail program becomes people and organisations: paste, look, take over. */
@Component({
  selector: 'rt-paste-page',
  imports: [ErrorSummary, FormField, Icon, PageHead, TextArea, UnbrokenPipe],
  templateUrl: './paste-page.html',
  styleUrl: './paste-page.scss',
})
export class PastePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private intent = newIntent();

  protected readonly icon = mdiAlertOutline;
  protected readonly counted = counted;
  protected readonly entry = requestForm(PasteAddresses);
  protected readonly drafts = signal<readonly Draft[] | null>(null);
  protected readonly houses = signal<readonly House[]>([]);
  protected readonly unreadable = signal<readonly string[]>([]);
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  protected readonly taken = computed(() => this.drafts()?.filter((draft) => draft.take) ?? []);
  protected readonly nameless = computed(() =>
    this.taken().filter((draft) => !draft.personId && !draft.familyName.trim()),
  );
  protected readonly unnamed = computed(() =>
    this.houses().some((house) => house.take && !house.organisationId && house.name.trim().length < 2),
  );
  protected readonly newHouses = computed(
    () => this.houses().filter((house) => house.take && !house.organisationId).length,
  );
  protected readonly button = computed(() => {
    const parts = [
      ...(this.taken().length || !this.newHouses()
        ? [counted(this.taken().length, 'Adresse', 'Adressen')]
        : []),
      ...(this.newHouses() ? [counted(this.newHouses(), 'Organisation', 'Organisationen')] : []),
    ];
    return `${parts.join(' und ')} übernehmen`;
  });

  protected async match(event: Event): Promise<void> {
    event.preventDefault();
    await this.entry.submit(async (request) => {
      const found = await this.api.act<PasteMatchView>('/api/people/paste/match', null, request);
      this.unreadable.set(found.unreadable);
      this.drafts.set(found.addresses.map(asDraft));
      this.houses.set(found.organisations.map((house) => asHouse(house, found.addresses)));
    });
  }

  protected change(mail: string, part: Partial<Draft>): void {
    this.drafts.update((drafts) => drafts?.map((it) => (it.mail === mail ? { ...it, ...part } : it)) ?? null);
  }

  protected changeHouse(key: string, part: Partial<House>): void {
    this.houses.update((houses) => houses.map((it) => (it.key === key ? { ...it, ...part } : it)));
  }

  /** The organisation that would be made, or was chosen, for an address of which none is known. */
  protected houseOf(draft: Draft): House | undefined {
    if (draft.organisation) return undefined;
    return this.houses().find((house) => house.take && house.key === draft.proposal.organisation);
  }

  protected spokenFor(draft: Draft): string {
    const house = this.houseOf(draft);
    return house ? this.nameOf(house) : '';
  }

  protected salutationOf(chosen: string): Draft['salutation'] {
    return chosen === 'Frau' || chosen === 'Herr' ? chosen : '';
  }

  protected nameOf(house: House): string {
    return house.similar.find((it) => it.id === house.organisationId)?.name ?? house.name;
  }

  protected back(): void {
    this.refusal.set(null);
    this.drafts.set(null);
  }

  protected async takeOver(): Promise<void> {
    if (this.busy() || this.nameless().length || this.unnamed()) return;
    // The mailbox of a house that is made comes with it, though it becomes nobody.
    const rows = (this.drafts() ?? []).filter(
      (draft) => draft.take || (draft.proposal.ofHouse && !draft.person && this.houseOf(draft)),
    );
    const request: TakeOverAddresses = { rows: rows.map((draft) => asRow(draft, this.houseOf(draft))) };
    const done = await this.act(
      () => this.api.create<PasteResultView>('/api/people/paste', request, this.intent),
      sentence,
    );
    if (!done) return;
    this.intent = newIntent();
    await this.router.navigate(['/akteure/personen']);
  }
}

function asDraft(address: MatchedAddress): Draft {
  const guessed = address.name === '' && !address.person;
  const { givenName, familyName } = guessed ? address.proposal : address;
  return {
    ...address,
    givenName,
    familyName,
    guessed: guessed && familyName !== '',
    take: address.person !== null || !address.proposal.ofHouse,
    personId: address.person?.id ?? '',
    withOrganisation: true,
  };
}

function asHouse(house: ProposedOrganisation, all: readonly MatchedAddress[]): House {
  const own = all.filter((it) => !it.organisation && it.proposal.organisation === house.name);
  return {
    ...house,
    key: house.name,
    take: true,
    organisationId: '',
    addresses: own.length,
    mailbox: own.find((it) => it.proposal.ofHouse)?.mail ?? '',
  };
}

function asRow(draft: Draft, house: House | undefined): TakeOverAddresses['rows'][number] {
  const known = draft.organisation?.id ?? house?.organisationId ?? '';
  const { withOrganisation } = draft;
  return {
    mail: draft.mail,
    salutation: draft.salutation,
    title: draft.title.trim(),
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim() || draft.mail,
    personId: draft.personId || null,
    organisationId: (withOrganisation && known) || null,
    organisationName: withOrganisation && house && !known ? house.name.trim() : '',
    ofHouse: draft.proposal.ofHouse,
  };
}

/** "3 Personen angelegt, 2 kannten wir schon." */
function sentence(result: PasteResultView): string {
  const parts = [
    counted(result.created, 'Person angelegt', 'Personen angelegt'),
    ...(result.organisations
      ? [counted(result.organisations, 'Organisation angelegt', 'Organisationen angelegt')]
      : []),
    ...(result.known ? [`${result.known} kannten wir schon`] : []),
    ...(result.shared
      ? [`${counted(result.shared, 'Postfach', 'Postfächer')} nicht als Person angelegt`]
      : []),
    ...(result.linked ? [`${result.linked} einer Organisation zugeordnet`] : []),
  ];
  return `${parts.join(', ')}.`;
}
