import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SlowSmtp } from '@runder-tisch/api/test';
import type { ImportView } from '@runder-tisch/domain/imports';
import type { PlanResultView } from '@runder-tisch/domain/meetings';
import { EnterFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import type { Client } from '@runder-tisch/scenario/client';
import { suggestedColumns } from '@runder-tisch/scenario/imports';
import { answerByLink, meetingPlan, staffMeeting } from '@runder-tisch/scenario/meetings';
import type { Ledger } from './ledger';

export const INVITEES = 3;
export const LIST_ROWS = 60;
const AGAIN_MS = 50;
/** Every so many writes are sent once more although they were answered. */
const DOUBLED_EVERY = 5;
const GIVEN = ['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;

export interface Work {
  coordinator: Client;
  planner: Client;
  /** A meeting that runs, whose minutes are written. */
  runningMeeting: string;
  ledger: Ledger;
  mails: SlowSmtp;
  /** No new write is begun; those under way are answered first. */
  ending: boolean;
}

/** Everybody who writes at the same time; each repeats a write until it is answered. */
export function writers(work: Work): Promise<void>[] {
  return [meetings, meetings, hinweise, hinweise, minutes, minutes, answersByLink, lists].map(
    async (write, place) => {
      for (let n = 1; !work.ending; n += 1) await write(work, `${place}-${n}`, n % DOUBLED_EVERY === 0);
    },
  );
}

/** A meeting with its invitations in one step; then one of the invited says on the telephone whether they come. */
async function meetings(work: Work, name: string, doubled: boolean): Promise<void> {
  const { coordinator, ledger } = work;
  const title = `Fehlerprobe ${name}`;
  const mails = Array.from({ length: INVITEES }, (_, at) => `gast-${name}-${at}@haus.test`);
  const plan = meetingPlan({ title, day: inDays(14), agenda: ['Begrüßung', 'Stand'], invitees: mails }, true);
  const { id } = await sure<PlanResultView>(ledger, coordinator, '/api/meetings', plan, doubled);
  ledger.meetings.push({ id, title, mails });

  const page = await tried(ledger, () => staffMeeting(coordinator, id));
  const [invitation] = page.invitations;
  if (!invitation) return;
  const said = { answer: given(name), companions: 2, channel: 'PHONE' as const };
  const path = `/api/invitations/${invitation.id}/answer`;
  await sure(ledger, coordinator, path, Object.assign(new AnswerInvitation(), said), doubled);
  const companions = said.answer === 'DECLINED' ? 0 : said.companions;
  ledger.answers.push({ invitationId: invitation.id, answer: said.answer, companions });
}

async function hinweise({ planner, ledger }: Work, name: string, doubled: boolean): Promise<void> {
  const text = `Fehlerprobe ${name}: Der Bus fährt abends nicht mehr.`;
  const request = Object.assign(new EnterFeedback(), { text });
  const { id } = await sure<{ id: string }>(ledger, planner, '/api/feedback', request, doubled);
  ledger.feedback.push({ id, text });
}

/** Under an id made here, as the running meeting does: the same PUT may come twice. */
async function minutes(work: Work, name: string, doubled: boolean): Promise<void> {
  const { coordinator, ledger, runningMeeting: meetingId } = work;
  const id = randomUUID();
  const text = `Fehlerprobe ${name}: Wir bleiben dran.`;
  const position = ledger.lines.length + 1;
  const line = Object.assign(new PutMinutesEntry(), { kind: 'TEXT', text, position });
  const put = () => coordinator.put(`/api/meetings/${meetingId}/minutes/${id}`, line, 0);
  await tried(ledger, put);
  ledger.lines.push({ id, meetingId, text });
  if (!doubled) return;
  ledger.doubled += 1;
  await tried(ledger, put);
}

/** Whoever got an invitation presses a button on the page behind its link. */
async function answersByLink(work: Work, name: string): Promise<void> {
  const { ledger, mails, coordinator } = work;
  const place = Number(name.split('-')[1]) - 1;
  // The first of each meeting has answered on the telephone.
  const invitation = () =>
    mails.taken.filter(({ to, raw }) => to.endsWith('-1@haus.test') && answerPathIn(raw))[place];
  const mail = await there(work, invitation);
  const path = mail && answerPathIn(mail.raw);
  const meeting = mail && (await there(work, () => ledger.meetings.find((it) => it.mails.includes(mail.to))));
  if (!path || !meeting) return;
  const url = coordinator.url + path;
  const answer = given(name);
  const companions = answer === 'DECLINED' ? 0 : 1;
  const press = async (): Promise<void> => {
    const response = await answerByLink(url, { answer, companions: String(companions) });
    await response.text();
    if (response.status !== 303)
      throw Object.assign(new Error(`${response.status} ${url}`), { status: response.status });
  };
  await tried(ledger, press);
  const page = await tried(ledger, () => staffMeeting(coordinator, meeting.id));
  const answered = page.invitations.find((it) => it.mail === mail.to);
  if (answered) ledger.answers.push({ invitationId: answered.id, answer, companions });
}

/** A list with all its steps, as the page does them. */
async function lists({ coordinator, ledger }: Work, name: string): Promise<void> {
  const names = Array.from({ length: LIST_ROWS }, (_, at) => `Fehlerprobe ${name} Haus ${at} (Demo)`);
  const file = `Organisation;Ort\n${names.map((it) => `${it};Zerbst/Anhalt`).join('\n')}\n`;
  const key = randomUUID();
  const { id } = await tried(ledger, async () => {
    const response = await coordinator.raw(
      'POST',
      `/api/imports?target=actors&name=liste-${name}.csv`,
      Buffer.from(file),
      { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key },
    );
    if (!response.ok) throw Object.assign(new Error(await response.text()), { status: response.status });
    return (await response.json()) as { id: string };
  });
  const see = () => tried(ledger, () => coordinator.get<ImportView>(`/api/imports/${id}`));
  for (;;) {
    const view = await see();
    if (view.state === 'APPLIED') break;
    if (view.state === 'MAPPING')
      await sure(ledger, coordinator, `/api/imports/${id}/check`, { columns: suggestedColumns(view) }, false);
    else if (view.state === 'CHECKED') {
      // Names that are alike are asked about; each of these is a house of its own.
      await sure(ledger, coordinator, `/api/imports/${id}/decide-open`, { decision: 'CREATE' }, false);
      await sure(ledger, coordinator, `/api/imports/${id}/apply`, undefined, false);
    } else await pause(300);
  }
  ledger.imports.push({ id, names });
}

/** A POST that is repeated with the same key until it is answered; `doubled` sends it once more even then. */
async function sure<View>(
  ledger: Ledger,
  client: Client,
  path: string,
  body: object | undefined,
  doubled: boolean,
): Promise<View> {
  const key = randomUUID();
  const send = async (): Promise<View> => {
    const response = await client.raw('POST', path, body, { 'Idempotency-Key': key });
    const text = await response.text();
    if (!response.ok) throw Object.assign(new Error(`POST ${path}: ${text}`), { status: response.status });
    return (text === '' ? undefined : JSON.parse(text)) as View;
  };
  const first = await tried(ledger, send);
  if (!doubled) return first;
  ledger.doubled += 1;
  const second = await tried(ledger, send);
  if (JSON.stringify(second) !== JSON.stringify(first))
    throw new Error(`POST ${path} was answered anew: ${JSON.stringify([first, second])}`);
  return first;
}

/**
 * Again and again while nobody answers, the database is away, or an upload of the killed process still has its place;
 * any other refusal is a fault of this test.
 */
async function tried<T>(ledger: Ledger, send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const { status, cause } = error as { status?: number; cause?: unknown };
      // `fetch` tells of a connection that broke by the cause of its error.
      if (status === undefined ? cause === undefined : status !== 503 && status !== 429) throw error;
      ledger.repeated += 1;
      await pause(AGAIN_MS);
    }
  }
}

/** Waits until it is there; undefined when the run ends before. */
async function there<T>(work: Work, find: () => T | undefined): Promise<T | undefined> {
  for (;;) {
    const found = find();
    if (found !== undefined || work.ending) return found;
    await pause(200);
  }
}

/** Quoted-printable breaks lines with "=" and writes that sign as "=3D"; a path has neither. */
function answerPathIn(mail: string): string | undefined {
  return /\/antwort\/[\w-]{20,}/.exec(mail.replace(/=\r?\n/g, ''))?.[0];
}

const given = (name: string) => GIVEN[name.length % GIVEN.length] ?? 'ACCEPTED';

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
