import { about, happens, moreover } from './fill-texts';
import { key, lot, oneOf } from './keys';

/** What a large county has made of 200,000 Hinweise after ten cycles: some 20,000 links lead to 2,000 measures. */
const AMOUNTS = {
  argument: 1500,
  carrying: 8000,
  finding: 2400,
  priority: 480,
  recommendation: 1600,
  measure: 2000,
  group: 300,
  service: 600,
};
type Amount = keyof typeof AMOUNTS;
const GROUP_SIZE = 12;
const COMMITTEES = 4;
const AREAS = 5;

export const planningTables = [
  'argument',
  'argument_feedback',
  'finding',
  'finding_evidence',
  'action_priority',
  'priority_finding',
  'recommendation',
  'recommendation_priority',
  'recommendation_decision',
  'measure',
  'measure_recommendation',
  'measure_milestone',
  'measure_progress',
  'evaluation_goal',
  'feedback_group_member',
];

/**
 * What planning made of the Hinweise, over five years and eight Handlungsfelder of unequal size. Every link holds the
 * fingerprint of its source; three of a hundred that of words the source no longer has.
 */
export function planning(scale: number, fields: number): string[] {
  const amount = (of: Amount): number => Math.max(8, Math.round(AMOUNTS[of] * Math.min(1, scale)));
  const every = (of: Amount): string => `generate_series(1, ${amount(of)}) as n`;
  return [
    ...places(),
    ...services(amount('service')),
    ...condensed(amount, every, fields),
    ...findings(amount, every, fields),
    ...recommendations(amount, every, fields),
    ...measures(amount, every, fields),
  ];
}

type AmountOf = (of: Amount) => number;
type EveryOf = (of: Amount) => string;

/** The first fields have most of the work: of 100 things 30, 20, 14, 11, 9, 7, 5 and 4. */
const field = (kind: string, fields: number): string =>
  key(
    'field',
    `(1 + least(${fields - 1}, width_bucket(${lot(`${kind}-field`, 'n', 100)}, array[30, 50, 64, 75, 84, 91, 96])))`,
  );
/** Evenly over five years until shortly before today. */
const made = (amount: number): string =>
  `(timestamptz '2021-12-01 09:00Z' + n * (interval '1800 days' / ${amount}))`;
const words = (kind: string): string =>
  `${oneOf(`${kind}-about`, 'n', about)} || ' ' || ${oneOf(`${kind}-happens`, 'n', happens)}`;
const number = (letter: string, at: string): string =>
  `'${letter}-' || extract(year from ${at}) || '-' || lpad(n::text, 4, '0')`;
const trusted = (kind: string, numbered: string, fingerprint: string): string =>
  `case when ${lot(`${kind}-changed`, numbered, 100)} < 3 then md5('earlier words') else ${fingerprint} end`;

function places(): string[] {
  return [
    `insert into planning_area (id, name, position)
     select ${key('area', 'n')}, 'Planungsraum ' || n, n from generate_series(1, ${AREAS}) as n`,
    `update municipality set planning_area_id = ${key('area', `(1 + ags::int % ${AREAS})`)}`,
    `insert into committee (id, name, kind, position)
     select ${key('committee', 'n')}, 'Ausschuss ' || n, 'COMMITTEE', n from generate_series(1, ${COMMITTEES}) as n`,
    // Hinweise that have a field, numbered in it from the newest on; those of the last years are worked on.
    `create temporary table bench_pool on commit drop as
     select id, fingerprint, primary_field_id as field_id, (row_number() over newest)::int as turn,
            greatest(1, (count(*) over (partition by primary_field_id) * 0.6)::int) as amount
     from feedback where primary_field_id is not null window newest as (partition by primary_field_id order by received_at desc, id)`,
    `create unique index on bench_pool (field_id, turn) include (amount)`,
    `analyze bench_pool`,
  ];
}

