import { type FactsOf, type MoveOf, Moves } from '../../moves';
import { controlProblems } from './control-problems';

/**
 * How the implementation of an adopted resolution stands.
 * - `OPEN`: nothing has been done yet.
 * - `IN_PROGRESS`: the unit in charge works on it.
 * - `DELAYED`: it comes later than the body was told; the reason stands with it.
 * - `STANDING`: a standing order, which is never finished and comes back on its day.
 * - `DONE`: reported as finished; the body sees it once more.
 */
export const controlStates = ['OPEN', 'IN_PROGRESS', 'DELAYED', 'STANDING', 'DONE'] as const;
export type ControlState = (typeof controlStates)[number];

export const controlStateLabels: Record<ControlState, string> = {
  OPEN: 'offen',
  IN_PROGRESS: 'in Arbeit',
  DELAYED: 'verzögert',
  STANDING: 'Dauerauftrag',
  DONE: 'erledigt',
};

/** Somebody still has to do something by a deadline. */
export const goingControlStates: readonly ControlState[] = ['OPEN', 'IN_PROGRESS', 'DELAYED'];

interface Reasoned {
  reason: string;
  /** Its state comes from its measures, so that whoever says otherwise says why. */
  followed: boolean;
}

interface Dated {
  nextOn: string | null;
  today: string;
}

const overriding = ['control-override-reason', isExplained, 'reason'] as const;
const dated = ['control-next-day', liesAhead, 'nextOn'] as const;

/** What may be reported of a resolution. One whose measures say how it stands begins in any going state, or is done. */
export const controlMoves = new Moves({
  states: controlStates,
  starts: ['OPEN', 'IN_PROGRESS', 'DELAYED', 'DONE'],
  ends: [],
  problems: controlProblems,
  otherwise: 'control-move-not-allowed',
  table: {
    begin: { from: ['OPEN'], to: 'IN_PROGRESS', needs: [overriding] },
    delay: {
      from: ['OPEN', 'IN_PROGRESS', 'DELAYED'],
      to: 'DELAYED',
      needs: [['control-delay-reason', hasReason, 'reason']],
    },
    resume: { from: ['DELAYED'], to: 'IN_PROGRESS', needs: [overriding] },
    finish: { from: ['OPEN', 'IN_PROGRESS', 'DELAYED', 'STANDING'], to: 'DONE', needs: [overriding] },
    stand: { from: ['OPEN', 'IN_PROGRESS', 'DELAYED'], to: 'STANDING', needs: [dated] },
    present: { from: ['STANDING'], needs: [dated] },
    reopen: {
      from: ['DONE', 'STANDING'],
      to: 'IN_PROGRESS',
      needs: [['control-reopen-reason', hasReason, 'reason']],
    },
    follow: {
      from: ['OPEN', 'IN_PROGRESS', 'DELAYED'],
      needs: [['control-without-measure', ({ measures }: { measures: number }) => measures > 0]],
    },
  },
});
export type ControlMove = MoveOf<typeof controlMoves>;
export type ControlFacts = FactsOf<typeof controlMoves, ControlMove>;

/** What the buttons say. */
export const controlMoveLabels: Record<ControlMove, string> = {
  begin: 'In Arbeit melden',
  delay: 'Verzögerung melden',
  resume: 'Weiter in Arbeit',
  finish: 'Erledigt melden',
  stand: 'Als Dauerauftrag führen',
  present: 'Nächste Vorlage festlegen',
  reopen: 'Wieder aufnehmen',
  follow: 'Wieder der Maßnahme folgen',
};

/**
 * The moves whose button a page shows: those that can be made as soon as somebody gives what only they can say.
 * @param facts whether it has measures, and follows them already
 */
export function offeredControlMoves(
  state: ControlState,
  { measures, follows }: { measures: number; follows: boolean },
): ControlMove[] {
  const given = { reason: 'gesagt', nextOn: '9999-12-31', today: '', followed: false };
  return controlMoves
    .open(state, { ...given, measures: follows ? 0 : measures })
    .filter((move) => move !== 'delay' || state !== 'DELAYED' || !follows);
}

function isExplained({ reason, followed }: Reasoned): boolean {
  return !followed || reason.trim() !== '';
}

function hasReason({ reason }: Pick<Reasoned, 'reason'>): boolean {
  return reason.trim() !== '';
}

function liesAhead({ nextOn, today }: Dated): boolean {
  return nextOn !== null && nextOn > today;
}
