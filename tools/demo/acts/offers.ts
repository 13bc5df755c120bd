import type { SocialServiceView } from '@runder-tisch/domain/social-services';
import {
  SaveServiceCategory,
  SaveSocialService,
} from '@runder-tisch/domain/social-services/social-services-requests';
import {
  draftService,
  moveService,
  publishedService,
  serviceCategories,
  targetGroups,
} from '@runder-tisch/scenario/social-services';
import { demoOrganisations } from './actors';
import { type DemoService, demoServices, furtherCategories, serviceToConfirm } from './services';
import type { DemoStory } from '../story/demo-story';
import type { DemoTimeline } from '../story/timeline';

/** Out of date by now: nobody confirmed them for more than a year. */
const forgotten = new Set(['S02', 'S23']);

interface Entered {
  service: DemoService;
  view: SocialServiceView;
}

/** The providers enter what they offer, the office confirms it, and most confirm it again a year later. */
export function tellOffers(timeline: DemoTimeline): void {
  const { story } = timeline;
  const entered: Entered[] = [];
  let lists: Lists;
  timeline.on('2025-04-10', '09:00', async () => {
    const planner = await story.as('planner');
    for (const facts of furtherCategories)
      await planner.post('/api/service-categories', Object.assign(new SaveServiceCategory(), facts));
    lists = await listsOf(story);
  });
  timeline.on('2025-04-30', '10:00', async () => {
    entered.push(
      ...(await eachBySide(demoServices, async (service) => {
        const request = requestOf(story, lists, service, '2025-04-28');
        const [by, office] = [await story.as(personOf(service)), await story.as('planner')];
        return { service, view: await publishedService(by, office, request) };
      })),
    );
  });
  const again = story.workday(-200);
  if (again > '2025-06-30')
    timeline.on(again, '11:00', async () => {
      const known = entered.filter(({ service }) => !forgotten.has(service.key));
      await eachBySide(known, async ({ service, view }) => {
        const by = await story.as(personOf(service));
        if (service.waitingDays === 0) return moveService(by, view, 'renew');
        // Saying how long people wait today confirms the rest as well.
        const request = requestOf(story, lists, service, again);
        const changed = await by.put<SocialServiceView>(
          `/api/social-services/${view.id}`,
          request,
          view.version,
        );
        const submitted = await moveService(by, changed, 'submit');
        return moveService(await story.as('planner'), submitted, 'confirm', { publish: true });
      });
    });
  timeline.on(story.workday(-4), '16:20', async () => {
    const by = await story.as('provider');
    lists ??= await listsOf(story);
    const request = requestOf(story, lists, serviceToConfirm, story.workday(-4));
    await moveService(by, await draftService(by, request), 'submit');
  });
}

interface Lists {
  categories: Map<string, string>;
  groups: Map<string, string>;
}

async function listsOf(story: DemoStory): Promise<Lists> {
  const planner = await story.as('planner');
  const byName = (items: { id: string; name: string }[]): Map<string, string> =>
    new Map(items.map(({ id, name }) => [name, id]));
  return {
    categories: byName(await serviceCategories(planner)),
    groups: byName(await targetGroups(planner)),
  };
}

/** Organisations enter their offers side by side, each one after the other. */
async function eachBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await work(next));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return results;
}

function personOf({ organisation }: DemoService): string {
  return demoOrganisations.find(({ key }) => key === organisation)?.people[0]?.key ?? '';
}

function requestOf(
  story: DemoStory,
  { categories, groups }: Lists,
  service: DemoService,
  waitingOn: string,
): SaveSocialService {
  const organisation = demoOrganisations.find(({ key }) => key === service.organisation);
  const { title, street, postalCode, city, accessibility, languages, openingHours, description } = service;
  const targetGroupIds = service.forWhom.map((name) => {
    const id = groups.get(name);
    if (!id) throw new Error(`Die Liste hat keine Zielgruppe ${name}.`);
    return id;
  });
  return Object.assign(new SaveSocialService(), {
    ...{ title, street, postalCode, city, accessibility, languages, openingHours, description },
    organisationId: story.id('organisationIds', service.organisation),
    categoryId: categories.get(service.category) ?? null,
    fieldId: story.id('fieldIds', service.field),
    municipalityId: service.secretPlace ? null : story.id('municipalityIds', service.ags),
    secretPlace: service.secretPlace ?? false,
    targetGroupIds,
    phone: organisation?.phone ?? '',
    mail: organisation?.mail ?? '',
    waitingDays: service.waitingDays || null,
    waitingOn: service.waitingDays ? waitingOn : null,
  } satisfies Partial<SaveSocialService>);
}