function services(count: number): string[] {
  return [
    `insert into social_service (id, organisation_id, state, current_version_id, confirmed_version_id, confirmed_on, created_at)
     select ${key('service', 'n')}, ${key('organisation', '(1 + n * 11 % 400)')}, 'PUBLISHED', ${key('service-version', 'n')}, ${key('service-version', 'n')},
            '2026-02-01', '2024-01-01' from generate_series(1, ${count}) as n`,
    `insert into service_version (id, service_id, number, title, description, secret_place, street, postal_code, city, opening_hours, phone, mail, website,
       internal_note, saved_at, saved_by)
     select ${key('service-version', 'n')}, ${key('service', 'n')}, 1, 'Angebot ' || n, ${words('service')}, false, '', '', '', '', '', '', '', '', '2026-02-01', 'Koordination'
     from generate_series(1, ${count}) as n`,
    `insert into service_version_target_group (version_id, target_group_id)
     select ${key('service-version', 'n')}, target_group.id from generate_series(1, ${count}) as n, target_group
     where ${lot('service-group', `(n || target_group.name)`, 4)} = 0`,
  ];
}

/** A Hinweis of the same field as the row, drawn by lot. */
const fromPool = (kind: string, numbered: string, fieldId: string): string =>
  `join lateral (select amount from bench_pool where bench_pool.field_id = ${fieldId} and turn = 1) size on true
   join bench_pool said on said.field_id = ${fieldId} and said.turn = 1 + ${lot(kind, numbered, 'size.amount')}`;

function condensed(amount: AmountOf, every: EveryOf, fields: number): string[] {
  const at = made(amount('argument'));
  return [
    `insert into argument (id, number, field_id, title, summary, created_at)
     select ${key('argument', 'n')}, ${number('A', at)}, ${field('argument', fields)}, ${words('argument')}, ${oneOf('argument-more', 'n', moreover)}, ${at}
     from ${every('argument')}`,
    // A few arguments are carried by very many.
    `insert into argument_feedback (argument_id, feedback_id, since)
     select argument.id, said.id, argument.created_at + interval '1 day'
     from (select n, 1 + floor(${amount('argument')} * power(${lot('carrying', 'n', 10_000)} / 10000.0, 2))::int as of_argument from ${every('carrying')}) as drawn
       join argument on argument.id = ${key('argument', 'of_argument')} ${fromPool('carrying-said', 'n', 'argument.field_id')}
     on conflict do nothing`,
    `insert into feedback_group (id, name, created_at)
     select ${key('group', 'n')}, ${words('group')}, ${made(amount('group'))} from ${every('group')}`,
    `insert into feedback_group_member (group_id, feedback_id, since)
     select ${key('group', 'n')}, said.id, ${made(amount('group'))}
     from ${every('group')} cross join generate_series(1, ${GROUP_SIZE}) as place
       ${fromPool('group-said', `(n || '-' || place)`, field('group', fields))} on conflict do nothing`,
    // Two said the same: the later one goes the way of the one before, in the same state and field.
    `update feedback set counted_with_id = counts.id
     from (select id, state, primary_field_id, lead(id) over (partition by primary_field_id, state order by received_at) as next,
             row_number() over (partition by primary_field_id, state order by received_at) as place
           from feedback where state in ('LINKED', 'DECIDED', 'ANSWERED')) counts
     where counts.next = feedback.id and counts.place % 40 = 0`,
  ];
}

