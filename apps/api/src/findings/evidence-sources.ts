import sql, { raw, type Sql } from 'sql-template-tag';
import type { EvidenceKind } from '@runder-tisch/domain/findings';
import { visibleFeedback } from '../feedback/feedback-access';
import { visibleFormats } from '../formats/formats-access';
import { visibleServices } from '../social-services/social-services-access';
import type { EvidenceSource } from './evidence-source';
import { figureEvidence } from './figure-evidence';

export type SourceKind = Exclude<EvidenceKind, 'silence'>;

const serviceWords = (column: string): string =>
  `(select service_version.${column} from service_version where service_version.id = it.confirmed_version_id)`;

const sources = new Map<SourceKind, EvidenceSource>([
  ['figure', figureEvidence],
  [
    'feedback',
    {
      column: 'feedback_id',
      table: 'feedback',
      fingerprint: 'it.fingerprint',
      title: 'it.number',
      words: `coalesce(it.triaged_text, '')`,
      path: '/hinweise/',
      // Nobody has read the others, or they were turned away.
      usable: `it.triaged_text is not null and it.state not in ('SESSION', 'SUBMITTED', 'REJECTED')`,
      // Of 200,000 Hinweise nobody looks up each that speaks for something.
      changed: 'link.feedback_changed',
      visible: visibleFeedback,
    },
  ],
  [
    'argument',
    {
      column: 'argument_id',
      table: 'argument',
      fingerprint: 'it.fingerprint',
      title: `concat_ws(' · ', it.number, it.title)`,
      words: 'it.summary',
      path: '/hinweise/argumente/',
      usable: 'true',
      // The office's summary; its readers are those of Befunde.
      visible: () => sql`true`,
    },
  ],
  [
    'format',
    {
      column: 'format_id',
      table: 'participation_format',
      fingerprint: 'md5(it.results::text)',
      title: 'it.title',
      words: `(select string_agg(concat_ws(': ', result ->> 'title', result ->> 'text'), E'\\n' order by place)
        from jsonb_array_elements(it.results) with ordinality listed(result, place))`,
      path: '/beteiligung/formate/',
      usable: 'jsonb_array_length(it.results) > 0',
      visible: visibleFormats,
    },
  ],
  [
    'service',
    {
      column: 'service_id',
      table: 'social_service',
      // What is worked on is not yet said.
      fingerprint: `md5(concat_ws(chr(31), it.state, ${serviceWords('title')}, ${serviceWords('description')}, ${serviceWords('waiting_days')}))`,
      title: serviceWords('title'),
      words: serviceWords('description'),
      path: '/akteure/angebote/',
      usable: 'it.confirmed_version_id is not null',
      visible: visibleServices,
    },
  ],
]);

/** An area right of this one says here, when its module begins, what of it may speak for a Befund. */
export function addEvidenceSource(kind: SourceKind, source: EvidenceSource): void {
  sources.set(kind, source);
}

export function evidenceSources(): readonly (readonly [SourceKind, EvidenceSource])[] {
  return [...sources];
}

/**
 * The fingerprint of what the source of a row of evidence (alias `link`) says now; silence does not change. Looked up
 * by key for each row: joined, the database would read all Hinweise for a few links.
 */
export function fingerprintNow(): Sql {
  const looked = evidenceSources().map(
    ([, { column, table, fingerprint }]) =>
      `when link.${column} is not null then (select ${fingerprint} from ${table} it where it.id = link.${column})`,
  );
  return raw(`case ${looked.join(' ')} else link.fingerprint end`);
}

/** The Befunde with evidence whose source says something else by now: one pass over all links of each kind of source. */
export function findingsOfChangedEvidence(): Sql {
  const changed = evidenceSources().map(([, { column, table, fingerprint, changed }]) =>
    changed
      ? `select link.finding_id from finding_evidence link where ${changed}`
      : `select link.finding_id from finding_evidence link join ${table} it on it.id = link.${column}
         where link.${column} is not null and link.fingerprint <> ${fingerprint}`,
  );
  return raw(changed.join(' union all '));
}
