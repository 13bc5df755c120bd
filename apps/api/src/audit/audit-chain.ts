import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Database } from '../database/database';
import { auditHash, auditTexts } from '../database/objects/audit';

export type AuditFindingKind =
  | 'changed'
  | 'event-missing'
  | 'seal-missing'
  | 'unsealed'
  | 'out-of-time'
  | 'value-changed'
  | 'value-foreign'
  | 'against-anchor'
  | 'cut-off';

/** A place at which the audit is not what it was. */
export interface AuditFinding {
  kind: AuditFindingKind;
  /** Place in the chain; null where it has none. */
  position: number | null;
  eventId: number | null;
}

export interface ChainState {
  /** Events under seal. */
  sealed: number;
  /** Committed events not sealed yet. */
  waiting: number;
  /** Nothing: the chain is whole. At most FINDINGS_MOST. */
  findings: readonly AuditFinding[];
  /** Hash of the newest seal: kept outside, it proves that no tail was cut off. */
  head: string;
}

export interface Anchor {
  position: number;
  hash: string;
}

interface SealedRow {
  position: string;
  eventId: string;
  hash: string;
  at: Date | null;
  text: string | null;
  values: boolean;
}

const SEAL_AT_ONCE = 1000;
const READ_AT_ONCE = 5000;
const FINDINGS_MOST = 100;
const GENESIS = '0'.repeat(64);
const MINUTE = 60_000;
/** So long at most may a transaction take whose events are sealed after later ones. */
const LATE_MS = 60 * MINUTE;
/** Where the hour would name somebody, an event holds the day: as much later it may be sealed. */
const DAY_ONLY_MS = 25 * 60 * MINUTE;

const text = raw(`case form when 1 then ${auditTexts[1]} else ${auditTexts[2]} end`);

/** A value in clear that is not the one whose hash stands in its event; an erased one has no row any more. */
const changedValue = raw(`exists (
  select from audit_value value where value.event_id = event.id and (event.changes -> value.column_name is null
    or event.changes -> value.column_name ->> 0 is distinct from ${auditHash('value.salt', 'value.before_value')}
    or event.changes -> value.column_name ->> 1 is distinct from ${auditHash('value.salt', 'value.after_value')}))`);

/** Chains committed events behind the writers' backs; they never wait for it. */
@Injectable()
export class AuditChain {
  constructor(private readonly database: Database) {}

  /** Seals what was committed since the last call; answers how many events. */
  async seal(): Promise<number> {
    const due = await this.database.one(sql`
      select 1 from audit_seal_mark where settled_id < (select max(id) from audit_event)`);
    if (!due) return 0;
    const done = await this.database.one<{ sealed: number }>(
      sql`select audit_seal_next(${SEAL_AT_ONCE}) as sealed`,
    );
    return done?.sealed ?? 0;
  }

  /** Position and hash of the newest seal; null before the first. */
  async newest(): Promise<Anchor | null> {
    while ((await this.seal()) === SEAL_AT_ONCE);
    const newest = await this.database.one<{ position: string; hash: string }>(
      sql`select position, hash from audit_seal order by position desc limit 1`,
    );
    return newest ? { position: Number(newest.position), hash: newest.hash } : null;
  }

  /** Reads the whole chain again, against anchors kept here and outside, and names each place that was tampered with. */
  async verify(outside: readonly Anchor[] = []): Promise<ChainState> {
    const findings: AuditFinding[] = [];
    const found = (kind: AuditFindingKind, position: number | null, eventId: number | null = null): void => {
      if (findings.length < FINDINGS_MOST) findings.push({ kind, position, eventId });
    };
    const anchors = [...outside, ...(await this.anchors())];
    const { sealed, head } = await this.readChain(anchors, found);
    for (const { position } of anchors) if (position > sealed) found('cut-off', sealed + 1);
    for (const { eventId } of await this.unsealedPast()) found('unsealed', null, Number(eventId));
    for (const { eventId } of await this.valuesWithoutEvent()) found('value-foreign', null, Number(eventId));
    const waiting = await this.database.one<{ count: number }>(sql`
      select count(*)::int as count from audit_event event
      where id > (select settled_id from audit_seal_mark)
        and not exists (select 1 from audit_seal where audit_seal.event_id = event.id)`);
    return { sealed, waiting: waiting?.count ?? 0, findings, head };
  }

