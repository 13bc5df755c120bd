import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Block } from '@runder-tisch/domain/documents';
import { isCounted, type PaperState, type PrintablePaper, printedPaper } from '@runder-tisch/domain/papers';
import { berlinDay } from '@runder-tisch/domain/time';
import { Clock } from '../../clock';
import { rowsIn } from '../../database/rows';
import { overvoted, overvotedInWords, sessionFactsIn } from '../../meetings/committee-session/session-facts';
import { type AgendaMatter, AgendaMatters } from '../../meetings/session/agenda-matters';

interface PaperOnAgenda extends PrintablePaper {
  agendaItemId: string;
  item: string;
  position: number;
  state: PaperState;
  /** Though it is confidential, its item stands in the public part. */
  exposed: boolean;
}

/** Papers on an agenda: minutes print them and wait for their votes. */
@Injectable()
export class PaperMatters implements AgendaMatter, OnModuleInit {
  constructor(
    private readonly matters: AgendaMatters,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.matters.register(this);
  }

  /** A paper that was withdrawn or taken back is before nobody, so nobody votes on it. */
  async missing(tx: EntityManager, meetingId: string): Promise<{ path: string; says: string }[]> {
    const papers = await papersOn(tx, meetingId);
    const session = await sessionFactsIn(tx, meetingId, berlinDay(this.clock.now()));
    // Attendance and exclusions may have changed since the votes were typed.
    const overvotes = papers.flatMap(({ agendaItemId, item, number, votesYes, ...it }) => {
      if (!session || votesYes === null) return [];
      const votes = { yes: votesYes, no: it.votesNo ?? 0, abstain: it.votesAbstained ?? 0 };
      const fault = overvoted(session, agendaItemId, votes);
      return fault
        ? [{ path: `agenda.${agendaItemId}`, says: overvotedInWords(item, `Vorlage ${number}: ${fault}`) }]
        : [];
    });
    const said = (wrong: readonly PaperOnAgenda[], words: (number: string) => string) =>
      wrong.map(({ position, number, agendaItemId }) => ({
        path: `agenda.${agendaItemId}`,
        says: `TOP ${position}: ${words(number)}`,
      }));
    return [
      ...said(
        papers.filter((it) => it.state === 'IN_CONSULTATION' && !isCounted(it)),
        (number) => `Zur Vorlage ${number} fehlt, wie abgestimmt wurde.`,
      ),
      ...said(
        papers.filter((it) => it.exposed),
        (number) =>
          `Die Vorlage ${number} ist nicht öffentlich; der Punkt gehört in den nichtöffentlichen Teil.`,
      ),
      ...overvotes,
    ];
  }

  async print(tx: EntityManager, meetingId: string): Promise<ReadonlyMap<string, readonly Block[]>> {
    const printed = new Map<string, Block[]>();
    for (const it of await papersOn(tx, meetingId))
      printed.set(it.agendaItemId, [...(printed.get(it.agendaItemId) ?? []), ...printedPaper(it)]);
    return printed;
  }
}

function papersOn(tx: EntityManager, meetingId: string): Promise<PaperOnAgenda[]> {
  return rowsIn<PaperOnAgenda>(
    tx,
    sql`select item.id as "agendaItemId", item.title as item, item.position, it.state, it.number, it.title, it.proposal, consultation.result, consultation.wording,
          consultation.resolution_number as "resolutionNumber", consultation.votes_yes as "votesYes",
          consultation.votes_no as "votesNo", consultation.votes_abstained as "votesAbstained",
          it.confidential and item.visibility = 'PUBLIC' as exposed
        from paper_consultation consultation join agenda_item item on item.id = consultation.agenda_item_id
          join paper it on it.id = consultation.paper_id
        where item.meeting_id = ${meetingId} order by item.position, it.number`,
  );
}
