import * as given from '@runder-tisch/scenario/meetings';
import * as polls from '@runder-tisch/scenario/polls';
import { deliveredMails } from './delivered-mails';
import type { ReadMail } from './read-mail';
import type { SignedIn } from './signed-in';
import type { TestApp } from './test-app';

export interface RunningPoll {
  id: string;
  meetingId: string;
  /** The personal links by address. */
  links: Record<string, string>;
}

/** A poll on a draft of this coordinator, with its mails out. */
export async function runningPoll(
  app: TestApp,
  coordinator: SignedIn,
  facts: polls.PollFacts = {},
  title = 'Runde <Wohnen>',
): Promise<RunningPoll> {
  const meetingId = await given.meeting(coordinator, { title });
  const { id } = await polls.createPoll(coordinator, meetingId, facts);
  const mails = await deliveredMails(app);
  return { id, meetingId, links: Object.fromEntries(mails.map((mail) => [mail.to, pollLink(mail)])) };
}

export function pollLink(mail: ReadMail | undefined): string {
  return /https?:\/\/\S+\/umfrage\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
}

/** Fills in the page behind a personal link, one answer per date. */
export async function vote(
  coordinator: SignedIn,
  meetingId: string,
  link: string | undefined,
  answers: Parameters<typeof polls.votesOf>[1],
  comment = '',
): Promise<Response> {
  const poll = await polls.pollOf(coordinator, meetingId);
  return given.answerByLink(link ?? '', polls.votesOf(poll, answers, comment));
}
