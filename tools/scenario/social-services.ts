import type { Page } from '@runder-tisch/domain/lists';
import type {
  ServiceCategoryView,
  SocialServiceView,
  TargetGroupView,
} from '@runder-tisch/domain/social-services';
import { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import type { Client } from './client';
import { fieldsOfAction } from './lists';

export async function serviceCategories(client: Client): Promise<ServiceCategoryView[]> {
  return (await client.get<Page<ServiceCategoryView>>('/api/service-categories')).items;
}

export async function targetGroups(client: Client): Promise<TargetGroupView[]> {
  return (await client.get<Page<TargetGroupView>>('/api/target-groups')).items;
}

export async function serviceCategory(client: Client, name: string): Promise<string> {
  const found = (await serviceCategories(client)).find((it) => it.name === name);
  if (!found) throw new Error(`There is no service category ${name}.`);
  return found.id;
}

/** Everything an offer of an organisation needs to be submitted; the municipality is found by its AGS. */
export async function wholeService(
  client: Client,
  organisationId: string,
  facts: Partial<SaveSocialService> & { title: string },
): Promise<SaveSocialService> {
  const [field] = await fieldsOfAction(client);
  const [group] = await targetGroups(client);
  return Object.assign(new SaveSocialService(), {
    organisationId,
    categoryId: await serviceCategory(client, 'Schuldnerberatung'),
    fieldId: field?.id ?? null,
    targetGroupIds: group ? [group.id] : [],
    description: 'Wir ordnen mit Ihnen Briefe und Forderungen und sprechen mit den Gläubigern.',
    street: 'Am Markt 1',
    postalCode: '06366',
    city: 'Köthen (Anhalt)',
    accessibility: 'PARTIAL',
    phone: '03496 0000',
    ...facts,
  } satisfies Partial<SaveSocialService>);
}

export async function draftService(client: Client, request: SaveSocialService): Promise<SocialServiceView> {
  const { id } = await client.post<{ id: string }>('/api/social-services', request);
  return client.get<SocialServiceView>(`/api/social-services/${id}`);
}

/** One of the verbs without words: `submit`, `withdraw`, `publish`, `renew`, `discontinue` … */
export async function moveService(
  client: Client,
  service: Pick<SocialServiceView, 'id' | 'version'>,
  move: string,
  words?: object,
): Promise<SocialServiceView> {
  return client.post<SocialServiceView>(`/api/social-services/${service.id}/${move}`, words, service.version);
}

/** Entered and submitted by one, confirmed and published by the office. */
export async function publishedService(
  by: Client,
  office: Client,
  request: SaveSocialService,
): Promise<SocialServiceView> {
  const submitted = await moveService(by, await draftService(by, request), 'submit');
  return moveService(office, submitted, 'confirm', { publish: true });
}
