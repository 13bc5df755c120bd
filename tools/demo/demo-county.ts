import { SetUpLink } from '@runder-tisch/api/create-app';
import { SaveOrganisation, SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type { Role } from '@runder-tisch/domain/accounts';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import { demoFieldsOfAction } from '@runder-tisch/domain/fields-of-action';
import type { Page } from '@runder-tisch/domain/lists';
import { defaultAccessibilityText, defaultImprint, defaultPrivacyText } from '@runder-tisch/domain/settings';
import type { MunicipalityView } from '@runder-tisch/domain/territory';
import { Client } from '@runder-tisch/scenario/client';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { members, membership, network, networkMove } from '@runder-tisch/scenario/networks';
import { demoOrganisations, demoReader, networkSeats } from './demo-actors';
import type { DemoStory } from './demo-script';

/** The set-up page, as a new county fills it in. */
export async function setUpCounty(story: DemoStory): Promise<Client> {
  const link = await story.world.app.get(SetUpLink).create();
  if (!link) throw new Error('Die Demo braucht eine leere Datenbank.');
  const url = new URL(link);
  const form = new FormData();
  const values = {
    givenName: 'Petra',
    familyName: 'Quandt (Demo)',
    mail: 'admin@kreis.example',
    password: `Pappel-${crypto.randomUUID()}`,
    countyName: 'Landkreis Anhalt-Bitterfeld (Demo)',
    senderName: 'Sozialplanung Anhalt-Bitterfeld (Demo)',
    senderAddress: 'sozialplanung@kreis.example',
    replyAddress: 'netzwerke@kreis.example',
    imprint: defaultImprint,
    privacyText: defaultPrivacyText,
    accessibilityText: defaultAccessibilityText,
    withFields: 'on',
    withMunicipalities: 'on',
  };
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const response = await fetch(`${story.world.url}/einrichten${url.search}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 303 || !cookie)
    throw new Error(`Die Einrichtung wurde nicht angenommen (${response.status}).`);
  const admin = new Client(story.world.url, cookie);

  const there = (await admin.get<Page<FieldOfActionView>>('/api/fields-of-action')).items;
  for (const field of there) story.fieldIds.set(field.name, field.id);
  for (const field of demoFieldsOfAction) {
    if (!story.fieldIds.has(field.name))
      story.fieldIds.set(field.name, await fieldOfAction(admin, field.name, field.description));
  }
  return admin;
}

/** Organisations, their people and one account for each role. */
export async function addActors(story: DemoStory, admin: Client): Promise<void> {
  const municipalities = (await admin.get<Page<MunicipalityView>>('/api/municipalities')).items;
  for (const facts of demoOrganisations) {
    const { id } = await admin.post<{ id: string }>(
      '/api/organisations',
      Object.assign(new SaveOrganisation(), {
        name: facts.name,
        shortName: facts.shortName,
        type: facts.type,
        functionMailbox: facts.mail,
        postalCode: facts.postalCode,
        city: facts.city,
        municipalityId: municipalities.find((it) => it.ags === facts.ags)?.id ?? null,
        fieldIds: facts.fields.map((name) => story.id('fieldIds', name)),
        recognisedYouthWelfare: facts.key === 'O06',
      }),
    );
    story.organisationIds.set(facts.key, id);
    const domain = facts.mail.split('@')[1] as string;
    for (const person of facts.people) await addPerson(story, admin, person, mailOf(person, domain), id);
  }
  await addPerson(story, admin, demoReader, mailOf(demoReader, 'kreistag.example'), null);
  const accounts: [key: string, roles: Role[]][] = [
    ['coordinator', ['coordinator']],
    ['planner', ['planner']],
    ['provider', ['provider']],
    ['reader', ['reader']],
  ];
  for (const [key, roles] of accounts) {
    const { id } = await admin.post<{ id: string }>('/api/accounts', {
      personId: story.id('personIds', key),
      salutation: '',
      givenName: '',
      familyName: '',
      mail: story.mails.get(key),
      roles,
    });
    story.accountIds.set(key, id);
  }
}

/** A person with consent, and for whom they speak. */
async function addPerson(
  story: DemoStory,
  admin: Client,
  person: (typeof demoOrganisations)[number]['people'][number],
  mail: string,
  organisationId: string | null,
): Promise<void> {
  const { key, function: role, ...name } = person;
  const { id } = await admin.post<{ id: string }>(
    '/api/people',
    Object.assign(new SavePerson(), {
      ...name,
      mail,
      phone: '',
      consentGivenOn: story.day(-300),
      consentNote: 'Zusage zur Mitarbeit im Netzwerk, schriftlich',
    }),
  );
  story.personIds.set(key, id);
  story.mails.set(key, mail);
  if (organisationId)
    await admin.post('/api/representations', {
      personId: id,
      organisationId,
      function: role,
      fromDay: story.day(-300),
    });
}

function mailOf(person: { givenName: string; familyName: string }, domain: string): string {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(' (demo)', '')
      .replaceAll('ä', 'ae')
      .replaceAll('ö', 'oe')
      .replaceAll('ü', 'ue')
      .replaceAll('ß', 'ss');
  return `${plain(person.givenName)}.${plain(person.familyName)}@${domain}`;
}

/** The network with its seats, one of them vacant, and a deputy for its coordination. */
export async function addNetwork(story: DemoStory): Promise<void> {
  const planner = await story.as('planner');
  const committeeId = await committee(planner, {
    name: 'Sozial- und Gesundheitsausschuss',
    kind: 'COMMITTEE',
  });
  const coordinator = await story.as('coordinator');
  story.networkId = await network(coordinator, {
    name: 'Netzwerk Beratungslandschaft (Demo)',
    shortName: 'Beratungslandschaft',
    kind: 'NETWORK',
    purpose:
      'Die Beratungsstellen im Landkreis stimmen ihre Angebote ab, melden Wartezeiten und Lücken und entwickeln gemeinsam Empfehlungen für die Sozialplanung.',
    legalBasis: 'FamBeFöG LSA §§ 19, 20',
    reportsToCommitteeId: committeeId,
    meetingIntervalMonths: 3,
    meetingHabit: 'mittwochs, 14 bis 16 Uhr',
    cooperationAgreementOn: story.day(-290),
    targetSize: 9,
    fieldIds: ['Soziale Lage', 'Öffentliche Sozialleistungen', 'Gesundheit und medizinische Versorgung'].map(
      (name) => story.id('fieldIds', name),
    ),
  });
  for (const seat of networkSeats) {
    await membership(coordinator, story.networkId, {
      organisationId: story.id('organisationIds', seat.organisation),
      personId: seat.person ? story.id('personIds', seat.person) : null,
      deputyPersonId: seat.person === 'provider' ? story.id('personIds', 'ahornhaus2') : null,
      role: seat.person === 'addiction' ? 'SPEAKER' : 'MEMBER',
      fromDay: story.day(-299),
    });
  }
  const own = (await members(coordinator, story.networkId)).find((member) => member.role === 'COORDINATOR');
  if (own) {
    await coordinator.put(
      `/api/memberships/${own.id}`,
      {
        organisationId: story.id('organisationIds', 'O01'),
        personId: story.id('personIds', 'coordinator'),
        deputyPersonId: story.id('personIds', 'planner'),
        role: 'COORDINATOR',
        fromDay: own.fromDay,
      },
      own.version,
    );
  }
  await networkMove(coordinator, story.networkId, 'activate');
}
