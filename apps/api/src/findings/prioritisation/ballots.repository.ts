import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import {
  type PrioritisationMode,
  prioritisationStateAt,
  type PrioritisationResultView,
  type PrioritisationState,
  readJoinCode,
} from '@runder-tisch/domain/findings/prioritisation';
import { isLinkToken } from '../../access/mail-links';
import { hashToken } from '../../access/session';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { type CountedOption, optionsOf, resultOf, votersOf } from './prioritisations.repository';

/** The secret of a phone is one for all it takes part in; of two Punktabfragen nobody can tell that it was the same. */
export function ballotHash(secret: string, prioritisationId: string): string {
  return createHash('sha256').update(`${prioritisationId} ${secret}`).digest('hex');
}

/** What the page says to one person: their own points and nobody else's. */
export interface BallotView {
  id: string;
  question: string;
  explanation: string;
  mode: PrioritisationMode;
  state: PrioritisationState;
  pointsPerPerson: number;
  mostPerOption: number | null;
  closesAt: Date | null;
  cancelledReason: string;
  tokenHash: string;
  /** Whether a ballot is there for this person, or could be taken. */
  hasBallot: boolean;
  full: boolean;
  options: { id: string; title: string; own: number }[];
  result: PrioritisationResultView | null;
}

type Row = Omit<BallotView, 'options' | 'result' | 'tokenHash'> & {
  voters: number;
  options: CountedOption[];
  own: { optionId: string; points: number }[];
};

@Injectable()
export class BallotsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What stands behind an address: that of one person from a mail, or that of the wall with the secret of a phone. */
  async find(token: string, phone: string): Promise<BallotView | undefined> {
    if (isLinkToken(token)) {
      const tokenHash = hashToken(token);
      return this.ballot(
        sql`it.id = (select prioritisation_id from prioritisation_ballot where token_hash = ${tokenHash}) and it.mode = 'MAIL'`,
        () => tokenHash,
      );
    }
    const code = readJoinCode(token);
    return code === null
      ? undefined
      : this.ballot(sql`it.join_code = ${code}`, (id) => ballotHash(phone, id));
  }

  private async ballot(which: Sql, hashFor: (id: string) => string): Promise<BallotView | undefined> {
    const found = await this.database.one<{ id: string }>(
      sql`select it.id from prioritisation it where ${which}`,
    );
    if (!found) return undefined;
    const now = this.clock.now();
    const tokenHash = hashFor(found.id);
    const row = await this.database.one<Row>(sql`
      select it.id, it.question, it.explanation, it.mode, it.state, it.points_per_person as "pointsPerPerson",
             it.most_per_option as "mostPerOption", it.closes_at as "closesAt", it.cancelled_reason as "cancelledReason",
             ballot.id is not null as "hasBallot", ${votersOf} as voters, ${optionsOf(now)} as options,
             (select count(*) from prioritisation_ballot taken where taken.prioritisation_id = it.id) >= it.places as full,
             coalesce((select json_agg(json_build_object('optionId', given.option_id, 'points', given.points))
               from prioritisation_points given where given.ballot_id = ballot.id), '[]') as own
      from prioritisation it
        left join prioritisation_ballot ballot on ballot.prioritisation_id = it.id and ballot.token_hash = ${tokenHash}
      where it.id = ${found.id}`);
    if (!row) return undefined;
    const { voters, options, own, ...view } = row;
    const state = prioritisationStateAt(row, now);
    return {
      ...view,
      state,
      tokenHash,
      options: options.map(({ id, title }) => ({
        id,
        title,
        own: own.find((it) => it.optionId === id)?.points ?? 0,
      })),
      result: resultOf(state, { options, voters }),
    };
  }
}