function findings(amount: AmountOf, every: EveryOf, fields: number): string[] {
  const at = made(amount('finding'));
  const state = lot('finding-state', 'n', 100);
  const set = made(amount('priority'));
  return [
    `insert into finding (id, number, field_id, planning_area_id, statement, caveat, state, dropped_reason, confirmed_by, confirmed_at, created_at)
     select ${key('finding', 'n')}, ${number('B', at)}, ${field('finding', fields)}, case when n % 3 = 0 then ${key('area', `(1 + n % ${AREAS})`)} end,
            ${words('finding')} || '. ' || ${oneOf('finding-more', 'n', moreover)}, '', state, case state when 'DROPPED' then 'Hat sich erledigt.' else '' end,
            case state when 'CONFIRMED' then 'Planung' else '' end, case state when 'CONFIRMED' then ${at} end, ${at}
     from (select n, case when ${state} < 10 then 'DRAFT' when ${state} < 93 then 'CONFIRMED' else 'DROPPED' end as state from ${every('finding')}) as drawn`,
    // Half of the drafts still rest on nothing.
    `insert into finding_evidence (id, finding_id, feedback_id, fingerprint, feedback_fingerprint, since)
     select ${key('evidence', `(n || '-' || place)`)}, finding.id, said.id, ${trusted('evidence', `(n || '-' || place)`, 'said.fingerprint')}, said.fingerprint,
            finding.created_at
     from ${every('finding')} join finding on finding.id = ${key('finding', 'n')} cross join generate_series(1, 2) as place
       ${fromPool('evidence-said', `(n || '-' || place)`, 'finding.field_id')}
     where finding.state <> 'DRAFT' or n % 2 = 0 on conflict do nothing`,
    `insert into finding_evidence (id, finding_id, argument_id, fingerprint, since)
     select ${key('evidence', `(n || '-argument')`)}, finding.id, said.id, ${trusted('evidence', `(n || '-argument')`, 'said.fingerprint')}, finding.created_at
     from ${every('finding')} join finding on finding.id = ${key('finding', 'n')}
       join argument said on said.id = ${key('argument', `(1 + n % ${amount('argument')})`)}
     where n % 5 < 3 and (finding.state <> 'DRAFT' or n % 2 = 0)`,
    `insert into finding_evidence (id, finding_id, silence, fingerprint, since)
     select ${key('evidence', `(n || '-silence')`)}, finding.id, 'Aus diesem Planungsraum war niemand zu hören.', md5(''), finding.created_at
     from ${every('finding')} join finding on finding.id = ${key('finding', 'n')} where n % 20 = 0 and finding.state <> 'DRAFT'`,
    `insert into action_priority (id, number, field_id, title, description, without_voice, state, dropped_reason, created_at)
     select ${key('priority', 'n')}, ${number('S', set)}, ${field('priority', fields)}, ${words('priority')}, ${oneOf('priority-more', 'n', moreover)}, '', state,
            case state when 'DROPPED' then 'Zusammengelegt.' else '' end, ${set}
     from (select n, (array['DRAFT', 'PROPOSED', 'PROPOSED', 'SET', 'SET', 'SET', 'SET', 'SET', 'SET', 'DROPPED'])[1 + ${lot('priority-state', 'n', 10)}] as state
           from ${every('priority')}) as drawn`,
    `insert into priority_finding (priority_id, finding_id, fingerprint, since)
     select ${key('priority', 'n')}, finding.id, ${trusted('priority', `(n || '-' || place)`, 'finding.fingerprint')}, ${set}
     from ${every('priority')} cross join generate_series(0, 3) as place join finding on true
     where finding.id = ${key('finding', `(1 + (n * 5 + place) % ${amount('finding')})`)} and finding.state = 'CONFIRMED'
     on conflict do nothing`,
    `insert into need_statement (id, field_id, planning_area_id, stock, need, gap, source, as_of, created_at)
     select ${key('need', `(field.position || '-' || coalesce(area.position, 0))`)}, field.id, area.id, ${oneOf('need', 'field.position', moreover)},
            ${oneOf('need-more', 'field.position', moreover)}, ${oneOf('need-gap', 'field.position', moreover)}, 'Sozialplanung', '2026-01-01', '2026-01-01'
     from field_of_action field, (select id, position from planning_area union all select null, null) area`,
  ];
}

