import { formatDate } from '@runder-tisch/domain/time';
import { quorumSaid, type SessionFacts } from './session-facts';

/** What the minutes say of how the session was called and whether it could decide. */
export function printedCalling(facts: SessionFacts): { label: string; says: string }[] {
  const { committee, noticeOn, noticeWhere, shortNoticeReason } = facts;
  return [
    { label: 'Gremium', says: committee.name },
    {
      label: 'Bekannt gemacht',
      says: noticeOn ? [`am ${formatDate(noticeOn)}`, noticeWhere].filter(Boolean).join(', ') : '',
    },
    { label: 'Verkürzte Ladungsfrist', says: shortNoticeReason },
    { label: 'Beschlussfähigkeit', says: quorumSaid(facts) },
  ].filter(({ says }) => says !== '');
}
