import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hiddenSentence, type Release, type Solver, type Zeros } from '@runder-tisch/domain/disclosure';
import type { DisclosureRule } from '@runder-tisch/domain/indicators/catalogue';
import { decideRelease, type Figure, type FigureKind } from '@runder-tisch/domain/indicators/releases';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { loadSolver } from '../../disclosure/solver';
import { Jobs } from '../../jobs/jobs';
import { log } from '../../log';
import { contributionsOf } from './contributions';
import { type KnownFigure, knownFigures } from './known-figures';
import { indicatorLinks, linkedFigures } from './linked-figures';

const SECOND = 1000;
/** The solver does not let go of its process; this is longer than any release takes. */
const LEASE_MS = 600 * SECOND;
const ATTEMPTS = 2;

interface Claimed extends FigureKind {
  id: string;
  indicatorId: string;
  versionId: string;
  firstDay: string | null;
  lastDay: string | null;
  rule: DisclosureRule;
  zeros: Zeros;
  wanted: string[];
  attempts: number;
  contributorsConfirmed: boolean;
}

/** Whether and how prepared releases may come out, found in the worker: the solver keeps its process busy. */
@Injectable()
export class FigureReleaseCheck implements OnModuleInit {
  private solver: Promise<Solver> | undefined;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.whenWaiting(
      'figure-releases',
      (now) =>
        sql`exists (select 1 from figure_release where state = 'CHECKING' and (lease_until is null or lease_until < ${now}))`,
      () => this.runDue(),
    );
  }

  /** Does what waits, one release after the other; answers how many. */
  async runDue(): Promise<number> {
    for (let count = 0; ; count += 1) {
      const lease = newId();
      const claimed = await this.claim(lease);
      if (!claimed) return count;
      await this.check(claimed, lease);
    }
  }

  private claim(lease: string): Promise<Claimed | undefined> {
    const now = this.clock.now();
    return this.database.write(systemViewer, 'figure-release.claim', async (tx) => {
      const [claimed] = await rowsIn<Claimed>(
        tx,
        sql`with due as (
              select id from figure_release where state = 'CHECKING' and (lease_until is null or lease_until < ${now})
              order by created_at limit 1 for update skip locked)
            update figure_release it set lease = ${lease}, lease_until = ${new Date(now.getTime() + LEASE_MS)}, attempts = attempts + 1
            from due, indicator_version told where it.id = due.id and told.id = it.version_id
            returning it.id, it.indicator_id as "indicatorId", it.version_id as "versionId", it.first_day::text as "firstDay",
              it.last_day::text as "lastDay", it.rule, it.zeros, it.wanted, it.attempts, it.contributors_confirmed_by <> '' as "contributorsConfirmed", told.kind, told.rate_kind as "rateKind"`,
      );
      return claimed;
    });
  }

  private async check(claimed: Claimed, lease: string): Promise<void> {
    if (claimed.attempts > ATTEMPTS) return this.refuse(claimed, lease, TOO_MUCH);
    try {
      await this.decide(claimed, lease);
    } catch (error) {
      // Its message may name numbers; the log gets none.
      log.error({ figureRelease: claimed.id, name: (error as Error).name }, 'release of figures not checked');
      await this.refuse(claimed, lease, TOO_MUCH);
    }
  }

  private async decide(claimed: Claimed, lease: string): Promise<void> {
    const now = this.clock.now();
    const { known, links, others, earlier, contributions } = await this.database.read(async (tx) => {
      const links = await indicatorLinks(tx, claimed.indicatorId);
      return {
        known: await knownFigures(tx, claimed),
        links,
        others: await linkedFigures(tx, links),
        earlier: await this.earlier(tx, [claimed.indicatorId, ...links.linkedIds]),
        contributions: claimed.rule === 'R4' ? await contributionsOf(tx, claimed.indicatorId) : new Map(),
      };
    });
    const own = links.definitions.find(({ versionId }) => versionId === claimed.versionId);
    if (!own) throw new Error('A release without its definition');
    const figures = known.filter(({ fresh }) => fresh).map(({ figure }) => figure);
    const decided = decideRelease(
      {
        ...claimed,
        ...factsOf(known),
        wanted: new Set(claimed.wanted),
        earlier,
        links: { own, others, ...links },
        contributions,
      },
      await this.solve(),
    );
    if (decided.refused !== null) return this.refuse(claimed, lease, decided.refused);
    const pattern = JSON.stringify(decided.tables);
    const cells = known
      .filter(({ fresh }) => fresh)
      .map(({ figure, areaName }, position) => {
        const because = decided.hidden.get(figure.id) ?? null;
        return { id: figure.id, position, areaName, because, value: because ? null : figure.value };
      });
    await this.database.write(systemViewer, 'figure-release.checked', async (tx) => {
      await rowsIn(tx, sql`delete from figure_release_cell where release_id = ${claimed.id}`);
      await rowsIn(
        tx,
        sql`insert into figure_release_cell (release_id, observation_id, position, area_name, because, value)
            select ${claimed.id}, id, position, "areaName", because, value
            from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as it (id uuid, position integer, "areaName" text, because text, value numeric)`,
      );
      await rowsIn(
        tx,
        sql`update figure_release set state = 'READY', pattern = ${pattern}::jsonb, pattern_sha256 = ${createHash('sha256').update(pattern).digest('hex')},
              cells = ${figures.length}, hidden = ${decided.hidden.size}, checked_at = ${now}, lease = null, lease_until = null, version = version + 1
            where id = ${claimed.id} and state = 'CHECKING' and lease = ${lease}`,
      );
    });
    log.info(
      { figureRelease: claimed.id, says: hiddenSentence(decided.hidden.size, figures.length) },
      'release of figures checked',
    );
  }

  /** All that ever came out of these indicators: also what was taken back, for it stays known. */
  private async earlier(tx: EntityManager, indicatorIds: readonly string[]): Promise<Release[]> {
    const rows = await rowsIn<{ pattern: Release }>(
      tx,
      sql`select pattern from figure_release where indicator_id = any(${indicatorIds}::uuid[]) and released_at is not null order by released_at, number`,
    );
    return rows.map(({ pattern }) => pattern);
  }

  private async refuse(claimed: Claimed, lease: string, says: string): Promise<void> {
    await this.database.write(systemViewer, 'figure-release.refused', (tx) =>
      rowsIn(
        tx,
        sql`update figure_release set state = 'REFUSED', refusal = ${says}, checked_at = ${this.clock.now()}, lease = null, lease_until = null,
              version = version + 1
            where id = ${claimed.id} and state = 'CHECKING' and lease = ${lease}`,
      ),
    );
  }

  private solve(): Promise<Solver> {
    return (this.solver ??= loadSolver());
  }
}

const TOO_MUCH =
  'Die Prüfung ist nicht zu Ende gekommen. Bitte geben Sie weniger Zeiträume auf einmal frei, oder sagen Sie der Administration Bescheid.';

function factsOf(known: readonly KnownFigure[]) {
  const idsOf = (condition: (it: KnownFigure) => boolean): Set<string> =>
    new Set(known.filter(condition).map(({ figure }) => figure.id));
  const figuresOf = (condition: (it: KnownFigure) => boolean): Figure[] =>
    known.filter(condition).map(({ figure }) => figure);
  return {
    fresh: figuresOf(({ fresh }) => fresh),
    standing: figuresOf(({ fresh, current }) => !fresh && current),
    hiddenBefore: idsOf(({ before }) => before === 'HIDDEN'),
    shownBefore: idsOf(({ before }) => before === 'SHOWN'),
    names: new Map(
      known.flatMap(({ figure }) =>
        ['', ' Zähler', ' Nenner', ' Rest'].map((what) => [`${figure.id}${what}`, figure.name] as const),
      ),
    ),
  };
}
