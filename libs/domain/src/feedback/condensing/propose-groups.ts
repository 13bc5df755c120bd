import { germanWords, saysSomething } from '../suggestions/german-words';
import { commonTopic, isAbout, isCommon, type WordCounts } from './common-topic';
import { tellingWords } from './telling-words';

/** What the proposal looks at: the checked words, where it belongs and where it comes from. */
export interface GroupableFeedback {
  id: string;
  text: string;
  fieldId: string | null;
  municipalityId: string | null;
}

export interface ProposedGroup {
  ids: string[];
  /** Up to three words most of them share and the others do not, as they are written, the most telling first. */
  words: string[];
  fieldId: string | null;
  /** Where all of them come from; null where that differs or nobody said. */
  municipalityId: string | null;
}

/** From here on two texts are about the same thing; texts of one field that only share its words stay below. */
const ALIKE_FROM = 0.3;
/** Said about the same place, fewer common words are enough. */
const SAME_PLACE = 0.08;
const FEWEST = 2;

interface Bag {
  item: GroupableFeedback;
  /** Weight of each stem; the squares sum up to 1. */
  weights: Map<string, number>;
}

/**
 * Groups of alike Hinweise, largest first, each Hinweis in one group at most. In: any number of checked texts; out:
 * groups of at least two in the same field. Likeness is the cosine of the texts' word stems weighted by how rare they
 * are (tf-idf, Manning et al., Introduction to Information Retrieval, ch. 6); a text joins the group whose members it
 * resembles most on average. What a large part of a field is about is a group beforehand: its words are common there and
 * make no two texts alike. The same texts give the same groups, whatever their order.
 * @param beside what lies in a group already or was answered: it is put nowhere, but tells how rare words are, so that
 *   taking one group over does not make the words of the others common
 */
export function proposeGroups(
  items: readonly GroupableFeedback[],
  beside: readonly Pick<GroupableFeedback, 'text' | 'fieldId'>[] = [],
): ProposedGroup[] {
  const fields = Map.groupBy(
    [...items].sort((one, other) => (one.id < other.id ? -1 : 1)),
    (item) => item.fieldId,
  );
  const known = Map.groupBy(beside, ({ fieldId }) => fieldId);
  return [...fields]
    .flatMap(([fieldId, ofField]) => groupsOf(ofField, known.get(fieldId) ?? []))
    .sort((one, other) => other.ids.length - one.ids.length || (one.ids[0]! < other.ids[0]! ? -1 : 1));
}

/** From this share of new Hinweise on, a proposal is another one than the one that was dismissed. */
const NEW_SHARE = 1 / 3;

/**
 * Whether a proposal is in essence one that was dismissed. In: the ids of the proposal and those of each dismissed one;
 * out: true while fewer than a third of its Hinweise are new to one of them.
 */
export function isDismissed(ids: readonly string[], dismissed: readonly (readonly string[])[]): boolean {
  return dismissed.some((before) => {
    const fresh = ids.filter((id) => !before.includes(id)).length;
    return fresh < ids.length * NEW_SHARE;
  });
}

function groupsOf(
  items: readonly GroupableFeedback[],
  beside: readonly Pick<GroupableFeedback, 'text'>[],
): ProposedGroup[] {
  const stems = [...items, ...beside].map(({ text }) => stemsOf(text));
  const counts = countsOf(stems);
  const bags = bagsOf(items, stems, counts);
  const topic = commonTopic(stems, counts);
  const isOfTopic = (index: number): boolean => isAbout(stems[index] ?? new Map(), topic);
  const groups: Bag[][] = [];
  for (const bag of bags.filter((_, index) => !isOfTopic(index))) {
    let best: Bag[] | null = null;
    let most = ALIKE_FROM;
    for (const group of groups) {
      const likeness = group.reduce((sum, member) => sum + alike(bag, member), 0) / group.length;
      if (likeness < most) continue;
      most = likeness;
      best = group;
    }
    if (best) best.push(bag);
    else groups.push([bag]);
  }
  return [bags.filter((_, index) => isOfTopic(index)), ...groups]
    .filter((group) => group.length >= FEWEST)
    .map((group) => ({
      ids: group.map(({ item }) => item.id),
      words: tellingWords(
        group.map(({ item }) => item.text),
        counts,
      ),
      fieldId: items[0]?.fieldId ?? null,
      municipalityId: sharedBy(group.map(({ item }) => item.municipalityId)),
    }));
}

function stemsOf(text: string): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const { stem } of germanWords(text).filter(saysSomething)) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  return stems;
}

function countsOf(texts: readonly ReadonlyMap<string, number>[]): WordCounts {
  const inTexts = new Map<string, number>();
  for (const stems of texts) for (const stem of stems.keys()) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1);
  return { all: texts.length, inTexts };
}

function bagsOf(
  items: readonly GroupableFeedback[],
  stems: readonly ReadonlyMap<string, number>[],
  counts: WordCounts,
): Bag[] {
  const { all, inTexts } = counts;
  return items.map((item, index) => {
    const raw = [...(stems[index] ?? [])]
      .filter(([stem]) => !isCommon(stem, counts))
      .map(
        ([stem, count]) => [stem, Math.sqrt(count) * Math.log(1 + all / (inTexts.get(stem) ?? 1))] as const,
      );
    const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return { item, weights: new Map(raw.map(([stem, weight]) => [stem, weight / length])) };
  });
}

function alike(one: Bag, other: Bag): number {
  const [few, many] = one.weights.size < other.weights.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [stem, weight] of few.weights) sum += weight * (many.weights.get(stem) ?? 0);
  if (sum === 0) return 0;
  const { municipalityId } = one.item;
  return municipalityId !== null && municipalityId === other.item.municipalityId ? sum + SAME_PLACE : sum;
}

function sharedBy(places: readonly (string | null)[]): string | null {
  return places.every((place) => place === places[0]) ? (places[0] ?? null) : null;
}
