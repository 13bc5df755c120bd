import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { figures } from './fill-figures';
import { attachments } from './fill-attachments';
import { cycle, cycleTables } from './fill-cycle';
import { calendar, calendarFeed } from './fill-calendar';
import { controls } from './fill-controls';
import { planning, planningTables } from './fill-planning';
import { tasks } from './fill-tasks';
import { about, happens, moreover } from './fill-texts';
import { key, lot, oneOf } from './keys';

export const traceKinds = ['feedback', 'field-of-action', 'meeting', 'organisation'] as const;
export type TraceKind = (typeof traceKinds)[number];

/** What the bench asks for; the same on every run. */
export interface BenchWorld {
  /** Secrets of the session cookies of a coordinator of every network here and of a planner. */
  sessionTokens: Record<'coordinator' | 'planner', string>;
  personId: string;
  fieldIds: string[];
  networkIds: string[];
  committeeIds: string[];
  meetingIds: string[];
  /** Objects a trace starts from. */
  traced: Record<TraceKind, string[]>;
  /** Objects in the middle of a thread from a Hinweis to a Maßnahme, as the address of their trace ends. */
  threads: string[];
  /** By code. */
  indicatorIds: string[];
  cycleId: string;
  /** Invitations by meeting, so that answers meet different rows. */
  invitationIds: string[][];
  counts: Record<string, number>;
}

export const INVITEES = 80;
const FIELDS = 8;
const MUNICIPALITIES = 10;
const NETWORKS = 20;
const SESSION_TOKENS = {
  coordinator: 'bench-session-of-one-coordinator-and-nobody-else',
  planner: 'bench-session-of-one-planner-and-nobody-else',
};

/** Rows per table at scale 1: the county a few years from now. */
const organisationsAt = (scale: number): number => Math.max(400, Math.round(20_000 * scale));
/** Hinweise are many from the first scale on: 200,000 is what a large county has after ten cycles. */
const feedbackAt = (scale: number): number => Math.min(200_000, Math.max(400, Math.round(200_000 * scale)));
const meetingsAt = (scale: number): number => Math.max(8, Math.round(400 * scale));

/**
 * Fills a migrated, empty database with mass: SQL instead of use cases, because 200,000 organisations by
 * HTTP would take an hour. Only the bench may do so; the audit is switched off while it happens.
 */
