import type { CoverageDimension } from './coverage';

export interface CoverageRow {
  id: string;
  name: string;
  /** Hinweise wanted in a year. */
  wanted: number;
  heard: number;
}

export interface CoverageView {
  dimension: CoverageDimension;
  from: string;
  until: string;
  /** Those of whom least was heard compared with what was wanted come first, and no more of them than anybody reads. */
  rows: CoverageRow[];
  total: number;
  /** Of all of them those of whom less was heard than was wanted. */
  silent: number;
}
