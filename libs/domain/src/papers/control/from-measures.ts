import type { MeasureStatus } from '../../measures';
import { shortened } from '../../text';
import { controlLimits } from './control-limits';
import type { ControlState } from './control-state';

/** How one of its measures stands. */
export interface ControlledMeasure {
  title: string;
  status: MeasureStatus;
  reason: string;
}

export interface FromMeasures {
  state: Extract<ControlState, 'OPEN' | 'IN_PROGRESS' | 'DELAYED' | 'DONE'>;
  words: string;
}

const delayed: readonly MeasureStatus[] = ['LATE', 'ON_HOLD', 'ENDED'];
const waiting: readonly MeasureStatus[] = ['UNDECIDED', 'NOT_STARTED'];

/**
 * What the measures of a resolution say on it: done when all are, delayed with the reasons as soon as one is; one that
 * was given up is a delay too, until the body has been told what takes its place.
 * @returns null without measures
 */
export function fromMeasures(measures: readonly ControlledMeasure[]): FromMeasures | null {
  if (measures.length === 0) return null;
  if (measures.every(({ status }) => status === 'DONE')) return { state: 'DONE', words: reasonsOf(measures) };
  const late = measures.filter(({ status }) => delayed.includes(status));
  if (late.length > 0) return { state: 'DELAYED', words: reasonsOf(late, measures.length > 1) };
  const open = measures.every(({ status }) => waiting.includes(status));
  return { state: open ? 'OPEN' : 'IN_PROGRESS', words: '' };
}

function reasonsOf(measures: readonly ControlledMeasure[], named = measures.length > 1): string {
  const said = measures.map(({ title, reason }) => (named ? `${title}: ${reason}` : reason));
  return shortened(said.join(' ') || 'Ein Grund ist nicht genannt.', controlLimits.words);
}
