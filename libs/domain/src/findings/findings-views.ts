import type { FindingMove, FindingState } from './finding-state';

export interface FindingListItem {
  id: string;
  name: string;
  state: FindingState;
}

export interface FindingView {
  id: string;
  version: number;
  name: string;
  description: string;
  state: FindingState;
  mayChange: boolean;
  /** What this viewer can do with it now. */
  moves: FindingMove[];
}
