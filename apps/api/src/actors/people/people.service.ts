import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { actorProblems, type PasteMatchView, type PasteResultView } from '@runder-tisch/domain/actors';
import {
  type AddressProposal,
  isSharedMailbox,
  proposalsFor,
  readAddresses,
} from '@runder-tisch/domain/addresses';
import {
  type EndRepresentation,
  type PastedRow,
  SaveOrganisation,
  type SavePerson,
  type SaveRepresentation,
} from '@runder-tisch/domain/actors/actors-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Person, Representation } from '../person.entity';
import { OrganisationsService } from '../organisations/organisations.service';
import { PeopleRepository } from './people.repository';

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly organisations: OrganisationsService,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SavePerson): Promise<{ id: string }> {
    return onConflict(actorProblems, { person_mail: ['person-mail-taken', 'mail'] }, () =>
      this.database.write(viewer, 'person.create', async (tx) => ({ id: await this.insert(tx, request) })),
    );
  }

  /** A new person within another use case, such as many members of a network at once. */
  async insert(tx: EntityManager, request: SavePerson): Promise<string> {
    const id = newId();
    await tx.insert(Person, { ...request, id, version: 1, createdAt: this.clock.now() });
    await this.search.refresh(tx, 'person', [id]);
    return id;
  }

  change(viewer: Viewer, id: string, version: number, request: SavePerson): Promise<void> {
    return onConflict(actorProblems, { person_mail: ['person-mail-taken', 'mail'] }, () =>
      this.database.write(viewer, 'person.change', async (tx) => {
        await updateVersioned(tx, Person, id, version, { ...request });
        await this.search.refresh(tx, 'person', [id]);
      }),
    );
  }

  represent(viewer: Viewer, request: SaveRepresentation): Promise<{ id: string }> {
    return onConflict(
      actorProblems,
      { representation_current: ['representation-exists', 'organisationId'] },
      () =>
        this.database.write(viewer, 'representation.begin', async (tx) => {
          const id = newId();
          await tx.insert(Representation, { ...request, id, toDay: null, version: 1 });
          await this.search.refresh(tx, 'person', [request.personId]);
          return { id };
        }),
    );
  }

  endRepresentation(viewer: Viewer, id: string, request: EndRepresentation): Promise<void> {
    return this.database.write(viewer, 'representation.end', async (tx) => {
      const representation = await tx.findOneBy(Representation, { id });
      if (!representation) return;
      if (request.toDay < representation.fromDay) {
        throw problem(actorProblems, 'representation-ends-before-start', [
          { path: 'toDay', code: 'before-start' },
        ]);
      }
      await updateVersioned(tx, Representation, id, representation.version, { toDay: request.toDay });
      await this.search.refresh(tx, 'person', [representation.personId]);
    });
  }

  /** Proposes what the addresses themselves say: names that they spell, houses behind their domains. */
  async matchPasted(text: string): Promise<PasteMatchView> {
    const { addresses, unreadable } = readAddresses(text);
    const proposals = proposalsFor(addresses);
    const matched = (await this.people.match(addresses)).map((address) => ({
      ...address,
      proposal: proposals.get(address.mail) ?? nothingProposed,
    }));
    const houses = matched.flatMap(({ organisation, proposal }) =>
      organisation ? [] : proposal.organisation,
    );
    const organisations = await this.people.organisationsLike([...new Set(houses.filter(Boolean))]);
    return { addresses: matched, organisations, unreadable };
  }

  /**
   * The whole list in one transaction: new organisations and people, known ones, and for whom they speak. Mailboxes
   * become nobody.
   */
  takeOver(viewer: Viewer, rows: readonly PastedRow[]): Promise<PasteResultView> {
    return this.database.write(viewer, 'person.paste', async (tx) => {
      const result: PasteResultView = { created: 0, organisations: 0, shared: 0, linked: 0, known: 0 };
      const touched: string[] = [];
      const houses = await this.houses(tx, rows);
      result.organisations = houses.made;
      for (const row of rows) {
        const known = row.personId ? { id: row.personId } : await this.people.personIdByMail(tx, row.mail);
        if (!known && isOfHouse(row)) {
          result.shared += 1;
          continue;
        }
        const personId = known?.id ?? (await this.createPasted(tx, row));
        if (known) result.known += 1;
        else result.created += 1;
        const organisationId = row.organisationId ?? houses.ids.get(keyOf(row.organisationName));
        if (organisationId && (await this.link(tx, personId, organisationId))) result.linked += 1;
        touched.push(personId);
      }
      await this.search.refresh(tx, 'person', touched);
      return result;
    });
  }

  /** Makes the organisations that rows name and that are not there; a mailbox among the rows becomes theirs. */
  private async houses(
    tx: EntityManager,
    rows: readonly PastedRow[],
  ): Promise<{ ids: Map<string, string>; made: number }> {
    const named = new Map<string, { name: string; mailbox: string }>();
    for (const row of rows) {
      const name = row.organisationName.trim();
      if (name === '' || row.organisationId) continue;
      const mailbox = named.get(keyOf(name))?.mailbox || (isOfHouse(row) ? row.mail : '');
      named.set(keyOf(name), { name, mailbox });
    }
    const there = await rowsIn<{ key: string; id: string }>(
      tx,
      sql`select lower(name) as key, id from organisation where lower(name) = any(${[...named.keys()]}::text[])`,
    );
    const ids = new Map(there.map(({ key, id }) => [key, id]));
    let made = 0;
    for (const [key, { name, mailbox }] of named) {
      if (ids.has(key)) continue;
      const request = Object.assign(new SaveOrganisation(), { name, functionMailbox: mailbox });
      ids.set(key, await this.organisations.insert(tx, request));
      made += 1;
    }
    return { ids, made };
  }

  private async createPasted(tx: EntityManager, row: PastedRow): Promise<string> {
    const id = newId();
    await tx.insert(Person, {
      id,
      salutation: row.salutation,
      title: row.title,
      givenName: row.givenName,
      familyName: row.familyName,
      mail: row.mail,
      phone: '',
      contactPublic: false,
      consentNote: '',
      note: '',
      version: 1,
      createdAt: this.clock.now(),
    });
    return id;
  }

  /** From today on the person speaks for the organisation; false where they do so already. */
  async link(tx: EntityManager, personId: string, organisationId: string): Promise<boolean> {
    const linked = await rowsIn(
      tx,
      sql`insert into representation (id, person_id, organisation_id, from_day)
          values (${newId()}, ${personId}, ${organisationId}, ${berlinDay(this.clock.now())}) on conflict do nothing returning id`,
    );
    return linked.length === 1;
  }
}

const nothingProposed: AddressProposal = { givenName: '', familyName: '', organisation: '', ofHouse: false };

function isOfHouse(row: PastedRow): boolean {
  return row.ofHouse || isSharedMailbox(row.mail);
}

/** Names of organisations differ by more than capitals. */
function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