function recommendations(amount: AmountOf, every: EveryOf, fields: number): string[] {
  const at = made(amount('recommendation'));
  const state = lot('recommendation-state', 'n', 100);
  return [
    `insert into recommendation (id, number, year, field_id, wording, addressee, measure_of_success, due_on, state, withdrawn_reason, created_at)
     select ${key('recommendation', 'n')}, ${number('E', at)}, extract(year from ${at}), ${field('recommendation', fields)},
            'Der Landkreis sorgt dafür, dass sich das ändert: ' || ${words('recommendation')} || '. ' || ${oneOf('recommendation-more', 'n', moreover)},
            'Fachbereich ' || (1 + n % 7), ${oneOf('recommendation-success', 'n', moreover)}, (${at})::date + 365, state,
            case state when 'WITHDRAWN' then 'Ist überholt.' else '' end, ${at}
     from (select n, case when ${state} < 8 then 'DRAFT' when ${state} < 20 then 'SUBMITTED' when ${state} < 72 then 'ACCEPTED' when ${state} < 84 then 'CHANGED'
             when ${state} < 94 then 'REJECTED' else 'WITHDRAWN' end as state from ${every('recommendation')}) as drawn`,
    `insert into recommendation_cost (recommendation_id, budget_year, one_off, yearly)
     select ${key('recommendation', 'n')}, 2023 + n % 4 + place, 5000 * (1 + n % 9), 1000 * (n % 5) from ${every('recommendation')} cross join generate_series(0, 1) as place`,
    `insert into recommendation_priority (recommendation_id, priority_id, fingerprint, since)
     select ${key('recommendation', 'n')}, it.id, ${trusted('derived', `(n || '-' || place)`, 'it.fingerprint')}, ${at}
     from ${every('recommendation')} cross join generate_series(0, 1) as place
       join action_priority it on true
     where it.id = ${key('priority', `(1 + (n * 7 + place * 13) % ${amount('priority')})`)} and (place = 0 or n % 2 = 0) on conflict do nothing`,
    // A committee advises, the council decides.
    `insert into recommendation_decision (id, recommendation_id, committee_id, body_name, decided_on, reference, result, final, wording, reason, fingerprint, since)
     select ${key('decision', `(n || '-' || place)`)}, it.id, ${key('committee', `(1 + n % ${COMMITTEES})`)}, 'Ausschuss ' || (1 + n % ${COMMITTEES}),
            it.created_at::date + 60 + place * 30, 'V/' || n, case when place = 0 then 'ACCEPTED' else it.state end, place = 1,
            case when place = 1 and it.state = 'CHANGED' then it.wording || ' Bis Jahresende.' else '' end,
            case when place = 1 and it.state = 'REJECTED' then 'Das Geld fehlt.' else '' end,
            ${trusted('decision', `(n || '-' || place)`, 'it.fingerprint')}, it.created_at + interval '60 days'
     from ${every('recommendation')} join recommendation it on it.id = ${key('recommendation', 'n')} cross join generate_series(0, 1) as place
     where it.state in ('ACCEPTED', 'CHANGED', 'REJECTED') and (place = 1 or n % 2 = 0)`,
  ];
}

