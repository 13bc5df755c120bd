import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { mdiAlertOutline } from '@mdi/js';
import type { MatchedAddress, PasteMatchView, PasteResultView } from '@runder-tisch/domain/actors';
import { PasteAddresses, TakeOverAddresses } from '@runder-tisch/domain/actors/actors-requests';
import { counted } from '@runder-tisch/domain/text';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead } from '@runder-tisch/ui/layout';
import { requestForm } from '../../forms';
import { actingInPlace } from '../../http/acting';
import { Api, newIntent } from '../../http/api';

/** A pasted address with what should become of it. */
interface Draft extends MatchedAddress {
  take: boolean;
  /** The person it is taken for; empty makes a new one. */
  personId: string;
  withOrganisation: boolean;
}

/** A distribution list from the mail program becomes people: paste, look, take over. */
@Component({
  selector: 'rt-paste-page',
  imports: [ErrorSummary, FormField, Icon, PageHead, TextArea],
  templateUrl: './paste-page.html',
  styleUrl: './paste-page.scss',
})
export class PastePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private intent = newIntent();

  protected readonly icon = mdiAlertOutline;
  protected readonly entry = requestForm(PasteAddresses);
  protected readonly drafts = signal<readonly Draft[] | null>(null);
  protected readonly unreadable = signal<readonly string[]>([]);
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  protected readonly taken = computed(() => this.drafts()?.filter((draft) => draft.take) ?? []);
  protected readonly nameless = computed(() =>
    this.taken().filter((draft) => !draft.personId && !draft.familyName.trim()),
  );
  protected readonly button = computed(() => {
    const count = this.taken().length;
    return counted(count, 'Adresse übernehmen', 'Adressen übernehmen');
  });

  protected async match(event: Event): Promise<void> {
    event.preventDefault();
    await this.entry.submit(async (request) => {
      const found = await this.api.act<PasteMatchView>('/api/people/paste/match', null, request);
      this.unreadable.set(found.unreadable);
      this.drafts.set(found.addresses.map(asDraft));
    });
  }

  protected change(mail: string, part: Partial<Draft>): void {
    this.drafts.update((drafts) => drafts?.map((it) => (it.mail === mail ? { ...it, ...part } : it)) ?? null);
  }

  protected back(): void {
    this.refusal.set(null);
    this.drafts.set(null);
  }

  protected async takeOver(): Promise<void> {
    if (this.busy() || this.nameless().length) return;
    const request: TakeOverAddresses = { rows: this.taken().map(asRow) };
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
  return {
    ...address,
    take: address.person !== null || !address.shared,
    personId: address.person?.id ?? '',
    withOrganisation: address.organisation !== null,
  };
}

function asRow(draft: Draft): TakeOverAddresses['rows'][number] {
  return {
    mail: draft.mail,
    salutation: draft.salutation,
    title: draft.title,
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim() || draft.mail,
    personId: draft.personId || null,
    organisationId: draft.withOrganisation ? (draft.organisation?.id ?? null) : null,
  };
}

/** "3 Personen angelegt, 2 kannten wir schon." */
function sentence(result: PasteResultView): string {
  const parts = [
    counted(result.created, 'Person angelegt', 'Personen angelegt'),
    ...(result.known ? [`${result.known} kannten wir schon`] : []),
    ...(result.shared
      ? [`${counted(result.shared, 'Postfach', 'Postfächer')} eines Hauses ausgelassen`]
      : []),
    ...(result.linked ? [`${result.linked} einer Organisation zugeordnet`] : []),
  ];
  return `${parts.join(', ')}.`;
}
