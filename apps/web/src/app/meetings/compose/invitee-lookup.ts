import { Service, inject } from '@angular/core';
import {
  type OrganisationListItem,
  organisationTypeLabels,
  organisationTypes,
  type PersonListItem,
} from '@runder-tisch/domain/actors';
import type { Page } from '@runder-tisch/domain/lists';
import type { ResolvedInvitees } from '@runder-tisch/domain/meetings';
import type { ResolveInvitees } from '@runder-tisch/domain/meetings/meetings-requests';
import { folded } from '@runder-tisch/domain/text';
import type { PickItem } from '@runder-tisch/ui/form';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { NetworkChoices } from '../network-choices';

const SHOWN = 5;

/** One question to everything that leads to people: networks, kinds, fields, people, organisations. */
@Service()
export class InviteeLookup {
  private readonly api = inject(Api);
  private readonly networks = inject(NetworkChoices);
  private readonly fields = inject(ReferenceLists).fieldChoices();

  readonly find = async (words: string): Promise<readonly PickItem[]> => {
    const fits = (label: string): boolean => folded(label).includes(folded(words));
    const networks = this.networks
      .all()
      .filter((it) => fits(it.label))
      .map((it) => ({ id: `networkIds ${it.value}`, title: it.label, subtitle: 'Alle im Netzwerk' }));
    if (words.length < 2) return networks;
    const [people, organisations] = await Promise.all([
      this.api.get<Page<PersonListItem>>('/api/people', { search: words, limit: SHOWN }),
      this.api.get<Page<OrganisationListItem>>('/api/organisations', {
        search: words,
        state: 'active',
        limit: SHOWN,
      }),
    ]);
    return [
      ...people.items.map((it) => ({
        id: `personIds ${it.id}`,
        title: it.name,
        subtitle: it.organisations.join(', ') || it.mail || 'Person',
      })),
      ...organisations.items.map((it) => ({
        id: `organisationIds ${it.id}`,
        title: it.name,
        subtitle: it.functionMailbox || 'Organisation ohne Funktionspostfach',
      })),
      ...networks.slice(0, SHOWN),
      ...organisationTypes
        .filter((type) => fits(organisationTypeLabels[type]))
        .map((type) => ({
          id: `organisationTypes ${type}`,
          title: organisationTypeLabels[type],
          subtitle: 'Alle Organisationen dieser Art',
        })),
      ...this.fields()
        .filter((it) => fits(it.label))
        .slice(0, SHOWN)
        .map((it) => ({
          id: `fieldIds ${it.value}`,
          title: it.label,
          subtitle: 'Alle Organisationen im Handlungsfeld',
        })),
    ];
  };

  /** Turns a picked line into people with addresses. */
  resolve(picked: PickItem): Promise<ResolvedInvitees> {
    const [kind = '', id = ''] = picked.id.split(' ');
    return this.ask({ [kind]: [id] });
  }

  paste(pasted: string): Promise<ResolvedInvitees> {
    return this.ask({ pasted });
  }

  private ask(choice: Partial<ResolveInvitees>): Promise<ResolvedInvitees> {
    return this.api.act<ResolvedInvitees>('/api/meetings/invitees/resolve', null, choice);
  }
}
