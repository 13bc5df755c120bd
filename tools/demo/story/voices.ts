import type { FeedbackDecision, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { defaultTextBlocks } from '@runder-tisch/domain/settings';
import {
  feedbackStep,
  feedbackView,
  returnMessage,
  sendReturnMessage,
} from '@runder-tisch/scenario/feedback';
import type { DemoStory } from './demo-story';

/** What becomes of a line of `data/feedback.jsonl`. */
export interface Treatment {
  line: number;
  further?: string[];
  decision?: FeedbackDecision;
  reason?: string;
  forwardedTo?: string;
  answer?: string;
  /** Put on the public page in these words. */
  everybody?: string;
}

/** The text block every county begins with; where its words stand in an answer, it counts as used. */
export function block(name: string): string {
  const found = defaultTextBlocks.find((it) => it.category === 'ANSWER' && it.name === name);
  if (!found) throw new Error(`Es gibt keinen Textbaustein „${name}“.`);
  return found.text;
}

/** Reads, links to the field the line belongs to and, where given, decides, answers and publishes. */
export async function treat(story: DemoStory, feedbackId: string, steps: Treatment): Promise<void> {
  const planner = await story.as('planner');
  let item = await feedbackView(planner, feedbackId);
  const step = async (verb: string, body: object): Promise<void> => {
    item = await planner.post<StaffFeedbackView>(`/api/feedback/${feedbackId}/${verb}`, body, item.version);
  };
  if (item.flagged && item.state === 'SUBMITTED') await step('triage', { remove: [] });
  await step('link', {
    primaryFieldId: story.id('fieldIds', story.field(steps.line)),
    furtherFieldIds: (steps.further ?? []).map((name) => story.id('fieldIds', name)),
    origin: 'HUMAN',
  });
  if (steps.decision)
    await step('decide', {
      decision: steps.decision,
      reason: steps.reason ?? '',
      forwardedTo: steps.forwardedTo ?? '',
    });
  if (steps.answer) await step('answer', { answer: steps.answer, notify: true });
  if (steps.everybody) await publish(story, feedbackId, steps.everybody);
}

/** On the page "Was daraus wurde", in words for everybody. */
export async function publish(story: DemoStory, feedbackId: string, answer: string): Promise<void> {
  await feedbackStep(await story.as('planner'), feedbackId, 'publish', { answer });
}

/** The Ergebnisbrief of a meeting or format. */
export async function sendLetter(
  story: DemoStory,
  of: { meetingId?: string; formatId?: string },
  subject: string,
  by: 'coordinator' | 'planner' = 'coordinator',
): Promise<void> {
  const client = await story.as(by);
  const { id } = await returnMessage(client, of, { subject });
  await sendReturnMessage(client, id);
}