function measures(amount: AmountOf, every: EveryOf, fields: number): string[] {
  const count = amount('measure');
  const at = made(count);
  const state = lot('measure-state', 'n', 100);
  const ofMeasure = `from ${every('measure')} join measure it on it.id = ${key('measure', 'n')}`;
  return [
    `insert into measure (id, number, kind, field_id, title, description, target, lead_organisation_id, starts_on, due_on, completed_on, funding_source, state,
       state_reason, followed_by_id, created_at)
     select ${key('measure', 'n')}, ${number('M', at)}, (array['MEASURE', 'MEASURE', 'MEASURE', 'MEASURE', 'MEASURE', 'MEASURE', 'MEASURE', 'PROJECT', 'PROJECT',
              'PROVISIONAL_STEP'])[1 + n % 10], ${field('measure', fields)}, 'Abhilfe: ' || ${words('measure')}, ${oneOf('measure-more', 'n', moreover)},
            'Für alle, die es brauchen.', ${key('organisation', '(1 + n * 17 % 250)')}, (${at})::date + 60, (${at})::date + 260 + ${lot('measure-days', 'n', 600)},
            case when state in ('COMPLETED', 'EVALUATED') then least((${at})::date + 260 + ${lot('measure-days', 'n', 600)}, date '2026-10-01') end,
            (array['', 'Kreishaushalt', 'Land', 'Stiftung'])[1 + n % 4], state, case when state in ('REJECTED', 'DISCONTINUED') then 'Das Geld fehlt.' else '' end,
            case state when 'SUPERSEDED' then ${key('measure', '(n - 1)')} end, ${at}
     from (select n, case when ${state} < 12 or n = 1 then 'PROPOSED' when ${state} < 25 then 'APPROVED' when ${state} < 57 then 'IN_PROGRESS' when ${state} < 61 then 'ON_HOLD'
             when ${state} < 76 then 'COMPLETED' when ${state} < 90 then 'EVALUATED' when ${state} < 94 then 'REJECTED' when ${state} < 98 then 'DISCONTINUED'
             else 'SUPERSEDED' end as state from ${every('measure')}) as drawn`,
    `insert into measure_partner (measure_id, organisation_id)
     select ${key('measure', 'n')}, ${key('organisation', `(1 + (n * 17 + 3 + place * 5) % 250)`)} from ${every('measure')} cross join generate_series(0, 1) as place`,
    `insert into measure_cost (measure_id, budget_year, one_off, yearly)
     select it.id, extract(year from it.starts_on)::int + place, 5000 * (1 + n % 9), 1000 * (n % 5) ${ofMeasure} cross join generate_series(0, 2) as place where n % 9 > 0`,
    `insert into measure_recommendation (measure_id, recommendation_id, fingerprint, since)
     select ${key('measure', 'n')}, source.id, ${trusted('measure', `(n || '-' || place)`, 'source.fingerprint')}, ${at}
     from ${every('measure')} cross join generate_series(0, 1) as place join recommendation source on true
     where source.id = ${key('recommendation', `(1 + (n * 3 + place * 29) % ${amount('recommendation')})`)} and source.state in ('ACCEPTED', 'CHANGED')
       and (place = 0 or n % 4 = 0) on conflict do nothing`,
    `insert into measure_milestone (id, measure_id, title, due_on, done_on)
     select ${key('milestone', `(n || '-' || place)`)}, it.id, 'Meilenstein ' || place, it.starts_on + place * 60,
            case when it.state in ('COMPLETED', 'EVALUATED') or ${lot('milestone', `(n || '-' || place)`, 10)} < 7 then it.starts_on + place * 60 end
     ${ofMeasure} cross join generate_series(1, 3) as place`,
    `insert into measure_progress (id, measure_id, standing, words, expected_end, reported_by, reported_at, reported_on)
     select ${key('progress', `(n || '-' || place)`)}, it.id,
            (array['ON_TRACK', 'ON_TRACK', 'ON_TRACK', 'AT_RISK', 'LATE'])[1 + ${lot('progress', `(n || '-' || place)`, 5)}], ${oneOf('progress-words', 'n', moreover)},
            case when place = 2 then it.due_on end, 'Haus', least(it.starts_on + place * 90, date '2026-11-01')::timestamptz, least(it.starts_on + place * 90, date '2026-11-01')
     ${ofMeasure} cross join generate_series(1, 2) as place where it.state in ('APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'EVALUATED')`,
    `insert into measure_progress_request (measure_id, asked_by, asked_at, due_on)
     select it.id, 'Planung', '2026-10-15', '2026-11-15' ${ofMeasure} where it.state in ('APPROVED', 'IN_PROGRESS') and n % 2 = 0`,
    `insert into evaluation (measure_id, conclusion, consequence, evaluated_on, created_at)
     select it.id, case when it.state = 'EVALUATED' then 'Es wirkt.' else '' end, '', case when it.state = 'EVALUATED' then it.completed_on end, it.created_at
     ${ofMeasure} where it.state = 'EVALUATED' or n % 3 = 0`,
    `insert into evaluation_goal (id, measure_id, position, level, title, unit, baseline, baseline_on, baseline_source, target, target_on, confidence)
     select ${key('goal', `(n || '-' || place)`)}, it.measure_id, place, (array['OUTPUT', 'OUTCOME'])[place], 'Wartezeit', 'Tage', 90, '2021-01-01', 'Statistik', 30, '2027-01-01', 'MEDIUM'
     from ${every('measure')} join evaluation it on it.measure_id = ${key('measure', 'n')} cross join generate_series(1, 2) as place`,
    `insert into evaluation_value (goal_id, seen_on, value, source)
     select id, date '2022-01-01' + place * 180, 90 - place * 10, 'Statistik' from evaluation_goal cross join generate_series(1, 3) as place`,
  ];
}
