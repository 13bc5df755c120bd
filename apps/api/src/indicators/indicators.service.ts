import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { indicatorProblems } from '@runder-tisch/domain/indicators';
import { unitFacts } from '@runder-tisch/domain/indicators/catalogue';
import type {
  CreateIndicator,
  FileIndicator,
  SaveIndicatorVersion,
} from '@runder-tisch/domain/indicators/indicators-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { Indicator, IndicatorVersion } from './indicator.entity';
import { IndicatorsRepository } from './indicators.repository';

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    private readonly repository: IndicatorsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: CreateIndicator): Promise<{ id: string }> {
    const { code, fieldId, infrastructure, ...definition } = request;
    return onConflict(indicatorProblems, { indicator_code_key: ['indicator-code-taken', 'code'] }, () =>
      this.database.write(viewer, 'indicator.create', async (tx) => {
        const [id, currentVersionId] = [newId(), newId()];
        const filed = { code, fieldId, homeField: '', infrastructure, active: true };
        await tx.insert(Indicator, { ...filed, id, currentVersionId, version: 1 });
        await this.insertVersion(
          tx,
          viewer,
          { id: currentVersionId, indicatorId: id, number: 1 },
          definition,
        );
        await this.search.refresh(tx, 'indicator', [id]);
        return { id };
      }),
    );
  }

  /** Another definition is another version: what was recorded stays with the one it was recorded for. */
  redefine(viewer: Viewer, id: string, version: number, request: SaveIndicatorVersion): Promise<void> {
    return this.database.write(viewer, 'indicator.redefine', async (tx) => {
      const { currentVersionId } = await this.repository.toChange(tx, viewer, id);
      const current = await tx.findOneByOrFail(IndicatorVersion, { id: currentVersionId });
      if (isSame(current, request)) throw problem(indicatorProblems, 'indicator-nothing-changed');
      const newest = await oneIn<{ number: number }>(
        tx,
        sql`select max(number) as number from indicator_version where indicator_id = ${id}`,
      );
      const versionId = newId();
      const number = (newest?.number ?? 0) + 1;
      await this.insertVersion(tx, viewer, { id: versionId, indicatorId: id, number }, request);
      // A draft stands beside what is published, and takes the place of another draft.
      const takesOver = request.published || current.state === 'DRAFT';
      await updateVersioned(tx, Indicator, id, version, takesOver ? { currentVersionId: versionId } : {});
      await this.search.refresh(tx, 'indicator', [id]);
    });
  }

  file(viewer: Viewer, id: string, version: number, request: FileIndicator): Promise<void> {
    return this.database.write(viewer, 'indicator.file', async (tx) => {
      await this.repository.toChange(tx, viewer, id);
      await updateVersioned(tx, Indicator, id, version, request);
      await this.search.refresh(tx, 'indicator', [id]);
    });
  }

  private async insertVersion(
    tx: EntityManager,
    viewer: Viewer,
    place: { id: string; indicatorId: string; number: number },
    { published, ...definition }: SaveIndicatorVersion,
  ): Promise<void> {
    if (published && !definition.definition.trim())
      throw problem(indicatorProblems, 'indicator-needs-definition', 'definition');
    if (published && !definition.sourceId)
      throw problem(indicatorProblems, 'indicator-needs-source', 'sourceId');
    const unit = unitFacts[definition.unit];
    if (!unit.kinds.includes(definition.kind))
      throw problem(indicatorProblems, 'indicator-unit-does-not-fit', 'unit');
    if (definition.kind === 'RATE' && !definition.denominator.trim())
      throw problem(indicatorProblems, 'indicator-needs-denominator', 'denominator');
    await tx.insert(IndicatorVersion, {
      ...definition,
      ...place,
      factor: unit.factor,
      rateKind: definition.kind === 'RATE' ? definition.rateKind : 'PLAIN',
      state: published ? 'PUBLISHED' : 'DRAFT',
      changedBy: viewer.displayName,
      changedAt: this.clock.now(),
    });
  }
}

/** What a definition says; why it was changed is no part of it. */
const told = [
  'name',
  'definition',
  'numerator',
  'denominator',
  'unit',
  'kind',
  'rateKind',
  'periodKind',
  'periodNote',
  'sourceId',
  'tableCode',
  'direction',
  'disclosureRule',
] as const;

function isSame(current: IndicatorVersion, request: SaveIndicatorVersion): boolean {
  return (
    told.every((column) => current[column] === request[column]) &&
    (current.state === 'PUBLISHED') === request.published &&
    current.levels.toSorted().join() === request.levels.toSorted().join()
  );
}