  private async readChain(
    anchors: readonly Anchor[],
    found: (kind: AuditFindingKind, position: number, eventId?: number) => void,
  ): Promise<{ sealed: number; head: string }> {
    let [previous, position, time] = [GENESIS, 0, 0];
    for (;;) {
      const rows = await this.database.rows<SealedRow>(sql`
        select position, event_id as "eventId", hash, event.at,
          case when event.id is not null then ${text} end as text, ${changedValue} as "values"
        from audit_seal left join audit_event event on event.id = audit_seal.event_id
        where position > ${position} order by position limit ${READ_AT_ONCE}`);
      for (const row of rows) {
        const here = Number(row.position);
        const event = Number(row.eventId);
        if (here !== position + 1) found('seal-missing', position + 1);
        if (row.text === null) found('event-missing', here, event);
        else if (chained(previous, row.text) !== row.hash) found('changed', here, event);
        if (row.values) found('value-changed', here, event);
        if (row.at && time - row.at.getTime() > (isDay(row.at) ? DAY_ONLY_MS : LATE_MS))
          found('out-of-time', here, event);
        if (anchors.some((anchor) => anchor.position === here && anchor.hash !== row.hash))
          found('against-anchor', here, event);
        [previous, position, time] = [row.hash, here, row.at?.getTime() ?? time];
      }
      if (rows.length < READ_AT_ONCE) return { sealed: position, head: previous };
    }
  }

  private async anchors(): Promise<Anchor[]> {
    const rows = await this.database.rows<{ position: string; hash: string }>(
      sql`select position, hash from audit_anchor order by day`,
    );
    return rows.map(({ position, hash }) => ({ position: Number(position), hash }));
  }

  /** Nothing may come any more before the mark, so whatever stands there without a seal was put in. */
  private unsealedPast(): Promise<{ eventId: string }[]> {
    return this.database.rows(sql`
      select id as "eventId" from audit_event event where id <= (select settled_id from audit_seal_mark)
        and not exists (select from audit_seal where audit_seal.event_id = event.id) order by id limit ${FINDINGS_MOST}`);
  }

  private valuesWithoutEvent(): Promise<{ eventId: string }[]> {
    return this.database.rows(sql`
      select distinct event_id as "eventId" from audit_value value
      where not exists (select from audit_event where audit_event.id = value.event_id) order by 1 limit ${FINDINGS_MOST}`);
  }
}

function chained(previous: string, text: string): string {
  return createHash('sha256').update(previous).update('\n').update(text).digest('hex');
}

function isDay(at: Date): boolean {
  return at.getTime() % (30 * MINUTE) === 0;
}

const places: Record<AuditFindingKind, string> = {
  changed: 'wurde das Ereignis oder sein Siegel geändert',
  'event-missing': 'fehlt das Ereignis',
  'seal-missing': 'fehlt ein Siegel',
  unsealed: 'wurde nachträglich ein Ereignis eingefügt, ohne Siegel',
  'out-of-time':
    'steht ein Ereignis aus früherer Zeit: Es wurde später eingefügt, oder die Uhr des Servers ging falsch',
  'value-changed': 'steht ein Wert, der nicht zu seiner Prüfsumme passt',
  'value-foreign': 'steht ein Wert ohne Ereignis',
  'against-anchor': 'steht ein anderes Siegel als in einem früheren Anker',
  'cut-off': 'ist das Ende abgeschnitten: Ein früherer Anker reicht weiter',
};

/** A finding as a sentence for administrators. */
export function findingSays({ kind, position, eventId }: AuditFinding): string {
  const place = [
    position === null ? '' : `An Stelle ${position}`,
    eventId === null ? '' : position === null ? `Bei Ereignis ${eventId}` : ` (Ereignis ${eventId})`,
  ].join('');
  return `${place} ${places[kind]}.`;
}
