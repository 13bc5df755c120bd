import { tellingStems } from '../suggestions/german-words';
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

/** Where a word stem stands among the texts looked at so far, with its weight there. */
type Standing = { place: number; weight: number }[];

interface Bag {
  item: GroupableFeedback;
  /** The squares of the weights sum up to 1. */
  stems: readonly { standing: Standing; weight: number }[];
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
    .flatMap(([fieldId, ofField]) => rememberedGroups(fieldId, ofField, known.get(fieldId) ?? []))
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

type Beside = Pick<GroupableFeedback, 'text'>;

/** The groups of a field are asked for more often than its newest Hinweise change. */
const remembered = new Map<
  string | null,
  { items: readonly GroupableFeedback[]; beside: readonly Beside[]; groups: ProposedGroup[] }
>();
const REMEMBERED = 100;

function rememberedGroups(
  fieldId: string | null,
  items: readonly GroupableFeedback[],
  beside: readonly Beside[],
): ProposedGroup[] {
  const before = remembered.get(fieldId);
  if (before && sameFeedback(before.items, items) && sameTexts(before.beside, beside)) return before.groups;
  const groups = groupsOf(items, beside);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(fieldId, { items, beside, groups });
  return groups;
}

function sameFeedback(before: readonly GroupableFeedback[], now: readonly GroupableFeedback[]): boolean {
  return (
    sameTexts(before, now) &&
    now.every(
      ({ id, municipalityId }, at) => before[at]?.id === id && before[at].municipalityId === municipalityId,
    )
  );
}

function sameTexts(before: readonly Beside[], now: readonly Beside[]): boolean {
  return before.length === now.length && now.every(({ text }, at) => before[at]?.text === text);
}

function groupsOf(items: readonly GroupableFeedback[], beside: readonly Beside[]): ProposedGroup[] {
  const stems = [...items, ...beside].map(
    ({ text }) => new Map(tellingStems(text).map(({ stem, count }) => [stem, count])),
  );
  const counts = countsOf(stems);
  const topic = commonTopic(stems, counts);
  const all = bagsOf(items, stems, counts);
  const ofTopic = all.filter((_, index) => isAbout(stems[index]!, topic));
  const bags = all.filter((_, index) => !isAbout(stems[index]!, topic));
  const groups: Bag[][] = [];
  const groupOf: number[] = [];
  for (const [place, bag] of bags.entries()) {
    const likeness = new Array<number>(groups.length).fill(0);
    const alike = alikeBefore(place, bags);
    for (let other = 0; other < place; other += 1) likeness[groupOf[other]!]! += alike[other]!;
    let best = groups.length;
    let most = ALIKE_FROM;
    for (let at = 0; at < groups.length; at += 1) {
      const average = likeness[at]! / groups[at]!.length;
      if (average < most) continue;
      most = average;
      best = at;
    }
    groupOf.push(best);
    (groups[best] ??= []).push(bag);
    for (const { standing, weight } of bag.stems) standing.push({ place, weight });
  }
  return [ofTopic, ...groups]
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
  const known = new Map<string, Standing>();
  return items.map((item, index) => {
    const weighed = [...stems[index]!]
      .filter(([stem]) => !isCommon(stem, counts))
      .map(([stem, count]) => {
        const standing = known.get(stem) ?? [];
        known.set(stem, standing);
        return { standing, weight: Math.sqrt(count) * Math.log(1 + all / (inTexts.get(stem) ?? 1)) };
      });
    const length = Math.hypot(...weighed.map(({ weight }) => weight)) || 1;
    return {
      item,
      stems: weighed.map(({ standing, weight }) => ({ standing, weight: weight / length })),
    };
  });
}

/** How much the text at a place resembles each before it; only those are looked at that share a stem. */
function alikeBefore(place: number, bags: readonly Bag[]): Float64Array {
  const sums = new Float64Array(place);
  const { item, stems } = bags[place]!;
  for (const { standing, weight } of stems)
    for (const there of standing) sums[there.place]! += weight * there.weight;
  const { municipalityId } = item;
  for (let other = 0; other < place && municipalityId !== null; other += 1)
    if (sums[other]! > 0 && bags[other]!.item.municipalityId === municipalityId) sums[other]! += SAME_PLACE;
  return sums;
}

function sharedBy(places: readonly (string | null)[]): string | null {
  return places.every((place) => place === places[0]) ? (places[0] ?? null) : null;
}
