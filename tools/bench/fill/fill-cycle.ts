import { key } from './keys';

/** What a round of the discourse takes up in a large county. */
const FORMATS = 60;
const IN_ROUND = { findings: 120, formats: 12 };

export const cycleTables = ['cycle_step', 'participation_format', 'discourse_finding', 'discourse_format'];

/**
 * A cycle out of the Bauplan with its goals and steps, formats with a meeting each, and two rounds: one is closed, one
 * runs, with some hundred Hinweise from each of its meetings.
 */
export function cycle(): string[] {
  const template = `(select id from process_template where state = 'RELEASED' order by number desc limit 1)`;
  const id = key('cycle', `'1'`);
  const round = (number: string): string => key('discourse', `'${number}'`);
  return [
    `insert into participation_format (id, type_id, title, state, network_id, returned_at, created_at)
     select ${key('format', 'n')}, (select id from format_type order by position limit 1), 'World Café ' || n,
            case when n % 3 = 0 then 'RUNNING' else 'EVALUATED' end, ${key('network', '(1 + n % 20)')}, null, '2025-03-01'
     from generate_series(1, ${FORMATS}) as n`,
    `update meeting set format_id = ${key('format', 'n')} from generate_series(1, ${FORMATS}) as n where meeting.id = ${key('meeting', 'n')}`,
    `insert into cycle (id, number, name, state, begins_on, ends_on, template_id, created_at)
     values (${id}, 1, '1. Zyklus', 'DISCOURSE', '2022-01-01', '2026-12-31', ${template}, '2022-01-01')`,
    `insert into cycle_milestone (cycle_id, position, year, goal, counter)
     select ${id}, place - 1, 2022 + (place - 1) % 5, 'Ziel ' || place, counter
     from unnest(array['STEPS', 'CATALOGUE', 'NETWORKS', 'FORMATS', 'RECOMMENDATIONS']) with ordinality as goal (counter, place)`,
    `insert into cycle_phase (cycle_id, key, position, name, summary)
     select ${id}, key, row_number() over (order by position) - 1, name, summary from template_phase where template_id = ${template}`,
    `insert into cycle_step (id, cycle_id, phase_key, key, position, number, title, summary, lead_role, lead, involved_roles, task, input, result, done_when, due_on, state)
     select ${key('cycle-step', 'key::text')}, ${id}, phase_key, key, position, position::text, title, summary, lead_role, lead, involved_roles, task, input, result,
            done_when, date '2022-01-31' + due_month * 30, case when due_month < 40 then 'OPEN' else 'IN_PROGRESS' end
     from template_step where template_id = ${template}`,
    `insert into discourse_round (id, number, cycle_id, previous_id, title, starts_on, ends_on, question, reflection, state, closed_on, created_at)
     values (${round('1')}, 1, ${id}, null, 'Erste Runde', '2023-01-01', '2023-12-31', 'Was fehlt?', 'Früher fragen.', 'CLOSED', '2024-01-10', '2023-01-01'),
            (${round('2')}, 2, ${id}, ${round('1')}, 'Zweite Runde', '2025-01-01', '2026-12-31', 'Was hilft?', '', 'RUNNING', null, '2025-01-01')`,
    `insert into discourse_finding (round_id, finding_id, since)
     select ${round('2')}, id, '2025-02-01' from finding where state = 'CONFIRMED' order by number desc limit ${IN_ROUND.findings}`,
    `insert into discourse_format (round_id, format_id, since)
     select ${round('2')}, ${key('format', 'n')}, '2025-02-01' from generate_series(1, ${IN_ROUND.formats}) as n`,
  ];
}
