import { type DocumentContent, plainText } from '@runder-tisch/domain/documents';
import {
  addEvidence,
  decide,
  finding,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  recommendation,
} from '@runder-tisch/scenario/findings';
import { runningMeasure } from '@runder-tisch/scenario/measures';
import { feedback, triageFeedback } from '@runder-tisch/scenario/feedback';
import type { Client } from '@runder-tisch/scenario/client';

/** A Hinweis that somebody has read. */
export async function readFeedback(
  planner: Client,
  text: string,
  facts: Omit<Parameters<typeof feedback>[1], 'text'> = {},
): Promise<string> {
  const { id } = await feedback(planner, { text, ...facts });
  await triageFeedback(planner, id);
  return id;
}

/** A Befund that rests on one Hinweis. */
export async function grounded(planner: Client, fieldId: string, statement: string): Promise<string> {
  const id = await finding(planner, { statement, fieldId });
  await addEvidence(planner, id, { feedbackIds: [await readFeedback(planner, `Dazu gesagt: ${statement}`)] });
  return id;
}

/** From a Hinweis over a confirmed Befund and a Schwerpunkt to a recommendation; the ids of all three. */
export async function chain(
  planner: Client,
  fieldId: string,
  words: string,
): Promise<{ findingId: string; priorityId: string; recommendationId: string }> {
  const findingId = await grounded(planner, fieldId, words);
  await moveFinding(planner, findingId, 'confirm');
  const priorityId = await priority(planner, { title: words, fieldId, findingIds: [findingId] });
  const recommendationId = await recommendation(planner, {
    wording: `Der Landkreis handelt: ${words}`,
    fieldId,
    priorityIds: [priorityId],
  });
  return { findingId, priorityId, recommendationId };
}

/** From these sources on to a measure that goes on: a Schwerpunkt that is set, a recommendation the Kreistag changed. */
export async function wholeChain(
  planner: Client,
  fieldId: string,
  words: string,
  sources: { feedbackIds?: string[]; argumentIds?: string[] },
): Promise<{ measureId: string }> {
  const findingId = await finding(planner, { statement: `Befund: ${words}`, fieldId, ...sources });
  await moveFinding(planner, findingId, 'confirm');
  const priorityId = await priority(planner, {
    title: `Schwerpunkt: ${words}`,
    fieldId,
    findingIds: [findingId],
  });
  await movePriority(planner, priorityId, 'propose');
  await movePriority(planner, priorityId, 'set');
  const recommendationId = await recommendation(planner, {
    wording: `Empfehlung: ${words}`,
    fieldId,
    priorityIds: [priorityId],
  });
  await moveRecommendation(planner, recommendationId, 'submit');
  await decide(planner, recommendationId, {
    bodyName: 'Kreistag (Demo)',
    decidedOn: '2026-03-12',
    result: 'CHANGED',
    wording: `Beschluss: ${words}`,
    final: true,
  });
  const measureId = await runningMeasure(planner, {
    title: `Maßnahme: ${words}`,
    fieldId,
    recommendationIds: [recommendationId],
  });
  return { measureId };
}

/** All words of a document, one line for each block or point. */
export function documentWords({ blocks }: DocumentContent): string {
  return blocks
    .map((block) => {
      if ('runs' in block) return plainText(block.runs);
      if (block.kind === 'list') return block.items.map(plainText).join('\n');
      return 'text' in block ? block.text : '';
    })
    .join('\n');
}

/** The same, and the Kreistag has adopted the recommendation. */
export async function adopted(planner: Client, fieldId: string, words: string): ReturnType<typeof chain> {
  const links = await chain(planner, fieldId, words);
  await moveRecommendation(planner, links.recommendationId, 'submit');
  await decide(planner, links.recommendationId, { result: 'ACCEPTED', final: true });
  return links;
}
