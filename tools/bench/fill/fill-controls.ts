import { about, happens, moreover } from './fill-texts';
import { key, lot, oneOf } from './keys';

const AMOUNT = 5000;
const COMMITTEES = 4;
const REPORTS = 3;
const units = ['Amt für Soziales', 'Jugendamt', 'Gesundheitsamt', 'Bauamt', 'Amt für Bildung', 'Kämmerei'];
const applicants = ['Landrat', 'Fraktion A', 'Fraktion B', 'Sozialausschuss'];

/** Adopted resolutions of four committees over twelve years, each under control with three reports; every second has recommendations. */
export function controls(scale: number): string[] {
  const amount = Math.max(8, Math.round(AMOUNT * Math.min(1, scale)));
  const every = `generate_series(1, ${amount}) as n`;
  const day = `(date '2014-12-01' + n * 4300 / ${amount})`;
  const at = `(${day}::timestamp at time zone 'Europe/Berlin')`;
  const state = lot('control-state', 'n', 100);
  const report = `(n || '-' || place)`;
  return [
    `insert into paper (id, number, title, proposal, applicant, unit, state, created_at)
     select ${key('paper', 'n')}, 'BV/' || n, ${oneOf('paper-about', 'n', about)} || ' ' || ${oneOf('paper-happens', 'n', happens)} || ' ' || n, 'Es wird beschlossen.',
            ${oneOf('paper-applicant', 'n', applicants)}, ${oneOf('paper-unit', 'n', units)}, 'ADOPTED', ${at} from ${every}`,
    `insert into paper_recommendation (paper_id, recommendation_id, since)
     select ${key('paper', 'n')}, it.id, ${at} from ${every} join recommendation it on it.id = ${key('recommendation', '(1 + n * 3 % 1600)')}
     where n % 2 = 0 and it.state in ('ACCEPTED', 'CHANGED')`,
    `insert into paper_consultation (id, paper_id, committee_id, role, position, result, decided_on, votes_yes, votes_no, votes_abstained, resolution_number)
     select ${key('consultation', 'n')}, ${key('paper', 'n')}, ${key('committee', `(1 + n % ${COMMITTEES})`)}, 'DECIDING', 1, 'ACCEPTED', ${day}, 20, 3, 1, 'B-' || n
     from ${every}`,
    `insert into resolution_control (id, consultation_id, current_report_id, created_at)
     select ${key('control', 'n')}, ${key('consultation', 'n')}, ${key('control-report', `(n || '-' || ${REPORTS})`)}, ${at} from ${every}`,
    `insert into control_report (id, control_id, reported_at, reported_by, state, words, follows, unit, due_on, next_on)
     select ${key('control-report', report)}, ${key('control', 'n')}, ${at} + place * interval '30 days', 'Planung', state,
            case when state in ('DELAYED', 'IN_PROGRESS') then ${oneOf('control-words', 'n', moreover)} else '' end, n % 2 = 0 and state <> 'STANDING',
            ${oneOf('paper-unit', 'n', units)}, case when state <> 'STANDING' then ${day} + 200 + n % 900 end, case when state = 'STANDING' then date '2026-06-01' + n % 365 end
     from ${every} cross join generate_series(1, ${REPORTS}) as place cross join lateral (
       select case when place = 1 then 'OPEN' when ${state} < 20 then 'OPEN' when ${state} < 45 then 'IN_PROGRESS' when ${state} < 60 then 'DELAYED'
         when ${state} < 70 then 'STANDING' else 'DONE' end as state) drawn`,
  ];
}
