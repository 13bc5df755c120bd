import type { Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';

/** Where a row of evidence points, what that says and how this is fingerprinted; over the alias `it` of the source. */
export interface EvidenceSource {
  column: string;
  table: string;
  fingerprint: string;
  title: string;
  words: string;
  path: string;
  /** Whose page that is, where it is not the source's own: SQL for its id. */
  page?: string;
  /** Which of them may speak for a Befund. */
  usable: string;
  /** Where the link tells by itself that its source was changed: that condition, over the alias `link`. */
  changed?: string;
  visible: (viewer: Viewer) => Sql;
}
