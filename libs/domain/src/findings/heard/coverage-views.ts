import type { CoverageDimension } from './coverage';

export interface CoverageRow {
  dimension: CoverageDimension;
  id: string;
  name: string;
  /** Hinweise wanted in a year. */
  wanted: number;
  heard: number;
}

export interface CoverageView {
  from: string;
  until: string;
  /** Those of whom least was heard compared with what was wanted come first. */
  rows: CoverageRow[];
}
