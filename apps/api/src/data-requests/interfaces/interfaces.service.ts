import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { dataRequestProblems, type InterfaceView, lastPeriod } from '@runder-tisch/domain/data-requests';
import type { SaveInterface } from '@runder-tisch/domain/data-requests/data-requests-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { folded } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { usesOf } from '../../database/usage';
import { KeptList } from '../../kept-lists/kept-list';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { visibleDataRequests } from '../data-requests-access';
import { topicOf } from '../data-requests-sql';
import { keepVersions } from './interface-versions';
import { InterfaceAgreement } from './interface-agreement.entity';

type Stored = Omit<InterfaceView, 'lastPeriod'>;

/** The interface register: who gives planning what, in which form and rhythm, and what planning gives to whom. */
@Injectable()
export class InterfacesService extends KeptList<InterfaceView, InterfaceAgreement, SaveInterface> {
  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    super(database, { table: 'interface_agreement', entity: InterfaceAgreement, useCase: 'interface' });
  }

  override async list(viewer: Viewer): Promise<Page<InterfaceView>> {
    const page = await super.list(viewer);
    return { ...page, items: page.items.map((row) => this.told(row)) };
  }

  override async find(viewer: Viewer, id: string): Promise<InterfaceView> {
    return this.told(await super.find(viewer, id));
  }

  /**
   * The order in which deliveries are worked on, as it was decided. What is not named stands behind, by its days.
   * @param places each interface once, with the topic its place comes from
   */
  async workOrder(tx: EntityManager, places: readonly WorkPlace[]): Promise<void> {
    await rowsIn(
      tx,
      sql`update interface_agreement it set work_place = wanted.place, work_reason = coalesce(wanted.topic, '')
          from interface_agreement known left join unnest(${places.map((it) => it.agreementId)}::uuid[], ${places.map((it) => it.place)}::int[],
            ${places.map((it) => it.topic)}::text[]) as wanted (id, place, topic) on wanted.id = known.id
          where it.id = known.id and (it.work_place, it.work_reason) is distinct from (wanted.place, coalesce(wanted.topic, ''))`,
    );
  }

  protected override visible(viewer: Viewer): Sql {
    return visibleDataRequests(viewer);
  }

  protected async columns(): Promise<Sql> {
    return sql`it.partner, it.direction, it.rhythm, it.form, it.basis, it.data_class as "dataClass", it.valid_from::text as "validFrom",
      it.days_to_deliver as "daysToDeliver", it.contact, it.mail, it.columns, ${topicOf('it')} as topic,
      (select json_build_object('id', organisation.id, 'name', organisation.name) from organisation
       where organisation.id = it.organisation_id) as organisation,
      (select max(delivery.delivered_at) from data_request_delivery delivery
       join data_request request on request.id = delivery.request_id where request.agreement_id = it.id) as "lastDeliveryAt",
      ${await usesOf(this.database, 'interface_agreement')} as used`;
  }

  /** What was agreed is kept by its days. */
  protected override changed(tx: EntityManager, ids: readonly string[]): Promise<void> {
    return keepVersions(tx, ids);
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      dataRequestProblems,
      {
        interface_agreement_name: ['interface-name-taken', 'name'],
        interface_agreement_organisation_id_fkey: ['interface-unknown-choice', 'organisationId'],
      },
      work,
    );
  }

  private told(row: Stored): InterfaceView {
    const comes = row.direction === 'TO_PLANNING';
    const period = comes ? lastPeriod(row.rhythm, berlinDay(this.clock.now())) : null;
    return { ...row, lastPeriod: period?.label ?? null };
  }
}

export interface WorkPlace {
  agreementId: string;
  place: number;
  topic: string;
}

/** A column that stands there twice could not be told apart in what is delivered. */
export function demandSoundColumns({ columns }: SaveInterface): void {
  const names = columns.map(({ name }) => folded(name).trim());
  if (new Set(names).size < names.length)
    throw problem(dataRequestProblems, 'interface-column-twice', 'columns');
}
