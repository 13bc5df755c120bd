import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  actorLimits,
  actorProblems,
  type MergeField,
  type MergePreview,
  organisationTypeLabels,
  type OrganisationType,
} from '@runder-tisch/domain/actors';
import type { MergeActors } from '@runder-tisch/domain/actors/actors-requests';
import type { MergeRunView, MergeUndoView } from '@runder-tisch/domain/merge';
import { formatDate } from '@runder-tisch/domain/time';
import { generalProblems } from '@runder-tisch/domain/problem';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { personNameOf } from '../database/person-name';
import { rowsIn } from '../database/rows';
import { Merge } from '../merge/merge';
import type { MergeLog } from '../merge/merge-log';
import { MergeRuns } from '../merge/merge-runs';
import type { Substitute } from '../merge/merge-undo';
import type { MergedKind } from '../merge/references';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { visibleOrganisations, visiblePeople } from './actors-access';

type Row = Record<string, string | boolean | null> & { id: string; name: string; version: number & string };

interface Field {
  key: string;
  label: string;
  words?: (value: string) => string;
}

const yesNo = (value: string): string => (value === 'true' ? 'ja' : 'nein');
const day = (value: string): string => (value === '' ? '' : formatDate(value));

/** What somebody may choose between, by column. */
const fields: Record<MergedKind, readonly Field[]> = {
  organisation: [
    { key: 'name', label: 'Name' },
    { key: 'short_name', label: 'Kurzname' },
    { key: 'type', label: 'Art', words: (value) => organisationTypeLabels[value as OrganisationType] },
    { key: 'function_mailbox', label: 'Funktionspostfach' },
    { key: 'phone', label: 'Telefon' },
    { key: 'website', label: 'Webseite' },
    { key: 'street', label: 'Straße und Hausnummer' },
    { key: 'postal_code', label: 'Postleitzahl' },
    { key: 'city', label: 'Ort' },
    { key: 'municipality_id', label: 'Gemeinde' },
    { key: 'recognised_youth_welfare', label: 'Anerkannt nach § 75 SGB VIII', words: yesNo },
    { key: 'active', label: 'Aktiv', words: yesNo },
    { key: 'note', label: 'Notiz' },
  ],
  person: [
    { key: 'salutation', label: 'Anrede' },
    { key: 'title', label: 'Titel' },
    { key: 'given_name', label: 'Vorname' },
    { key: 'family_name', label: 'Nachname' },
    { key: 'mail', label: 'Mailadresse' },
    { key: 'phone', label: 'Telefon' },
    { key: 'contact_public', label: 'Kontakt darf veröffentlicht werden', words: yesNo },
    { key: 'consent_given_on', label: 'Einwilligung vom', words: day },
    { key: 'consent_note', label: 'Vermerk zur Einwilligung' },
    { key: 'valid_until', label: 'Angaben gelten bis', words: day },
    { key: 'note', label: 'Notiz' },
  ],
};

/** What stands in an entry that comes back where its own value belongs to somebody else by now. */
const substitutes: Record<MergedKind, (name: string) => Substitute> = {
  person: () => ({
    values: { mail: '' },
    says: 'ohne Mailadresse: Sie steht inzwischen bei jemand anderem',
  }),
  organisation: (name) => ({
    values: { name: `${name} (wiederhergestellt)` },
    says: 'mit Zusatz im Namen: Eine andere Organisation heißt inzwischen so',
  }),
};

