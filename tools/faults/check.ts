import { AuditChain, type RunningApp, createApp, findingSays } from '@runder-tisch/api/create-app';
import type { SlowSmtp } from '@runder-tisch/api/test';
import type { Client } from 'pg';
import type { Ledger } from './ledger';
import { INVITEES, LIST_ROWS } from './writers';

/** The lanes in which mails leave: so many may be under way when a process is killed. */
const LANES = 3;

export interface Verdict {
  /** Promised and not there, or not as promised. */
  lost: string[];
  /** There more often than promised. */
  twice: string[];
  /** Begun and not whole. */
  half: string[];
  mails: string[];
  audit: string[];
  /** Mails that were taken, and further copies of them. */
  taken: number;
  copies: number;
}

/** Holds what stands in the database against what was promised; past the product, as the owner. */
export async function judge(
  owner: Client,
  databaseUrl: string,
  ledger: Ledger,
  mails: SlowSmtp,
  kills: number,
): Promise<Verdict> {
  const verdict: Verdict = { lost: [], twice: [], half: [], mails: [], audit: [], taken: 0, copies: 0 };
  await judgeMeetings(owner, ledger, verdict);
  await judgeFeedback(owner, ledger, verdict);
  await judgeLines(owner, ledger, verdict);
  await judgeAnswers(owner, ledger, verdict);
  await judgeLists(owner, ledger, verdict);
  await judgeMails(owner, ledger, mails, kills, verdict);
  await judgeAudit(databaseUrl, verdict);
  return verdict;
}

async function rows<Row extends object>(owner: Client, text: string): Promise<Row[]> {
  return (await owner.query<Row & Record<string, unknown>>(text)).rows;
}

/** Compares what was promised by key with what is there by key; `there` holds one entry per row. */
function compare(
  what: string,
  promised: ReadonlyMap<string, string>,
  there: readonly (readonly [string, string])[],
  verdict: Verdict,
): void {
  const seen = new Map<string, number>();
  for (const [key, value] of there) {
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (!promised.has(key)) verdict.twice.push(`${what} ${key}: von niemandem zugesagt`);
    else if (promised.get(key) !== value)
      verdict.lost.push(`${what} ${key}: ${value} statt ${promised.get(key)}`);
  }
  for (const key of promised.keys()) {
    const times = seen.get(key) ?? 0;
    if (times === 0) verdict.lost.push(`${what} ${key}`);
    if (times > 1) verdict.twice.push(`${what} ${key}: ${times}-mal`);
  }
}

async function judgeMeetings(owner: Client, { meetings }: Ledger, verdict: Verdict): Promise<void> {
  const there = await rows<{
    id: string;
    title: string;
    invitations: number;
    agenda: number;
    mails: number;
    found: boolean;
  }>(
    owner,
    `select id, title,
       (select count(*)::int from invitation where meeting_id = meeting.id and invited_at is not null) as invitations,
       (select count(*)::int from agenda_item where meeting_id = meeting.id) as agenda,
       (select count(*)::int from outbox_message join invitation on object_id = invitation.id
        where invitation.meeting_id = meeting.id and purpose = 'invitation') as mails,
       exists (select 1 from search_document where kind = 'meeting' and object_id = meeting.id) as found
     from meeting where title like 'Fehlerprobe %'`,
  );
  compare(
    'Treffen',
    new Map(meetings.map((it) => [it.title, it.id])),
    there.map((it) => [it.title, it.id]),
    verdict,
  );
  for (const { title, invitations, agenda, mails, found } of there)
    if (invitations !== INVITEES || agenda !== 2 || mails !== INVITEES || !found)
      verdict.half.push(
        `Treffen ${title}: ${invitations} Eingeladene, ${agenda} Punkte, ${mails} Mails, Suche ${found}`,
      );
}

async function judgeFeedback(owner: Client, { feedback }: Ledger, verdict: Verdict): Promise<void> {
  const there = await rows<{ id: string; text: string | null; number: string | null }>(
    owner,
    `select id, number, text from feedback left join feedback_original on feedback_id = id`,
  );
  compare(
    'Hinweis',
    new Map(feedback.map((it) => [it.id, it.text])),
    there.map((it) => [it.id, it.text ?? '']),
    verdict,
  );
  for (const { id, number } of there) if (!number) verdict.half.push(`Hinweis ${id} ohne Nummer`);
  const texts = new Set(there.map((it) => it.text));
  if (texts.size !== there.length)
    verdict.twice.push(`${there.length - texts.size} Hinweise stehen zweimal da`);
}

