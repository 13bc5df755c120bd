import { Service, inject } from '@angular/core';
import type { OrganisationListItem, PersonListItem } from '@runder-tisch/domain/actors';
import type { Page } from '@runder-tisch/domain/lists';
import type { PickItem } from '@runder-tisch/ui/form';
import { Api } from '../../../http/api';
import { RunningMeeting } from '../record/running-meeting';
import type { Seat } from '../record/seat';

const FROM_THE_ROOM = 8;
const FROM_THE_COUNTY = 6;

/** Who may get a task: first those in the room, then everybody the county knows. */
@Service({ autoProvided: false })
export class WhoLookup {
  private readonly api = inject(Api);
  private readonly running = inject(RunningMeeting);

  async find(words: string): Promise<readonly PickItem[]> {
    const seats = [...this.running.seats.find(words)].sort(
      (one, other) => Number(other.present ?? false) - Number(one.present ?? false),
    );
    const here = seats.flatMap(itemOf).slice(0, FROM_THE_ROOM);
    if (words.length < 2) return here;
    const known = new Set(here.map((item) => item.id));
    return [...here, ...(await this.inCounty(words)).filter((item) => !known.has(item.id))];
  }

  /** Without the network the room is enough to go on. */
  private async inCounty(words: string): Promise<PickItem[]> {
    const query = { search: words, limit: FROM_THE_COUNTY };
    const [people, organisations] = await Promise.allSettled([
      this.api.ask<Page<PersonListItem>>('/api/people', query),
      this.api.ask<Page<OrganisationListItem>>('/api/organisations', query),
    ]);
    return [
      ...itemsOf(people).map((person) => ({
        id: `person:${person.id}`,
        title: person.name,
        subtitle: person.organisations.join(', '),
      })),
      ...itemsOf(organisations).map((organisation) => ({
        id: `organisation:${organisation.id}`,
        title: organisation.name,
        subtitle: 'Organisation',
      })),
    ];
  }
}

function itemOf(seat: Seat): PickItem[] {
  if (seat.personId)
    return [{ id: `person:${seat.personId}`, title: seat.name, subtitle: seat.organisation }];
  if (seat.organisationId)
    return [{ id: `organisation:${seat.organisationId}`, title: seat.organisation || seat.name }];
  return [];
}

function itemsOf<T>(answer: PromiseSettledResult<Page<T>>): readonly T[] {
  return answer.status === 'fulfilled' ? answer.value.items : [];
}