/** Duplicates become one: which values stay is chosen field by field, every link moves. */
@Injectable()
export class MergeActorsService {
  constructor(
    private readonly database: Database,
    private readonly merge: Merge,
    private readonly runs: MergeRuns,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  async preview(viewer: Viewer, kind: MergedKind, stays: string, goes: string): Promise<MergePreview> {
    if (stays === goes) throw problem(actorProblems, 'merge-with-itself');
    const rows = await this.database.rows<Row>(
      sql`${this.select(kind, [stays, goes])} and ${visible(viewer, kind)}`,
    );
    const one = rows.find((row) => row.id === stays);
    const other = rows.find((row) => row.id === goes);
    if (!one || !other) throw problem(generalProblems, 'not-found');
    const accounts =
      kind === 'person' ? await this.database.rows<{ active: boolean }>(accountsOf(stays, goes)) : [];
    const bothActive = accounts.filter((it) => it.active).length > 1;
    return {
      stays: named(one),
      goes: named(other),
      fields: fields[kind].flatMap((field) => compared(field, one, other)),
      moves: await this.merge.preview(kind, goes),
      joins: await this.merge.previewJoins(viewer, { kind, gone: goes, stays }),
      blocked: bothActive ? actorProblems['merge-two-accounts'].says : null,
    };
  }

  async unite(
    viewer: Viewer,
    kind: MergedKind,
    stays: string,
    version: number,
    { otherId, otherVersion, take }: MergeActors,
  ): Promise<void> {
    if (stays === otherId) throw problem(actorProblems, 'merge-with-itself');
    if (take.some((key) => !fields[kind].some((field) => field.key === key)))
      throw problem(generalProblems, 'invalid-input', [{ path: 'take', code: 'field' }]);
    await this.database.write(viewer, `${kind}.merge`, async (tx) => {
      const pair = { kind, gone: otherId, stays };
      await this.merge.prepare(tx, pair);
      const rows = await rowsIn<Row>(
        tx,
        sql`${this.select(kind, [stays, otherId])} and ${visible(viewer, kind)} order by it.id for update of it`,
      );
      const one = rows.find((row) => row.id === stays);
      const other = rows.find((row) => row.id === otherId);
      if (!one || !other) throw problem(generalProblems, 'not-found');
      if (Number(one.version) !== version || Number(other.version) !== otherVersion)
        throw problem(generalProblems, 'stale-version');
      await this.merge.unite(tx, viewer, pair, {
        goneName: String(other['shown']),
        ...(kind === 'person' ? { before: (log) => this.oneAccount(tx, log, stays, otherId) } : {}),
        values: (log) => this.keepValues(log, kind, one, other, take),
      });
      if (kind === 'organisation') await this.refreshPeople(tx, [stays]);
    });
  }

  /** Merges into this one that can still be taken back. */
  async merges(viewer: Viewer, kind: MergedKind, id: string): Promise<MergeRunView[]> {
    await this.database.found(sql`${this.select(kind, [id])} and ${visible(viewer, kind)}`);
    return this.runs.into(kind, id);
  }

  async undo(viewer: Viewer, kind: MergedKind, survivorId: string, runId: string): Promise<MergeUndoView> {
    return this.database.write(viewer, `${kind}.merge-undo`, async (tx) => {
      const [survivor] = await rowsIn<Row>(
        tx,
        sql`${this.select(kind, [survivorId])} and ${visible(viewer, kind)} for update of it`,
      );
      if (!survivor) throw problem(generalProblems, 'not-found');
      const view = await this.runs.undo(tx, viewer, { kind, survivorId, runId }, (name) => ({
        substitute: substitutes[kind](name),
        labels: Object.fromEntries(fields[kind].map(({ key, label }) => [key, label])),
      }));
      if (kind === 'organisation') await this.refreshPeople(tx, [survivorId, view.id]);
      return view;
    });
  }

  /** Somebody looked at both: they are two, and nobody is asked again. */
  async noteDistinct(viewer: Viewer, kind: MergedKind, id: string, otherId: string): Promise<void> {
    if (id === otherId) throw problem(actorProblems, 'merge-with-itself');
    await this.database.write(viewer, `${kind}.distinct`, async (tx) => {
      await this.assertBoth(tx, viewer, kind, [id, otherId]);
      const [one, other] = [id, otherId].map((it) => it.toLowerCase()).sort();
      await rowsIn(
        tx,
        sql`insert into distinct_pair (kind, one_id, other_id, noted_by, noted_at)
            values (${kind}, ${one}, ${other}, ${viewer.displayName}, ${this.clock.now()}) on conflict do nothing`,
      );
    });
  }

  async forgetDistinct(viewer: Viewer, kind: MergedKind, id: string, otherId: string): Promise<void> {
    await this.database.write(viewer, `${kind}.distinct-undo`, async (tx) => {
      await this.assertBoth(tx, viewer, kind, [id, otherId]);
      await rowsIn(
        tx,
        sql`delete from distinct_pair where kind = ${kind} and one_id in (${id}, ${otherId}) and other_id in (${id}, ${otherId})`,
      );
    });
  }

  private async assertBoth(
    tx: EntityManager,
    viewer: Viewer,
    kind: MergedKind,
    ids: readonly string[],
  ): Promise<void> {
    const rows = await rowsIn(tx, sql`${this.select(kind, ids)} and ${visible(viewer, kind)}`);
    if (rows.length !== 2) throw problem(generalProblems, 'not-found');
  }

  /** A human signs in with one account; one that was switched off lets go of the person. */
  private async oneAccount(tx: EntityManager, log: MergeLog, stays: string, goes: string): Promise<void> {
    const accounts = await rowsIn<{ id: string; active: boolean; personId: string }>(
      tx,
      accountsOf(stays, goes),
    );
    if (accounts.length < 2) return;
    if (accounts.every((it) => it.active)) throw problem(actorProblems, 'merge-two-accounts');
    const free =
      accounts.find((it) => !it.active && it.personId === goes) ?? accounts.find((it) => !it.active);
    await log.change('account', { person_id: sql`null` }, sql`it.id = ${free?.id ?? null}::uuid`);
  }

  private async keepValues(
    log: MergeLog,
    kind: MergedKind,
    one: Row,
    other: Row,
    take: readonly string[],
  ): Promise<void> {
    const values: Record<string, unknown> = Object.fromEntries(take.map((key) => [key, other[key] ?? null]));
    const left = take.includes('mail') ? one['mail'] : other['mail'];
    const kept = take.includes('mail') ? other['mail'] : one['mail'];
    if (kind === 'person' && left && kept && String(left).toLowerCase() !== String(kept).toLowerCase()) {
      const note = take.includes('note') ? other['note'] : one['note'];
      values['note'] = [note, `Weitere Mailadresse: ${String(left)}`]
        .filter(Boolean)
        .join('\n')
        .slice(0, actorLimits.note);
    }
    const chosen = JSON.stringify(values);
    const set = Object.keys(values).map((key): [string, Sql] => [
      key,
      sql`(select chosen.${raw(key)} from jsonb_populate_record(null::${raw(kind)}, ${chosen}::jsonb) chosen)`,
    ]);
    // Its version rises in any case, so that an open form does not save over it.
    const own = set.length > 0 ? Object.fromEntries(set) : { note: sql`it.note` };
    await log.change(kind, own, sql`it.id = ${one.id}::uuid`);
  }

  /** People are found by the organisations they speak for. */
  private async refreshPeople(tx: EntityManager, organisationIds: readonly string[]): Promise<void> {
    const people = await rowsIn<{ id: string }>(
      tx,
      sql`select distinct person_id as id from representation where organisation_id = any(${[...organisationIds]}::uuid[])`,
    );
    await this.search.refresh(
      tx,
      'person',
      people.map((it) => it.id),
    );
  }

  private select(kind: MergedKind, ids: readonly string[]): Sql {
    const columns = fields[kind].map(({ key }) => `it.${key}::text as ${key}`).join(', ');
    const name = kind === 'organisation' ? sql`it.name` : personNameOf('it');
    const municipality =
      kind === 'organisation'
        ? `(select municipality.name from municipality where municipality.id = it.municipality_id)`
        : 'null';
    return sql`select it.id, it.version, ${raw(columns)}, ${name} as shown, ${raw(municipality)} as municipality
      from ${raw(kind)} it where it.id = any(${[...ids]}::uuid[])`;
  }
}

function visible(viewer: Viewer, kind: MergedKind): Sql {
  if (!hasRole(viewer, 'admin', 'planner', 'coordinator')) return sql`false`;
  return kind === 'person' ? visiblePeople(viewer) : visibleOrganisations(viewer);
}

function accountsOf(stays: string, goes: string): Sql {
  return sql`select id, person_id as "personId", disabled_at is null as active from account
    where person_id in (${stays}, ${goes}) order by id for update`;
}

function named(row: Row): MergePreview['stays'] {
  return { id: row.id, name: String(row['shown']), version: Number(row.version) };
}

/** Fields that say something different; what only one of them knows is suggested to stay. */
function compared({ key, label, words }: Field, one: Row, other: Row): MergeField[] {
  const raws = [one[key] ?? '', other[key] ?? ''].map(String);
  const [here = '', there = ''] = raws;
  if (here === there) return [];
  const shown = (row: Row, value: string): string => {
    if (key === 'municipality_id') return String(row['municipality'] ?? '');
    return words ? words(value) : value;
  };
  return [{ key, label, stays: shown(one, here), goes: shown(other, there), suggested: here === '' }];
}
