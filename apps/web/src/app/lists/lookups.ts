import { Service, inject } from '@angular/core';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { formatShortDate } from '@runder-tisch/domain/time';
import type { PickItem } from '@runder-tisch/ui/form';
import { Api } from '../http/api';

const SHOWN = 12;

/** Of the rows of the lists, what a picker shows. */
interface FoundOrganisation extends NamedReference {
  municipality: string | null;
}

interface FoundPerson extends NamedReference {
  organisations: readonly string[];
  mail: string;
}

interface FoundMeeting {
  id: string;
  title: string;
  startsAt: string | null;
}

/** What pickers of organisations, people, networks and meetings ask the server; tasks have them as well as seats. */
@Service()
export class Lookups {
  private readonly api = inject(Api);

  readonly organisations = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<FoundOrganisation>>('/api/organisations', {
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
    const page = await this.api.get<Page<FoundPerson>>('/api/people', { ...of, limit: SHOWN });
    return page.items.map((it) => ({
      id: it.id,
      title: it.name,
      subtitle: it.organisations.join(', ') || it.mail,
    }));
  }

  /** People of one organisation alone. */
  async peopleOf(organisationId: string, words: string): Promise<readonly PickItem[]> {
    const page = await this.api.get<Page<FoundPerson>>('/api/people', {
      organisationId,
      state: 'valid',
      search: words,
      limit: SHOWN,
    });
    return page.items.map(({ id, name }) => ({ id, title: name }));
  }

  readonly networks = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<NamedReference>>('/api/networks', { search: words, limit: SHOWN });
    return page.items.map((it) => ({ id: it.id, title: it.name }));
  };

  /** Whatever has a page, by what it is called; one is chosen by its kind and id together. */
  readonly anything = async (words: string): Promise<readonly PickItem[]> => {
    if (words.trim().length < 2) return [];
    const { items } = await this.api.get<SearchView>('/api/search', { q: words });
    return items
      .slice(0, SHOWN)
      .map(({ kind, id, title, label }) => ({ id: objectKey(kind, id), title, subtitle: label }));
  };

  readonly meetings = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<FoundMeeting>>('/api/meetings', { search: words, limit: SHOWN });
    return page.items.map((it) => ({
      id: it.id,
      title: it.title,
      subtitle: it.startsAt ? formatShortDate(it.startsAt) : 'noch ohne Datum',
    }));
  };
}

export function objectKey(kind: string, id: string): string {
  return `${kind} ${id}`;
}

export function objectId(key: string): { kind: string; id: string } {
  const [kind = '', id = ''] = key.split(' ');
  return { kind, id };
}

/** A reference as a picker shows what is already chosen. */
export function picked(reference: NamedReference | null | undefined): PickItem | null {
  return reference ? { id: reference.id, title: reference.name } : null;
}
