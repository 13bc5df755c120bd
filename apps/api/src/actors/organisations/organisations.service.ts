import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorProblems } from '@runder-tisch/domain/actors';
import type { SaveOrganisation, SaveOwnContact } from '@runder-tisch/domain/actors/actors-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Organisation } from '../organisation.entity';
import { OrganisationsRepository } from './organisations.repository';

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveOrganisation): Promise<{ id: string }> {
    return onConflict(actorProblems, { organisation_name: ['organisation-name-taken', 'name'] }, () =>
      this.database.write(viewer, 'organisation.create', async (tx) => ({
        id: await this.insert(tx, request),
      })),
    );
  }

  /** A new organisation within another use case, such as a registration that is approved. */
  async insert(tx: EntityManager, request: SaveOrganisation): Promise<string> {
    const { fieldIds, ...facts } = request;
    const id = newId();
    const now = this.clock.now();
    await tx.insert(Organisation, { ...facts, id, version: 1, createdAt: now, checkedOn: berlinDay(now) });
    await this.organisations.replaceFields(tx, id, fieldIds);
    await this.search.refresh(tx, 'organisation', [id]);
    return id;
  }

  /** Saving counts as having checked the entry. */
  change(viewer: Viewer, id: string, version: number, request: SaveOrganisation): Promise<void> {
    const { fieldIds, ...facts } = request;
    return onConflict(actorProblems, { organisation_name: ['organisation-name-taken', 'name'] }, () =>
      this.database.write(viewer, 'organisation.change', async (tx) => {
        await updateVersioned(tx, Organisation, id, version, {
          ...facts,
          checkedOn: berlinDay(this.clock.now()),
        });
        await this.organisations.replaceFields(tx, id, fieldIds);
        await this.search.refresh(tx, 'organisation', [id]);
      }),
    );
  }

  /** By the organisation itself: how it is reached, never what it is called. Counts as having checked the entry. */
  async changeContact(viewer: Viewer, id: string, version: number, request: SaveOwnContact): Promise<void> {
    await this.organisations.find(viewer, id);
    if (!viewer.organisationIds.includes(id)) throw problem(actorProblems, 'organisation-not-own');
    await this.database.write(viewer, 'organisation.change-contact', async (tx) => {
      await updateVersioned(tx, Organisation, id, version, {
        ...request,
        checkedOn: berlinDay(this.clock.now()),
      });
      await this.search.refresh(tx, 'organisation', [id]);
    });
  }

  /** "Stimmt noch": nothing changes but the day of the last check. */
  check(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'organisation.check', (tx) =>
      updateVersioned(tx, Organisation, id, version, { checkedOn: berlinDay(this.clock.now()) }),
    );
  }
}
