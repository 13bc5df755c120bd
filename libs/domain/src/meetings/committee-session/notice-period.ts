import { addDays, formatDate } from '../../time';

export interface NoticePeriodFacts {
  /** Day of the session; null while none is set. */
  startsOn: string | null;
  /** Whole days between invitation and session; null where the body keeps none. */
  invitationDays: number | null;
  /** When the first invitations went out. */
  invitedOn: string | null;
  /** When the agenda last changed after that. */
  agendaChangedOn: string | null;
  today: string;
}

/** The last day on which invitations keep the Ladungsfrist; neither that day nor the day of the session counts. */
export function lastInvitationDay({
  startsOn,
  invitationDays,
}: Pick<NoticePeriodFacts, 'startsOn' | 'invitationDays'>): string | null {
  return startsOn === null || invitationDays === null ? null : addDays(startsOn, -invitationDays - 1);
}

/** What is said about a Ladungsfrist that was or would be cut short. It forbids nothing: urgency may be a reason. */
export function noticePeriodWarnings(facts: NoticePeriodFacts): string[] {
  const last = lastInvitationDay(facts);
  if (last === null) return [];
  const { invitedOn, agendaChangedOn, invitationDays, today } = facts;
  const period = `Ladungsfrist von ${invitationDays} ${invitationDays === 1 ? 'Tag' : 'Tagen'}`;
  const warnings: string[] = [];
  if (invitedOn === null && today > last)
    warnings.push(
      `Die ${period} ist nicht mehr zu halten: Die Einladung hätte bis zum ${formatDate(last)} hinausgehen müssen.`,
    );
  if (invitedOn !== null && invitedOn > last)
    warnings.push(
      `Die Einladung ging am ${formatDate(invitedOn)} hinaus; die ${period} endete am ${formatDate(last)}.`,
    );
  if (invitedOn !== null && agendaChangedOn !== null && agendaChangedOn > last)
    warnings.push(
      `Die Tagesordnung wurde am ${formatDate(agendaChangedOn)} geändert; die ${period} endete am ${formatDate(last)}.`,
    );
  return warnings;
}
