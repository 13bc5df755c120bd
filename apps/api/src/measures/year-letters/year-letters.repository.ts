import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { wholeList, type Page } from '@runder-tisch/domain/lists';
import {
  defaultIntroduction,
  type LetterAddress,
  type LetterYearRow,
  type LetterYearView,
  type OwnYearLetter,
  type YearLetterView,
} from '@runder-tisch/domain/measures/year-letters';
import { recallSeconds } from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import type { LetterRecipient } from './year-letter-facts';
import {
  findingIdsOfHint,
  lastLetter,
  letterAddresses,
  recommendationIdsOf,
  saidAsOrganisation,
} from './year-letter-sql';
import { visibleYearLetters } from './year-letters-access';

type StoredRow = Omit<LetterYearRow, 'to'> & { to: LetterRecipient[] };
export type StoredLetter = Omit<YearLetterView, 'sentAt'> & {
  sentAt: Date;
  countyName: string;
  address: string[];
};

export type KeptLetter = Pick<StoredLetter, 'document' | 'address' | 'countyName' | 'sentAt'> & {
  organisationId: string;
};

@Injectable()
export class YearLettersRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every organisation that spoke in a year, with where its Hinweise stand and what was sent. */
  async year(year: number): Promise<LetterYearView> {
    const now = this.clock.now();
    const found = await this.database.found<{
      version: number;
      introduction: string | null;
      rows: StoredRow[];
      waiting: number;
      firstSentAt: Date | null;
    }>(sql`
      with said as materialized (
             select it.organisation_id, it.state, array(select found.id from (${findingIdsOfHint}) found) as finding_ids
             from feedback it where ${saidAsOrganisation(year)}),
           counted as (
             select organisation_id, count(*)::int as total,
                    count(*) filter (where state in ('DECIDED', 'ANSWERED', 'ARCHIVED'))::int as answered,
                    count(*) filter (where exists (select 1 from (${recommendationIdsOf(sql`select unnest(said.finding_ids)`)}) next
                      join recommendation final on final.id = next.id where final.state <> 'SUBMITTED'))::int as decided,
                    count(*) filter (where state not in ('DECIDED', 'ANSWERED', 'ARCHIVED', 'REJECTED') and cardinality(finding_ids) = 0)::int as silent
             from said group by 1),
           waiting as (
             select coalesce(sum(jsonb_array_length(recipients)), 0)::int as mails, min(sent_at) as first
             from year_letter where year = ${year} and sent_at > ${this.recallableSince(now)})
      select coalesce((select version from letter_year where letter_year.year = ${year}), 0) as version,
             (select introduction from letter_year where letter_year.year = ${year}) as introduction,
             waiting.mails as waiting, waiting.first as "firstSentAt",
             coalesce((select json_agg(json_build_object('id', organisation.id, 'name', organisation.name, 'total', counted.total,
                 'answered', counted.answered, 'decided', counted.decided, 'silent', counted.silent, 'to', ${letterAddresses(berlinDay(now))},
                 'hasPostalAddress', trim(organisation.street) <> '' and trim(organisation.city) <> '',
                 'words', coalesce(letter_words.words, ''), 'sent', ${lastLetter(year)})
                 order by organisation.name collate "de-x-icu", organisation.id)
               from counted join organisation on organisation.id = counted.organisation_id
                 left join letter_words on letter_words.organisation_id = organisation.id and letter_words.year = ${year}), '[]') as rows
      from waiting`);
    const { version, introduction, rows, waiting, firstSentAt } = found;
    return {
      year,
      version,
      introduction: introduction ?? defaultIntroduction(year),
      rows: rows.map((row) => ({ ...row, to: row.to.map(addressOf) })),
      recallable: firstSentAt
        ? {
            recipients: waiting,
            secondsLeft: Math.ceil((firstSentAt.getTime() - this.recallableSince(now).getTime()) / 1000),
          }
        : null,
    };
  }

  /** What was written to the viewer's organisations, the newest first. */
  async own(viewer: Viewer): Promise<Page<OwnYearLetter>> {
    const letters = await this.database.rows<Omit<OwnYearLetter, 'sentAt'> & { sentAt: Date }>(sql`
      select it.id, it.year, it.sent_at as "sentAt", json_build_object('id', organisation.id, 'name', organisation.name) as organisation,
             exists (select 1 from year_letter later where later.organisation_id = it.organisation_id and later.year = it.year
               and (later.sent_at, later.id) > (it.sent_at, it.id)) as replaced
      from year_letter it join organisation on organisation.id = it.organisation_id
      where it.organisation_id = any(${viewer.organisationIds}::uuid[]) and ${visibleYearLetters(viewer)}
        and it.sent_at <= ${this.recallableSince(this.clock.now())}
      order by it.sent_at desc, it.id`);
    return wholeList(letters.map((letter) => ({ ...letter, sentAt: letter.sentAt.toISOString() })));
  }

  /** A letter as it was sent. */
  async find(viewer: Viewer, id: string): Promise<YearLetterView> {
    const { countyName: _county, address: _address, ...letter } = await this.stored(viewer, id);
    return { ...letter, sentAt: letter.sentAt.toISOString() };
  }

  stored(viewer: Viewer, id: string): Promise<StoredLetter> {
    return this.database.found<StoredLetter>(sql`
      select it.id, it.year, it.sent_at as "sentAt", it.sent_by as "sentBy", it.document, it.county_name as "countyName", it.address,
             (select json_agg(json_build_object('name', recipient ->> 'name', 'mail', recipient ->> 'mail')) from jsonb_array_elements(it.recipients) recipient) as to,
             json_build_object('id', organisation.id, 'name', organisation.name) as organisation,
             (select json_build_object('id', later.id, 'sentAt', to_json(later.sent_at), 'sentBy', later.sent_by) from year_letter later
              where later.organisation_id = it.organisation_id and later.year = it.year and (later.sent_at, later.id) > (it.sent_at, it.id)
              order by later.sent_at desc, later.id desc limit 1) as "replacedBy"
      from year_letter it join organisation on organisation.id = it.organisation_id
      where it.id = ${id} and ${visibleYearLetters(viewer)}`);
  }

  /** What was printed or sent of these letters, for paper. */
  kept(tx: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<KeptLetter[]> {
    return rowsIn<KeptLetter>(
      tx,
      sql`select it.organisation_id as "organisationId", it.document, it.address, it.county_name as "countyName", it.sent_at as "sentAt"
          from year_letter it where it.id = any(${[...ids]}::uuid[]) and ${visibleYearLetters(viewer)}`,
    );
  }

  /** Until its minute is over a letter can be taken back. */
  recallableSince(now: Date): Date {
    return new Date(now.getTime() - recallSeconds * 1000);
  }
}

function addressOf({ name, mail }: LetterRecipient): LetterAddress {
  return { name, mail };
}
