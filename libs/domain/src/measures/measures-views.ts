import type { MeasureMove, MeasureState } from './measure-state';

export interface MeasureListItem {
  id: string;
  name: string;
  state: MeasureState;
}

export interface MeasureView {
  id: string;
  version: number;
  name: string;
  description: string;
  state: MeasureState;
  mayChange: boolean;
  /** What this viewer can do with it now. */
  moves: MeasureMove[];
}
