import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type ConfidentialAddressView, serviceProblems } from '@runder-tisch/domain/social-services';
import type { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import { folded } from '@runder-tisch/domain/text';
import { hasRole, type Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { reference } from '../database/reference';
import { oneIn, rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import { innerServices } from './social-services-access';

/** Whether an address is kept for the service of the alias `it`; says nothing about where. */
export const hasConfidentialAddress: Sql = sql`exists (select 1 from confidential_address where confidential_address.service_id = it.id)`;

/** Shorter words of an address stand in ordinary sentences too. */
const TELLING = 5;

/** The one reader and writer of secret places. Nothing it answers may be stored elsewhere. */
@Injectable()
export class ConfidentialAddresses {
  constructor(private readonly database: Database) {}

  /** Keeps the place apart; empty fields keep what is there, because no form ever gets it back unasked. */
  async keep(tx: EntityManager, serviceId: string, request: SaveSocialService): Promise<void> {
    const { street, postalCode, city, municipalityId } = request;
    if (street || postalCode || city || municipalityId) {
      await rowsIn(
        tx,
        sql`insert into confidential_address (service_id, street, postal_code, city, municipality_id)
            values (${serviceId}, ${street}, ${postalCode}, ${city}, ${municipalityId}::uuid)
            on conflict (service_id) do update set street = excluded.street, postal_code = excluded.postal_code,
              city = excluded.city, municipality_id = excluded.municipality_id`,
      );
    }
    await this.takeOutOfVersions(tx, serviceId);
    await this.refuseInTexts(tx, serviceId, request);
  }

  /** The place is no secret any more, neither in what is worked on nor in what is confirmed. */
  async forgetUnlessSecret(tx: EntityManager, serviceId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from confidential_address where service_id = ${serviceId} and not exists (
            select 1 from social_service it join service_version version
              on version.id in (it.current_version_id, it.confirmed_version_id)
            where it.id = ${serviceId} and version.secret_place)`,
    );
  }

  /** For the organisation itself and for those who confirm; administrators have no need of it. */
  read(viewer: Viewer, serviceId: string): Promise<ConfidentialAddressView> {
    const mine = hasRole(viewer, 'planner', 'coordinator', 'provider') ? innerServices(viewer) : sql`false`;
    return this.database.found<ConfidentialAddressView>(sql`
      select confidential_address.street, confidential_address.postal_code as "postalCode", confidential_address.city,
             ${reference('municipality')} as municipality
      from confidential_address join social_service it on it.id = confidential_address.service_id
        left join municipality on municipality.id = confidential_address.municipality_id
      where it.id = ${serviceId} and ${mine}`);
  }

  /** From the moment a place becomes secret no older version tells it either, the public one included. */
  private async takeOutOfVersions(tx: EntityManager, serviceId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`update service_version set secret_place = true, street = '', postal_code = '', city = '', municipality_id = null
          where service_id = ${serviceId} and not secret_place`,
    );
  }

  private async refuseInTexts(
    tx: EntityManager,
    serviceId: string,
    request: SaveSocialService,
  ): Promise<void> {
    const kept = await oneIn<{ street: string }>(
      tx,
      sql`select street from confidential_address where service_id = ${serviceId}`,
    );
    // "Birkenweg" tells as much as "Birkenweg 4".
    const street = withoutNumber(streetOf(kept?.street ?? ''));
    if (street.length < TELLING) return;
    const telling = (['title', 'description', 'openingHours'] as const).filter((path) =>
      streetOf(request[path]).includes(street),
    );
    if (telling.length === 0) return;
    const { says } = serviceProblems['confidential-address-in-text'];
    throw problem(
      serviceProblems,
      'confidential-address-in-text',
      telling.map((path) => ({ path, code: 'confidential-address-in-text', detail: says })),
    );
  }
}

/** "Birkenstr. 4" and "Birken-Straße 4" are one place; its number may be missing. */
function streetOf(text: string): string {
  return folded(text)
    .replace(/str(\.|asse)/g, 'str')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

function withoutNumber(street: string): string {
  const words = street.replace(/(\p{L})(\d)/gu, '$1 $2').split(' ');
  const last = words.findLastIndex((word) => !/^(\d+[a-z]?|[a-z])$/.test(word));
  return words.slice(0, last + 1).join(' ');
}
