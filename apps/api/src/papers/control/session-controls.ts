import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { NamedReference } from '@runder-tisch/domain/lists';
import {
  controlDocument,
  type ControlFactsView,
  controlSession,
  isOverdue,
  nextSessionDay,
  paperOf,
  type SessionControlView,
} from '@runder-tisch/domain/papers/control';
import type { SessionControlQuery } from '@runder-tisch/domain/papers/control/control-requests';
import { addDays, berlinDay, formatShortDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { visibleCommittees } from '../../committees/committees-access';
import { Database } from '../../database/database';
import { Pdfs } from '../../documents/pdfs';
import { Settings } from '../../settings/settings';
import { measuresOf, visibleControls, withPaper } from './control-sql';
import { withInstant } from './controls.repository';

/** So many sessions are offered to look at their papers. */
const DAYS = 24;

/** The paper of a session as it read then: of each resolution the newest report before the session began. */
@Injectable()
export class SessionControls {
  constructor(
    private readonly database: Database,
    private readonly pdfs: Pdfs,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async view(
    viewer: Viewer,
    committeeId: string,
    { on, closed }: SessionControlQuery,
  ): Promise<SessionControlView> {
    const { committee, beginnings, resolutions } = await this.known(viewer, committeeId);
    const today = berlinDay(this.clock.now());
    const session = controlSession(on ?? nextSessionDay(today, beginnings), beginnings, resolutions);
    const rows = await this.database.rows<ControlFactsView>(sql`
      select control.id, json_build_object('id', it.id, 'number', it.number, 'title', it.title) as paper,
        consultation.resolution_number as "resolutionNumber", consultation.decided_on::text as "decidedOn", it.applicant,
        report.unit, report.due_on::text as "dueOn", report.next_on::text as "nextOn", report.state, report.words, report.reported_at as "reportedAt",
        ${measuresOf(viewer, 'control.id', 'consultation.paper_id', session.at)} as measures
      from resolution_control control ${withPaper}
        join lateral (select * from control_report report where report.control_id = control.id and report.reported_at < ${session.at}::timestamptz
          order by report.reported_at desc, report.id desc limit 1) report on true
      where consultation.committee_id = ${committeeId} and it.confidential = ${closed === '1'} and ${visibleControls(viewer)}
      order by control.id`);
    const items = paperOf(rows.map(withInstant), session);
    return {
      committee,
      day: session.day,
      days: daysOf([...beginnings.map(dayOf), ...resolutions], today),
      previousOn: previousDay(session.previousAt, beginnings),
      items: items.map((it) => ({ ...it, overdue: isOverdue(it, session.day) })),
    };
  }

  async pdf(
    viewer: Viewer,
    committeeId: string,
    query: SessionControlQuery,
  ): Promise<{ name: string; bytes: Buffer }> {
    const view = await this.view(viewer, committeeId, query);
    const { countyName, logoFileId } = await this.settings.current();
    const day = formatShortDate(view.day);
    const bytes = await this.pdfs.draw({
      content: controlDocument(view, query.closed === '1'),
      footer: [countyName, view.committee.name, `Beschlusskontrolle zur Sitzung am ${day}`]
        .filter(Boolean)
        .join(' · '),
      created: this.clock.now().toISOString(),
      countyName,
      logoFileId,
      dense: true,
    });
    return { name: `Beschlusskontrolle ${view.committee.name} ${day}.pdf`, bytes };
  }

  /** The body and when it sat, as far as that is known here: in sessions kept here, and on the days of its resolutions. */
  private async known(
    viewer: Viewer,
    committeeId: string,
  ): Promise<{ committee: NamedReference; beginnings: string[]; resolutions: string[] }> {
    const found = await this.database.found<{
      id: string;
      name: string;
      beginnings: Date[];
      resolutions: string[];
    }>(sql`
      select it.id, it.name,
        array(select meeting.starts_at from meeting where meeting.committee_id = it.id and meeting.type = 'COMMITTEE'
          and meeting.state not in ('CANCELLED', 'POSTPONED')
          and meeting.starts_at is not null order by 1) as beginnings,
        array(select distinct consultation.decided_on::text from paper_consultation consultation
          where consultation.committee_id = it.id and consultation.decided_on is not null order by 1) as resolutions
      from committee it where it.id = ${committeeId} and ${visibleCommittees(viewer)}`);
    const { id, name, beginnings, resolutions } = found;
    return {
      committee: { id, name },
      beginnings: beginnings.map((at) => new Date(at).toISOString()),
      resolutions,
    };
  }
}

/** What is to come in its order, then what was, the newest first. */
function daysOf(all: readonly string[], today: string): string[] {
  const days = [...new Set(all)].sort();
  const ahead = days.filter((day) => day >= today);
  return [...ahead, ...days.filter((day) => day < today).reverse()].slice(0, DAYS);
}

/** A session that is not kept here begins when its day is over, which is the beginning of the next one. */
function previousDay(at: string | null, beginnings: readonly string[]): string | null {
  if (at === null) return null;
  return beginnings.includes(at) ? dayOf(at) : addDays(dayOf(at), -1);
}

function dayOf(at: string): string {
  return berlinDay(new Date(at));
}
