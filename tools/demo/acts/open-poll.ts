import type { PollAnswer } from '@runder-tisch/domain/meetings';
import type { SavePollVoter } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { createPoll, enterVotes, pollOf, votesOf } from '@runder-tisch/scenario/polls';
import { careMeeting } from './meetings';
import type { DemoStory } from '../story/demo-story';
import { invitees, plan } from '../story/meetings';
import type { DemoTimeline } from '../story/timeline';

/** Three dates for the first meeting of the network Pflege; half of those asked have answered. */
export function tellOpenPoll(timeline: DemoTimeline): void {
  const { story } = timeline;
  const meeting = careMeeting();
  let id = '';
  timeline.on(story.workday(-8), '09:30', async () => {
    id = await plan(story, meeting, false);
    await ask(story, id, meeting.people, {
      days: [story.workday(27), story.workday(29), story.workday(34)],
      times: '13:30–15:30',
      untilDay: story.workday(6),
      message:
        'Wir möchten das Netzwerk Pflege gemeinsam beginnen. Bitte sagen Sie uns, wann Sie nach Zerbst kommen können.',
    });
  });
  timeline.on(story.day(-5), '17:10', async () => {
    await voteByLink(story, id, 'care', ['YES', 'NO', 'IF_NEED_BE'], 'Mittwochs haben wir Dienstübergabe.');
    await voteByLink(story, id, 'inclusion', ['YES', 'YES', 'YES']);
    await voteByPhone(story, id, 'health', ['IF_NEED_BE', 'YES', 'NO']);
  });
}

export async function ask(
  story: DemoStory,
  meetingId: string,
  people: readonly string[],
  poll: { days: string[]; times: string; untilDay: string; message: string },
): Promise<void> {
  const voters = invitees(story, people).map((it, index): SavePollVoter => ({
    ...it,
    required: index === 0,
  }));
  await createPoll(await story.as('coordinator'), meetingId, {
    message: poll.message,
    untilDay: poll.untilDay,
    dates: poll.days.map((day) => `${day} ${poll.times}`),
    people: voters,
  });
}

export async function voteByLink(
  story: DemoStory,
  meetingId: string,
  person: string,
  answers: readonly PollAnswer[],
  comment = '',
): Promise<void> {
  const poll = await pollOf(await story.as('coordinator'), meetingId);
  await story.press(await story.linkTo(person, '/umfrage/'), votesOf(poll, answers, comment));
}

export async function voteByPhone(
  story: DemoStory,
  meetingId: string,
  person: string,
  answers: readonly PollAnswer[],
): Promise<void> {
  const coordinator = await story.as('coordinator');
  await enterVotes(coordinator, await pollOf(coordinator, meetingId), story.mails.get(person) ?? '', answers);
}
