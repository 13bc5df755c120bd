import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  missingFacts,
  type ServiceMove,
  serviceMoves,
  serviceProblems,
  standingOf,
  type StoredStanding,
  storedStanding,
} from '@runder-tisch/domain/social-services';
import type { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { forChange } from '../database/for-change';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { ConfidentialAddresses } from './confidential-addresses';
import { ServiceMails } from './service-mails';
import { stateOn } from './service-sql';
import { ServiceVersion, SocialService } from './social-service.entity';
import { actsForOffice, innerServices, visibleServices } from './social-services-access';

type Known = StoredStanding &
  Pick<SocialService, 'organisationId' | 'currentVersionId' | 'confirmedVersionId' | 'version'>;

/** Offers: each saving is a new version, and what everybody sees is the one that was confirmed last. */
@Injectable()
export class SocialServicesService {
  constructor(
    private readonly database: Database,
    private readonly addresses: ConfidentialAddresses,
    private readonly mails: ServiceMails,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveSocialService): Promise<{ id: string }> {
    this.assertOwn(viewer, request.organisationId);
    return this.database.write(viewer, 'social-service.create', async (tx) => {
      const id = newId();
      const versionId = newId();
      await tx.insert(SocialService, {
        id,
        organisationId: request.organisationId,
        state: 'DRAFT',
        change: null,
        currentVersionId: versionId,
        confirmedVersionId: null,
        confirmedOn: null,
        submittedAt: null,
        submittedBy: '',
        returnReason: '',
        version: 1,
        createdAt: this.clock.now(),
      });
      await this.addVersion(tx, viewer, id, versionId, 1, request);
      await this.search.refresh(tx, 'social-service', [id]);
      return { id };
    });
  }

  save(viewer: Viewer, id: string, version: number, request: SaveSocialService): Promise<void> {
    return this.database.write(viewer, 'social-service.change', async (tx) => {
      const service = await this.known(tx, viewer, id);
      if (request.organisationId !== service.organisationId) this.assertMayMove(viewer, service, request);
      const { to, refusal } = serviceMoves.next(standingOf(service), 'edit', {
        office: actsForOffice(viewer),
      });
      if (refusal) throw refused(serviceProblems, refusal);
      const versionId = newId();
      const last = await oneIn<{ number: number }>(
        tx,
        sql`select max(number)::int as number from service_version where service_id = ${id}`,
      );
      await updateVersioned(tx, SocialService, id, version, {
        organisationId: request.organisationId,
        currentVersionId: versionId,
        change: storedStanding(to).change,
      });
      await this.addVersion(tx, viewer, id, versionId, (last?.number ?? 0) + 1, request);
      await this.search.refresh(tx, 'social-service', [id]);
    });
  }

  /** Submitting wants everything the public will ask for. */
  submit(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'submit', async (tx, service) => {
      await this.assertComplete(tx, service.currentVersionId);
      return { submittedAt: this.clock.now(), submittedBy: viewer.displayName, returnReason: '' };
    });
  }

  withdraw(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'withdraw', async () => ({ submittedAt: null, submittedBy: '' }));
  }

  discardChange(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'discard-change', async (_tx, service) => ({
      currentVersionId: service.confirmedVersionId ?? service.currentVersionId,
      returnReason: '',
    }));
  }

  /** From now on this version counts; what is not public yet goes public in the same step, if wanted. */
  confirm(viewer: Viewer, id: string, version: number, publish: boolean): Promise<void> {
    return this.move(viewer, id, version, 'confirm', async (tx, service) => {
      await this.assertComplete(tx, service.currentVersionId);
      await this.noteConfirmation(tx, viewer, id, service.currentVersionId);
      const wasPublic = service.state === 'PUBLISHED' || service.state === 'STALE';
      await this.mails.tell(tx, viewer, service.currentVersionId, {
        is: wasPublic ? 'change' : publish ? 'public' : 'confirmed',
      });
      return {
        ...(publish ? { state: 'PUBLISHED' as const } : {}),
        confirmedVersionId: service.currentVersionId,
        confirmedOn: this.today(),
        submittedAt: null,
        returnReason: '',
      };
    });
  }

  publish(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'publish', async (tx, service) => {
      await this.mails.tell(tx, viewer, service.confirmedVersionId ?? service.currentVersionId, {
        is: 'public',
      });
      return {};
    });
  }

  return(viewer: Viewer, id: string, version: number, reason: string): Promise<void> {
    return this.move(viewer, id, version, 'return', async (tx, service) => {
      await this.mails.tell(tx, viewer, service.currentVersionId, { is: 'returned', reason });
      return { returnReason: reason, submittedAt: null };
    });
  }

  /** "Stimmt noch": what everybody sees was looked at today. */
  renew(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'renew', async (tx, service) => {
      if (service.confirmedVersionId) await this.noteConfirmation(tx, viewer, id, service.confirmedVersionId);
      return { confirmedOn: this.today() };
    });
  }

  discontinue(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'discontinue', async () => ({}));
  }

  resume(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.move(viewer, id, version, 'resume', async () => ({
      confirmedVersionId: null,
      confirmedOn: null,
    }));
  }

  /** Only what nobody ever confirmed; everything else is discontinued and stays readable. */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'social-service.delete', async (tx) => {
      const service = await this.known(tx, viewer, id);
      const confirmed = await oneIn(
        tx,
        sql`select 1 from service_confirmation where service_id = ${id} limit 1`,
      );
      if (service.state !== 'DRAFT' || confirmed) throw problem(serviceProblems, 'service-move-not-allowed');
      await tx.delete(SocialService, { id });
      await this.search.refresh(tx, 'social-service', [id]);
    });
  }

  private move(
    viewer: Viewer,
    id: string,
    version: number,
    move: Exclude<ServiceMove, 'edit'>,
    facts: (tx: EntityManager, service: Known) => Promise<Partial<SocialService>>,
  ): Promise<void> {
    return this.database.write(viewer, `social-service.${move}`, async (tx) => {
      const service = await this.known(tx, viewer, id);
      if (service.version !== version) throw problem(generalProblems, 'stale-version');
      const { to, refusal } = serviceMoves.next(standingOf(service), move);
      if (refusal) throw refused(serviceProblems, refusal);
      const next = storedStanding(to);
      const also = await facts(tx, service);
      // STALE is no stored state: what leaves it was published before and is so after.
      const state = next.state === 'STALE' ? 'PUBLISHED' : next.state;
      await updateVersioned(tx, SocialService, id, version, { state, change: next.change, ...also });
      await this.addresses.forgetUnlessSecret(tx, id);
      await this.search.refresh(tx, 'social-service', [id]);
    });
  }

  private known(tx: EntityManager, viewer: Viewer, id: string): Promise<Known> {
    const rights = {
      table: 'social_service',
      visible: visibleServices(viewer),
      may: innerServices(viewer),
      refusal: () => problem(serviceProblems, 'service-of-other-organisation'),
    };
    return forChange<Known>(
      tx,
      rights,
      id,
      sql`it.version, it.organisation_id as "organisationId", ${stateOn(this.today())} as state, it.change,
          it.current_version_id as "currentVersionId", it.confirmed_version_id as "confirmedVersionId"`,
    );
  }

  private assertOwn(viewer: Viewer, organisationId: string): void {
    if (actsForOffice(viewer) || viewer.organisationIds.includes(organisationId)) return;
    throw problem(serviceProblems, 'service-of-other-organisation');
  }

  /** The organisation stands in no version: everybody would read the new one before the office looked at it. */
  private assertMayMove(viewer: Viewer, { state }: Known, { organisationId }: SaveSocialService): void {
    this.assertOwn(viewer, organisationId);
    if (state !== 'DRAFT' && !actsForOffice(viewer))
      throw problem(serviceProblems, 'service-keeps-organisation');
  }

  private async addVersion(
    tx: EntityManager,
    viewer: Viewer,
    serviceId: string,
    id: string,
    number: number,
    request: SaveSocialService,
  ): Promise<void> {
    const { organisationId: _organisation, targetGroupIds, catchmentIds, ...facts } = request;
    const nowhere = { street: '', postalCode: '', city: '', municipalityId: null };
    await tx.insert(ServiceVersion, {
      ...facts,
      ...(request.secretPlace ? nowhere : {}),
      waitingOn: request.waitingDays === null ? null : request.waitingOn,
      id,
      serviceId,
      number,
      savedAt: this.clock.now(),
      savedBy: viewer.displayName,
    });
    await this.link(tx, sql`service_version_target_group (version_id, target_group_id)`, id, targetGroupIds);
    await this.link(tx, sql`service_version_municipality (version_id, municipality_id)`, id, catchmentIds);
    if (request.secretPlace) await this.addresses.keep(tx, serviceId, request);
    else await this.addresses.forgetUnlessSecret(tx, serviceId);
  }

  private async link(tx: EntityManager, into: Sql, versionId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await rowsIn(tx, sql`insert into ${into} select ${versionId}::uuid, unnest(${[...ids]}::uuid[])`);
  }

  private async assertComplete(tx: EntityManager, versionId: string): Promise<void> {
    const facts = await oneIn<Parameters<typeof missingFacts>[0]>(
      tx,
      sql`select category_id as "categoryId", field_id as "fieldId", description, secret_place as "secretPlace", city,
                 municipality_id as "municipalityId", phone, mail, website, accessibility,
                 array(select target_group_id::text from service_version_target_group where version_id = it.id) as "targetGroupIds"
          from service_version it where it.id = ${versionId}`,
    );
    const missing = facts ? missingFacts(facts) : [];
    if (missing.length === 0) return;
    throw problem(
      serviceProblems,
      'service-incomplete',
      missing.map(({ path, says }) => ({ path, code: 'missing', detail: says })),
    );
  }

  private async noteConfirmation(
    tx: EntityManager,
    viewer: Viewer,
    serviceId: string,
    versionId: string,
  ): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into service_confirmation (id, service_id, version_id, confirmed_at, confirmed_by)
          values (${newId()}, ${serviceId}, ${versionId}, ${this.clock.now()}, ${viewer.displayName})`,
    );
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}
