import { key, lot, oneOf } from './keys';

/** Five years of 20 networks with quarterly meetings and eight tasks each are 3,200; ten times that at scale 1. */
const tasksAt = (scale: number): number => Math.max(400, Math.round(32_000 * scale));
const NETWORKS = 20;

/** Tasks of networks, most of them done, some late, some of houses, one in ten without a day. */
export function tasks(scale: number): string[] {
  const person = key('person', `(1 + ${lot('task-person', 'n', 300)})`);
  const organisation = key('organisation', `(1 + ${lot('task-house', 'n', 300)})`);
  return [
    `insert into task (id, title, detail, due_on, person_id, organisation_id, network_id, state, done_at, done_by, origin, created_at)
     select ${key('task', 'n')}, ${oneOf('task-title', 'n', ['Räume anfragen', 'Flyer drucken', 'Liste der Angebote nachtragen', 'Förderaufruf prüfen'])} || ' ' || n, '',
            case when n % 10 <> 0 then date '2022-01-01' + ${lot('task-day', 'n', 1825)} end,
            case when n % 4 <> 0 then ${person} end, case when n % 4 = 0 then ${organisation} end,
            ${key('network', `(1 + n % ${NETWORKS})`)}, case when n % 7 = 0 then 'OPEN' when n % 50 = 1 then 'DROPPED' else 'DONE' end,
            case when n % 7 <> 0 and n % 50 <> 1 then timestamptz '2022-02-01' + ${lot('task-done', 'n', 1700)} * interval '1 day' end,
            '', 'MANUAL', '2022-01-01'
     from generate_series(1, ${tasksAt(scale)}) as n`,
  ];
}