export async function fillBench(ownerUrl: string, scale: number): Promise<BenchWorld> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: audited } = await owner.query<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger where not tgisinternal`,
    );
    const tables = audited.map((table) => table.name);
    await owner.query('begin');
    for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
    for (const statement of [
      ...lists(),
      ...actors(scale),
      ...networks(),
      ...meetings(scale),
      ...feedback(scale),
      ...planning(scale, FIELDS),
      ...controls(scale),
      ...tasks(scale),
      ...calendar(),
      ...figures(scale),
      ...attachments(scale),
      ...cycle(),
      ...session(),
      ...calendarFeed(),
      // Tables with checks still waiting cannot be altered.
      'set constraints all immediate',
      // What triggers keep where they are not switched off.
      'insert into feedback_count select * from feedback_counted',
      'insert into finding_voice select * from finding_voiced',
      `insert into measure_verdict select * from measures_judged('infinity')`,
    ])
      await owner.query(statement);
    for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
    await owner.query('commit');
    await owner.query('vacuum (analyze)');
    return await worldOf(owner, scale);
  } finally {
    await owner.end();
  }
}

function lists(): string[] {
  const fields = [
    'Kinder- und Jugendhilfe',
    'Bildung',
    'Gesundheit',
    'Soziale Lage',
    'Pflege',
    'Teilhabe',
    'Migration',
    'Ehrenamt',
  ];
  const towns = [
    'Köthen (Anhalt)',
    'Bitterfeld-Wolfen',
    'Zerbst/Anhalt',
    'Aken (Elbe)',
    'Raguhn-Jeßnitz',
    'Sandersdorf-Brehna',
    'Zörbig',
    'Muldestausee',
    'Osternienburger Land',
    'Südliches Anhalt',
  ];
  return [
    `insert into field_of_action (id, name, description, position)
     select ${key('field', 'n')}, name, '', n from unnest(array['${fields.join("','")}']) with ordinality as list (name, n)`,
    `insert into municipality (id, ags, name)
     select ${key('municipality', 'n')}, '15082' || lpad(n::text, 3, '0'), name from unnest(array['${towns.join("','")}']) with ordinality as list (name, n)`,
  ];
}

function actors(scale: number): string[] {
  const organisations = organisationsAt(scale);
  const kinds = [
    'Förderverein',
    'Beratungsstelle',
    'Kita',
    'Sozialstation',
    'Jugendclub',
    'Selbsthilfegruppe',
    'Mehrgenerationenhaus',
    'Tafel',
    'Wohnprojekt',
    'Schule',
  ];
  const names = [
    'Ahorn',
    'Birke',
    'Erle',
    'Fuhne',
    'Mulde',
    'Öhre',
    'Ährenfeld',
    'Kiebitz',
    'Taube',
    'Weide',
    'Ulme',
    'Elbaue',
  ];
  const types = [
    'PUBLIC_AUTHORITY',
    'FREE_PROVIDER',
    'PRIVATE_PROVIDER',
    'MUNICIPALITY',
    'SCHOOL_KITA',
    'HEALTH',
    'INITIATIVE',
    'SELF_HELP',
    'BUSINESS',
    'RESEARCH',
  ];
  return [
    `insert into organisation (id, name, short_name, type, function_mailbox, city, municipality_id, checked_on, active, created_at)
     select ${key('organisation', 'n')},
            (array['${kinds.join("','")}'])[1 + ${lot('kind', 'n', kinds.length)}] || ' ' || (array['${names.join("','")}'])[1 + ${lot('name', 'n', names.length)}] || ' ' || n,
            case when n % 3 = 0 then 'K' || n else '' end,
            (array['${types.join("','")}'])[1 + ${lot('type', 'n', types.length)}],
            'kontakt@haus-' || n || '.example', 'Köthen (Anhalt)', ${key('municipality', `(1 + ${lot('town', 'n', MUNICIPALITIES)})`)},
            case when n % 4 = 0 then null else date '2026-01-01' + ${lot('checked', 'n', 300)} end, n % 10 <> 0, '2026-01-01'
     from generate_series(1, ${organisations}) as n`,
    `insert into organisation_field (organisation_id, field_id)
     select ${key('organisation', 'n')}, ${key('field', `(1 + (${lot('field', 'n', FIELDS)} + extra) % ${FIELDS})`)}
     from generate_series(1, ${organisations}) as n, generate_series(0, 1) as extra where extra = 0 or n % 2 = 0`,
    `insert into person (id, given_name, family_name, mail, phone, created_at)
     select ${key('person', 'n')}, 'Vorname', 'Beispiel ' || n, 'person-' || n || '@haus-' || n || '.example', '', '2026-01-01'
     from generate_series(1, ${organisations}) as n`,
    `insert into representation (id, person_id, organisation_id, function, from_day, to_day)
     select ${key('representation', 'n')}, ${key('person', 'n')}, ${key('organisation', `(1 + n * 7 % ${organisations})`)}, 'Leitung', '2024-01-01',
            case when n % 5 = 0 then date '2025-12-31' end
     from generate_series(1, ${organisations}) as n`,
  ];
}

function networks(): string[] {
  return [
    `insert into network (id, name, kind, state, created_at)
     select ${key('network', 'n')}, 'Netzwerk ' || n, 'NETWORK', 'ACTIVE', '2024-01-01' from generate_series(1, ${NETWORKS}) as n`,
    // The first person coordinates every network; the next hundred sit in them.
    `insert into membership (id, network_id, organisation_id, person_id, role, from_day, created_at)
     select ${key('membership', `n || '-' || seat`)}, ${key('network', 'n')}, ${key('organisation', 'seat')}, ${key('person', 'seat')},
            case when seat = 1 then 'COORDINATOR' else 'MEMBER' end, '2024-01-01', '2024-01-01'
     from generate_series(1, ${NETWORKS}) as n, generate_series(1, 100) as seat`,
  ];
}

function meetings(scale: number): string[] {
  const count = meetingsAt(scale);
  const people = organisationsAt(scale);
  const invitation = `from generate_series(1, ${count}) as n, generate_series(1, ${INVITEES}) as seat`;
  const guest = `(1 + (n * 31 + seat * 5) % ${people})`;
  const answered = `seat % 4`;
  return [
    `insert into meeting (id, type, title, network_id, starts_at, ends_at, place, invitation_text, state, organizer_name, organizer_mail,
       calendar_stamp, calendar_sequence, created_by_person_id, created_at)
     select ${key('meeting', 'n')}, 'NETWORK', 'Netzwerktreffen ' || n, ${key('network', `(1 + n % ${NETWORKS})`)},
            timestamptz '2040-01-10 13:00Z' + n * interval '1 hour', timestamptz '2040-01-10 15:00Z' + n * interval '1 hour',
            'Kreishaus, Saal ' || n % 9, 'wir laden Sie herzlich ein.', 'INVITED', 'Koordination', 'netzwerk@kreis.example',
            '2026-01-01', 0, ${key('person', '1')}, '2026-01-01'
     from generate_series(1, ${count}) as n`,
    `insert into agenda_item (id, meeting_id, position, title, minutes, visibility)
     select ${key('agenda', `n || '-' || item`)}, ${key('meeting', 'n')}, item, 'Punkt ' || item, 20, case item when 1 then 'PUBLIC' when 6 then 'HIDDEN' else 'INTERNAL' end
     from generate_series(1, ${count}) as n, generate_series(1, 6) as item`,
    `insert into invitation (id, meeting_id, person_id, on_behalf_of_id, mail, name, invited_at, sent_sequence, answer, answered_at, answer_channel)
     select ${key('invitation', `n || '-' || seat`)}, ${key('meeting', 'n')}, ${key('person', guest)}, ${key('organisation', guest)},
            'gast-' || n || '-' || seat || '@haus.example', 'Vorname Beispiel ' || ${guest}, '2026-01-01', 0,
            case ${answered} when 0 then 'NEEDS_ACTION' when 1 then 'ACCEPTED' when 2 then 'DECLINED' else 'TENTATIVE' end,
            case when ${answered} > 0 then timestamptz '2026-01-02' end, case when ${answered} > 0 then 'LINK' end
     ${invitation}`,
    `insert into outbox_message (id, message_id, batch_id, order_key, purpose, object_kind, object_id, envelope_from, to_name, to_address, demo_address,
       subject, confidential, state, not_before, created_at, settled_at)
     select ${key('mail', `n || '-' || seat`)}, 'bench-' || n || '-' || seat, ${key('batch', 'n')}, 'bench-' || n || '-' || seat, 'invitation', 'invitation',
            ${key('invitation', `n || '-' || seat`)}, 'netzwerk@kreis.example', 'Gast', 'gast@haus.example', true, 'Einladung', false, 'SENT',
            '2026-01-01', '2026-01-01', '2026-01-01'
     ${invitation}`,
  ];
}

/** Nine of ten are answered long ago; the rest is the work of a few months. */
function feedback(scale: number): string[] {
  const count = feedbackAt(scale);
  // Some dozen Hinweise say the same in nearly the same words, and many share a part.
  const part = (kind: string, texts: readonly string[]): string => oneOf(`feedback-${kind}`, 'n', texts);
  const text = `${part('about', about)} || ' ' || ${part('happens', happens)} || '. ' || ${part('moreover', moreover)} || ' Fall ' || n || '.'`;
  const place = `(${lot('feedback-state', 'n', 100)})`;
  const state = `case when ${place} < 2 then 'SUBMITTED' when ${place} < 3 then 'TRIAGED' when ${place} < 6 then 'LINKED' when ${place} < 8 then 'DECIDED' else 'ANSWERED' end`;
  const meeting = `(1 + ${lot('feedback-meeting', 'n', 1_000_000)} % ${meetingsAt(scale)})`;
  return [
    `insert into feedback (id, number, source, channel, received_at, organisation_id, speaker_role, meeting_id, network_id, municipality_id,
       primary_field_id, primary_origin,
       primary_since, state, triaged_text, decision, decided_at, answer, answered_at, created_at)
     select ${key('feedback', 'n')}, 'H-2026-' || lpad(n::text, 6, '0'), 'NETWORK', 'MINUTES', received, ${key('organisation', `(1 + n * 13 % ${organisationsAt(scale)})`)},
            'Beratungsstelle', ${key('meeting', meeting)}, ${key('network', `(1 + ${meeting} % ${NETWORKS})`)},
            -- Half of them say where they come from.
            case when n % 2 = 0 then ${key('municipality', `(1 + ${lot('feedback-town', 'n', MUNICIPALITIES)})`)} end,
            case when state in ('LINKED', 'DECIDED', 'ANSWERED') then ${key('field', `(1 + ${lot('feedback-field', 'n', FIELDS)})`)} end,
            case when state in ('LINKED', 'DECIDED', 'ANSWERED') then 'HUMAN' end, case when state in ('LINKED', 'DECIDED', 'ANSWERED') then received end,
            state, case when state <> 'SUBMITTED' then ${text} end,
            case when state in ('DECIDED', 'ANSWERED') then 'NOTED' end, case when state in ('DECIDED', 'ANSWERED') then received end,
            case when state = 'ANSWERED' then 'Vielen Dank, wir nehmen es auf.' else '' end, case when state = 'ANSWERED' then received end, received
     from (select n, ${state} as state, timestamptz '2016-01-01' + n * interval '26 minutes' as received from generate_series(1, ${count}) as n) as numbered`,
    `insert into feedback_original (feedback_id, text, flags, delete_after)
     select id, 'Noch nicht geprüft: ' || number, '[]', '2040-01-01' from feedback where state = 'SUBMITTED'`,
    `insert into feedback_field (feedback_id, field_id, origin, since)
     select id, ${key('field', `(1 + ${lot('feedback-further', 'number', FIELDS)})`)}, 'HUMAN', received_at from feedback
     where primary_field_id is not null and ${lot('feedback-further-any', 'number', 4)} = 0
       and primary_field_id <> ${key('field', `(1 + ${lot('feedback-further', 'number', FIELDS)})`)}`,
  ];
}

function session(): string[] {
  const hash = (who: keyof typeof SESSION_TOKENS): string =>
    createHash('sha256').update(SESSION_TOKENS[who]).digest('hex');
  return [
    `insert into account (id, person_id, mail, display_name, roles, created_at)
     values (${key('account', `'1'`)}, ${key('person', `'1'`)}, 'koordination@kreis.example', 'Koordination', array['coordinator'], '2026-01-01'),
            (${key('account', `'2'`)}, ${key('person', `'2'`)}, 'planung@kreis.example', 'Planung', array['planner'], '2026-01-01')`,
    `insert into session (id, token_hash, account_id, created_at, seen_at, expires_at)
     values (${key('session', `'1'`)}, '${hash('coordinator')}', ${key('account', `'1'`)}, now(), now(), now() + interval '12 hours'),
            (${key('session', `'2'`)}, '${hash('planner')}', ${key('account', `'2'`)}, now(), now(), now() + interval '12 hours')`,
  ];
}

async function worldOf(owner: Client, scale: number): Promise<BenchWorld> {
  const ids = async (statement: string): Promise<string[]> =>
    (await owner.query<{ id: string }>(statement)).rows.map((row) => row.id);
  const meetingIds = await ids(
    `select ${key('meeting', 'n')} as id from generate_series(1, least(200, ${meetingsAt(scale)})) as n`,
  );
  const { rows } = await owner.query<{ ids: string[] }>(
    `select array_agg(invitation.id order by invitation.mail) as ids from unnest($1::uuid[]) with ordinality as wanted (id, place)
     join invitation on invitation.meeting_id = wanted.id group by wanted.place order by wanted.place`,
    [meetingIds],
  );
  const counts: Record<string, number> = {};
  for (const table of [
    'organisation',
    'organisation_field',
    'representation',
    'meeting',
    'invitation',
    'outbox_message',
    'feedback',
    'observation',
    ...planningTables,
    ...cycleTables,
  ]) {
    counts[table] = Number(
      (await owner.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count,
    );
  }
  return {
    sessionTokens: SESSION_TOKENS,
    personId: (await ids(`select ${key('person', `'1'`)} as id`))[0] ?? '',
    fieldIds: await ids('select id from field_of_action order by position'),
    networkIds: await ids('select id from network order by id'),
    committeeIds: await ids('select id from committee order by position'),
    meetingIds,
    traced: {
      feedback: await ids(
        `select ${key('feedback', `(n * 97)`)} as id from generate_series(1, 200) as n where n * 97 <= ${feedbackAt(scale)}`,
      ),
      'field-of-action': await ids('select id from field_of_action order by position'),
      meeting: meetingIds,
      organisation: await ids(`select ${key('organisation', 'n')} as id from generate_series(1, 200) as n`),
    },
    threads: await ids(
      `select kind || '/' || id as id from (
         (select 'feedback' as kind, feedback_id as id, row_number() over (order by id) as place from finding_evidence where feedback_id is not null order by place limit 100)
         union all (select 'argument', id, row_number() over (order by number) from argument order by number limit 100)
         union all (select 'finding', id, row_number() over (order by number) from finding order by number limit 100)
         union all (select 'priority', id, row_number() over (order by number) from action_priority order by number limit 100)
         union all (select 'recommendation', id, row_number() over (order by number) from recommendation order by number limit 100)
         union all (select 'measure', id, row_number() over (order by number) from measure order by number limit 100)) as started
       order by place, kind`,
    ),
    indicatorIds: await ids('select id from indicator order by code'),
    cycleId: (await ids('select id from cycle'))[0] ?? '',
    invitationIds: rows.map((row) => row.ids),
    counts,
  };
}
