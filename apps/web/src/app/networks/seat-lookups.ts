import { Service, inject } from '@angular/core';
import type { OrganisationListItem, PersonListItem } from '@runder-tisch/domain/actors';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { NetworkListItem } from '@runder-tisch/domain/networks';
import type { PickItem } from '@runder-tisch/ui/form';
import { Api } from '../http/api';

const SHOWN = 12;

/** What pickers of seats and tasks ask the server. */
@Service()
export class SeatLookups {
  private readonly api = inject(Api);

  readonly organisations = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<OrganisationListItem>>('/api/organisations', {
      search: words,
      state: 'active',
      limit: SHOWN,
    });
    return page.items.map((it) => ({ id: it.id, title: it.name, subtitle: it.municipality ?? undefined }));
  };

  /** Without words the people of the organisation, if one is chosen. */
  async people(words: string, organisationId: string): Promise<readonly PickItem[]> {
    const of: Record<string, string> =
      words === '' && organisationId !== '' ? { organisationId } : { search: words };
    const page = await this.api.get<Page<PersonListItem>>('/api/people', { ...of, limit: SHOWN });
    return page.items.map((it) => ({
      id: it.id,
      title: it.name,
      subtitle: it.organisations.join(', ') || it.mail,
    }));
  }

  /** People of one organisation alone. */
  async peopleOf(organisationId: string, words: string): Promise<readonly PickItem[]> {
    const page = await this.api.get<Page<PersonListItem>>('/api/people', {
      organisationId,
      state: 'valid',
      search: words,
      limit: SHOWN,
    });
    return page.items.map(({ id, name }) => ({ id, title: name }));
  }

  readonly networks = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<NetworkListItem>>('/api/networks', { search: words, limit: SHOWN });
    return page.items.map((it) => ({ id: it.id, title: it.name }));
  };
}

/** A reference as a picker shows what is already chosen. */
export function picked(reference: NamedReference | null | undefined): PickItem | null {
  return reference ? { id: reference.id, title: reference.name } : null;
}
