import type { OrganisationListItem } from '@runder-tisch/domain/actors';
import type { Page } from '@runder-tisch/domain/lists';
import { countAnswers, meetingMoves, type StaffMeetingView, typedTimes } from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';

/** A row of a list with where the next page would begin behind it. */
export type ListRow<Item> = Item & { mark: string[]; total: number };
export type OrganisationRow = ListRow<OrganisationListItem>;

/** One row too many tells that there is more; its predecessor is where the next page begins. */
export function cursorPage<Item>(rows: readonly ListRow<Item>[], limit: number): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ mark: _mark, total: _total, ...item }) => item as unknown as Item),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit && last ? Buffer.from(JSON.stringify(last.mark)).toString('base64url') : null,
  };
}

type Instants =
  | 'startsAt'
  | 'endsAt'
  | 'answerUntil'
  | 'sessionStartedAt'
  | 'sessionEndedAt'
  | 'minutesApprovedAt'
  | 'protocolSentAt';

/** A meeting as the database answers it: instants as such, and three columns that only say who looks. */
export type MeetingRow = Omit<StaffMeetingView, Instants> &
  Record<Instants | 'fedBackAt', Date | null> & { staff: boolean; takesPart: boolean; own: unknown };

/** The page of a meeting for those who plan; what a browser is told, nothing else. */
export function meetingPage(row: MeetingRow, now: Date): StaffMeetingView {
  const { staff: _staff, takesPart: _takesPart, own: _own, fedBackAt, ...facts } = row;
  const listed = row.invitations.filter((it) => it.uninvitedAt === null);
  const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return {
    ...facts,
    audience: 'staff',
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    answerUntil: iso(row.answerUntil),
    sessionStartedAt: iso(row.sessionStartedAt),
    sessionEndedAt: iso(row.sessionEndedAt),
    minutesApprovedAt: iso(row.minutesApprovedAt),
    protocolSentAt: iso(row.protocolSentAt),
    fedBack: fedBackAt !== null,
    times: typedTimes(row.startsAt, row.endsAt),
    answerUntilDay: row.answerUntil ? berlinDay(row.answerUntil) : '',
    moves: row.mayChange ? meetingMoves.open(row.state, { ...row, invitees: listed.length, now }) : [],
    counts: countAnswers(row.invitations),
    // Everybody here was invited long ago: nothing can be taken back.
    recallable: null,
  };
}
