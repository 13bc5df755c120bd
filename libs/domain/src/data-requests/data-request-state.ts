import { type FactsOf, type MoveOf, Moves } from '../moves';
import { dataRequestProblems } from './data-requests-problems';

export const dataRequestStates = [
  'DRAFT',
  'SENT',
  'ACKNOWLEDGED',
  'DELIVERED',
  'RETURNED',
  'VALIDATED',
  'IMPORTED',
  'CLOSED',
  'REFUSED',
] as const;
export type DataRequestState = (typeof dataRequestStates)[number];

export const dataRequestStateLabels: Record<DataRequestState, string> = {
  DRAFT: 'Entwurf',
  SENT: 'gesendet',
  ACKNOWLEDGED: 'Erhalt bestätigt',
  DELIVERED: 'geliefert',
  RETURNED: 'Nachforderung',
  VALIDATED: 'geprüft',
  IMPORTED: 'übernommen',
  CLOSED: 'abgeschlossen',
  REFUSED: 'abgesagt',
};

/** Nothing happens with it any more, unless an import that closed it is taken back. */
export const endedDataRequestStates: readonly DataRequestState[] = ['CLOSED', 'REFUSED'];

/** The partner has the ball; late is worked out from the day and never stored. */
export const awaitedDataRequestStates: readonly DataRequestState[] = ['SENT', 'ACKNOWLEDGED', 'RETURNED'];

/**
 * What may happen to a Datenanforderung. A Nachforderung may be refused as well, otherwise one that cannot be met
 * would stay open for ever; and whoever delivers again before somebody checked replaces what was there.
 */
export const dataRequestMoves = new Moves({
  states: dataRequestStates,
  starts: ['DRAFT'],
  ends: ['REFUSED'],
  problems: dataRequestProblems,
  otherwise: 'data-request-move-not-allowed',
  table: {
    send: {
      from: ['DRAFT'],
      to: 'SENT',
      needs: [
        ['data-request-without-recipient', hasRecipient],
        ['data-request-due-past', isAhead, 'dueOn'],
      ],
    },
    recall: { from: ['SENT'], to: 'DRAFT', needs: [['data-request-recall-too-late', isHeld]] },
    remind: { from: ['SENT', 'ACKNOWLEDGED', 'RETURNED'] },
    acknowledge: { from: ['SENT'], to: 'ACKNOWLEDGED' },
    deliver: { from: ['SENT', 'ACKNOWLEDGED', 'RETURNED', 'DELIVERED'], to: 'DELIVERED' },
    validate: { from: ['DELIVERED'], to: 'VALIDATED' },
    return: {
      from: ['DELIVERED'],
      to: 'RETURNED',
      needs: [
        ['data-request-reason-missing', hasReason, 'reason'],
        ['data-request-due-past', isAhead, 'dueOn'],
      ],
    },
    import: { from: ['VALIDATED'], to: 'IMPORTED' },
    close: { from: ['IMPORTED'], to: 'CLOSED' },
    reopen: { from: ['CLOSED'], to: 'DELIVERED' },
    refuse: {
      from: ['SENT', 'ACKNOWLEDGED', 'RETURNED'],
      to: 'REFUSED',
      needs: [['data-request-reason-missing', hasReason, 'reason']],
    },
  },
});
export type DataRequestMove = MoveOf<typeof dataRequestMoves>;
export type DataRequestFacts = FactsOf<typeof dataRequestMoves, DataRequestMove>;

/** The verbs of planning; a delivery comes with its file, and what was imported is closed by that and opened by taking it back. */
export const plannersMoves = [
  'send',
  'recall',
  'remind',
  'acknowledge',
  'validate',
  'return',
  'import',
  'refuse',
] as const satisfies readonly DataRequestMove[];
export type PlannersMove = (typeof plannersMoves)[number];

/** What the buttons say. */
export const plannersMoveLabels: Record<PlannersMove, string> = {
  send: 'Anforderung senden',
  recall: 'Zurückholen',
  remind: 'Erinnern',
  acknowledge: 'Erhalt vermerken',
  validate: 'Als geprüft kennzeichnen',
  return: 'Nachfordern',
  import: 'Als übernommen kennzeichnen',
  refuse: 'Absage vermerken',
};

/**
 * The verbs whose button a page shows: those that can be made once somebody has said what only they can say.
 * @param facts how many get the mail, and whether its minute still runs
 */
export function offeredDataRequestMoves(
  state: DataRequestState,
  { recipients, held }: Pick<DataRequestFacts, 'recipients' | 'held'>,
): PlannersMove[] {
  const open = dataRequestMoves.open(state, {
    recipients,
    held,
    reason: 'gesagt',
    dueOn: '2000-01-01',
    today: '2000-01-01',
  });
  return plannersMoves.filter((move) => open.includes(move));
}

/** In: state, due day and today, all of Berlin. Out: whether the partner is late. */
export function isOverdue(state: DataRequestState, dueOn: string, today: string): boolean {
  return awaitedDataRequestStates.includes(state) && dueOn < today;
}

function hasRecipient({ recipients }: { recipients: number }): boolean {
  return recipients > 0;
}

function isAhead({ dueOn, today }: { dueOn: string; today: string }): boolean {
  return dueOn >= today;
}

/** The mail has not left the house yet. */
function isHeld({ held }: { held: boolean }): boolean {
  return held;
}

function hasReason({ reason }: { reason: string }): boolean {
  return reason.trim() !== '';
}
