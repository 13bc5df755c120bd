import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { membershipRoleLabels } from '@runder-tisch/domain/networks';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { roleCardColumns, type StoredCard, roleCard } from '../actors/people/role-cards';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { vcards, type VcardVersion } from '../files/vcard';
import { currentSeats } from './membership-sql';
import { networksWithContacts, visibleNetworks } from './networks-access';

interface StoredSeats {
  id: string;
  name: string;
  seats: (StoredCard & { role: keyof typeof membershipRoleLabels })[];
}

/** A network as a list of an address book: one card for each filled seat, and a card of the group. */
@Injectable()
export class MemberCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async file(
    viewer: Viewer,
    networkId: string,
    version: VcardVersion,
  ): Promise<{ name: string; text: string }> {
    const now = this.clock.now();
    const { id, name, seats } = await this.database.found<StoredSeats>(sql`
      select it.id, it.name, coalesce((select json_agg(json_build_object('role', membership.role, ${roleCardColumns(sql`membership.id`, roleOf)})
          order by organisation.name collate "de-x-icu" nulls last, person.family_name collate "de-x-icu", membership.id)
        from membership join person on person.id = membership.person_id
          left join organisation on organisation.id = membership.organisation_id
        where membership.network_id = it.id and ${currentSeats(berlinDay(now))}), '[]') as seats
      from network it where it.id = ${networkId} and ${visibleNetworks(viewer)} and ${networksWithContacts(viewer)}`);
    const cards = seats.map(({ role, ...seat }) =>
      roleCard({ ...seat, function: seat.function || membershipRoleLabels[role] }, [name]),
    );
    const group = { id, name, members: cards.map((card) => card.id) };
    return { name: `${fileWords(name)}.vcf`, text: vcards(cards, group, version, now) };
  }
}

/** What somebody is for the organisation of their seat. */
const roleOf: Sql = sql`(select representation.function from representation where representation.person_id = person.id
  and representation.organisation_id = organisation.id order by representation.to_day nulls first, representation.from_day desc limit 1)`;

function fileWords(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N} .-]+/gu, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
      .slice(0, 100) || 'Netzwerk'
  );
}