async function judgeLines(owner: Client, { lines }: Ledger, verdict: Verdict): Promise<void> {
  const there = await rows<{ id: string; text: string }>(
    owner,
    'select id, text from minutes_entry where deleted_at is null',
  );
  compare(
    'Zeile',
    new Map(lines.map((it) => [it.id, it.text])),
    there.map((it) => [it.id, it.text]),
    verdict,
  );
}

/** The audit tells of each answer once, however often it was sent. */
async function judgeAnswers(owner: Client, { answers }: Ledger, verdict: Verdict): Promise<void> {
  const promised = new Map(answers.map((it) => [it.invitationId, `${it.answer} +${it.companions}`]));
  const there = await rows<{ id: string; said: string; times: number }>(
    owner,
    `select id, answer || ' +' || companions as said,
       (select count(*)::int from audit_event
        where table_name = 'invitation' and object_id = invitation.id and use_case = 'invitation.answer') as times
     from invitation where answer <> 'NEEDS_ACTION'`,
  );
  compare(
    'Antwort',
    promised,
    there.map((it) => [it.id, it.said]),
    verdict,
  );
  for (const { id, times } of there)
    if (times > 1) verdict.twice.push(`Antwort ${id}: ${times}-mal geschrieben`);
}

async function judgeLists(owner: Client, { imports }: Ledger, verdict: Verdict): Promise<void> {
  const promised = new Map(imports.flatMap((it) => it.names.map((name) => [name, it.id] as const)));
  const there = await rows<{ name: string; id: string }>(
    owner,
    `select name, run_id as id from organisation left join import_link on import_link.object_id = organisation.id
     where name like 'Fehlerprobe %'`,
  );
  compare(
    'Organisation',
    promised,
    there.map((it) => [it.name, it.id]),
    verdict,
  );
  const runs = await rows<{ id: string; state: string; kept: number }>(
    owner,
    `select id, state, (select count(*)::int from import_row where run_id = import_run.id) as kept from import_run`,
  );
  compare(
    'Liste',
    new Map(imports.map((it) => [it.id, 'APPLIED'])),
    runs.map((it) => [it.id, it.state]),
    verdict,
  );
  for (const { id, kept } of runs) if (kept !== LIST_ROWS) verdict.half.push(`Liste ${id}: ${kept} Zeilen`);
}

/** A second copy is allowed to whom the answer of the mail server got lost with the process, and only as the same mail. */
async function judgeMails(
  owner: Client,
  { meetings }: Ledger,
  { taken }: SlowSmtp,
  kills: number,
  verdict: Verdict,
): Promise<void> {
  const there = await rows<{ to: string; messageId: string; state: string; error: string }>(
    owner,
    `select to_address as "to", message_id as "messageId", state, last_error as error from outbox_message`,
  );
  const came = Map.groupBy(taken, (it) => it.messageId.replace(/^<|>$/g, ''));
  for (const { to, messageId, state, error } of there) {
    const copies = came.get(messageId.replace(/^<|>$/g, ''))?.length ?? 0;
    if (state !== 'SENT') verdict.mails.push(`An ${to}: ${state} ${error}`);
    else if (copies === 0) verdict.mails.push(`An ${to}: als verschickt vermerkt, aber nie angekommen`);
  }
  for (const to of meetings.flatMap((it) => it.mails)) {
    const different = new Set(taken.filter((it) => it.to === to).map((it) => it.messageId)).size;
    if (different !== 1) verdict.mails.push(`An ${to}: ${different} verschiedene Einladungen`);
  }
  verdict.taken = taken.length;
  verdict.copies = taken.length - came.size;
  if (verdict.copies > kills * LANES) verdict.mails.push(`${verdict.copies} Mails kamen noch einmal`);
}

async function judgeAudit(databaseUrl: string, verdict: Verdict): Promise<void> {
  const app: RunningApp = await createApp({ databaseUrl, port: 0, embedded: true, background: false });
  try {
    const chain = app.get(AuditChain);
    while ((await chain.seal()) > 0);
    const { findings, waiting } = await chain.verify();
    verdict.audit.push(...findings.map(findingSays));
    if (waiting > 0) verdict.audit.push(`${waiting} Ereignisse blieben ohne Siegel`);
  } finally {
    await app.close();
  }
}
