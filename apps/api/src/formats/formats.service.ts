import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type FormatMove, formatMoves, formatProblems, type FormatState } from '@runder-tisch/domain/formats';
import type { BeginFormat, SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { assertPlansFor } from '../networks/networks-access';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { FormatType, ParticipationFormat } from './format.entity';
import { FormatsRepository } from './formats.repository';

@Injectable()
export class FormatsService {
  constructor(
    private readonly database: Database,
    private readonly formats: FormatsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** Starts from the type: phases, material, agenda and invitation text are copied and may be changed. */
  begin(viewer: Viewer, request: BeginFormat): Promise<{ id: string }> {
    return this.database.write(viewer, 'format.begin', async (tx) => {
      const type = await tx.findOneBy(FormatType, { id: request.typeId, active: true });
      if (!type)
        throw problem(generalProblems, 'invalid-input', [
          { path: 'typeId', code: 'unknown', detail: 'Diesen Formattyp gibt es nicht mehr.' },
        ]);
      assertPlansFor(viewer, request.networkId);
      const id = newId();
      await tx.insert(ParticipationFormat, {
        id,
        typeId: type.id,
        title: request.title,
        purpose: '',
        state: 'DRAFT',
        networkId: request.networkId,
        targetGroups: '',
        accessibilityNeeds: '',
        phases: type.phases,
        material: type.material.map((title) => ({ title, ready: false })),
        agenda: type.agenda,
        invitationText: type.invitationText,
        results: [],
        version: 1,
        createdAt: this.clock.now(),
      });
      await this.search.refresh(tx, 'format', [id]);
      return { id };
    });
  }

  change(viewer: Viewer, id: string, version: number, request: SaveFormat): Promise<void> {
    const { fieldIds, ...facts } = request;
    return this.database.write(viewer, 'format.change', async (tx) => {
      const format = await this.formats.toChange(tx, viewer, id);
      if (format.state === 'FED_BACK' || format.state === 'CANCELLED')
        throw problem(formatProblems, 'format-already-ended');
      if (facts.networkId !== format.networkId) assertPlansFor(viewer, facts.networkId);
      await updateVersioned(tx, ParticipationFormat, id, version, facts);
      await this.formats.replaceFields(tx, id, fieldIds);
      await this.search.refresh(tx, 'format', [id]);
    });
  }

  move(viewer: Viewer, id: string, version: number, move: FormatMove): Promise<void> {
    return this.database.write(viewer, `format.${move}`, async (tx) => {
      const format = await this.formats.toChange(tx, viewer, id);
      const { to, refusal } = formatMoves.next(format.state, move, format);
      if (refusal) throw refused(formatProblems, refusal);
      await updateVersioned(tx, ParticipationFormat, id, version, { state: to });
    });
  }

  /**
   * Called when a return message about this format went out, by mail or by being published.
   * @param openUntil day until which open items are still examined, null: all are closed
   * @param unreached addresses of participants no mailed letter has reached
   */
  async returned(
    tx: EntityManager,
    { id, openUntil, unreached }: { id: string; openUntil: string | null; unreached: number },
  ): Promise<FormatBefore> {
    const [before] = await rowsIn<FormatBefore>(
      tx,
      sql`select id, state, returned_at::text as "returnedAt", unreached, in_review_until::text as "inReviewUntil"
          from participation_format where id = ${id} for update`,
    );
    if (!before) throw problem(generalProblems, 'not-found');
    const now = this.clock.now();
    const { to } = formatMoves.next(before.state, 'feed-back', { returnedAt: now, unreached });
    await rowsIn(
      tx,
      sql`update participation_format set returned_at = ${now}, unreached = ${unreached}, in_review_until = ${openUntil}::date,
            state = ${to ?? before.state}, version = version + 1
          where id = ${id}`,
    );
    return before;
  }

  /** As if the letter had not been sent. */
  async notReturned(tx: EntityManager, before: FormatBefore): Promise<void> {
    await rowsIn(
      tx,
      sql`update participation_format set returned_at = ${before.returnedAt}::timestamptz, unreached = ${before.unreached}, in_review_until = ${before.inReviewUntil}::date,
            state = case when state = 'FED_BACK' then ${before.state} else state end, version = version + 1
          where id = ${before.id}`,
    );
  }
}

/** Of a format before a letter reported back on it. */
export interface FormatBefore {
  id: string;
  state: FormatState;
  returnedAt: string | null;
  unreached: number;
  inReviewUntil: string | null;
}
