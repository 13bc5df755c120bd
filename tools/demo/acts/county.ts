import { SetUpLink } from '@runder-tisch/api/create-app';
import type { Role } from '@runder-tisch/domain/accounts';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import { demoFieldsOfAction } from '@runder-tisch/domain/fields-of-action';
import type { Page } from '@runder-tisch/domain/lists';
import { defaultAccessibilityText, defaultImprint, defaultPrivacyText } from '@runder-tisch/domain/settings';
import type { MunicipalityView } from '@runder-tisch/domain/territory';
import { account } from '@runder-tisch/scenario/accounts';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { Client } from '@runder-tisch/scenario/client';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { demoCommittee, demoOrganisations, type DemoPerson } from './actors';
import type { DemoStory } from '../story/demo-story';

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
    imprint: `Dies ist eine Demo und kein Angebot des Landkreises. Personen, Organisationen, Anschriften und Angebote sind erfunden; nur die Orte und die Notrufnummern gibt es wirklich.\n\n${defaultImprint.replace(
      'bitte hier ergänzen',
      'Musterplatz 1 (Demo), 06366 Köthen (Anhalt), Telefon 03496 0000',
    )}`,
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

/** Organisations and their people, an account for each role and one for each organisation that has offers. */
export async function addActors(story: DemoStory, admin: Client): Promise<void> {
  const { items } = await admin.get<Page<MunicipalityView>>('/api/municipalities');
  for (const municipality of items) story.municipalityIds.set(municipality.ags, municipality.id);
  for (const facts of demoOrganisations) {
    const id = await organisation(admin, {
      name: facts.name,
      shortName: facts.shortName,
      type: facts.type,
      functionMailbox: facts.mail,
      phone: facts.phone,
      postalCode: facts.postalCode,
      city: facts.city,
      municipalityId: story.id('municipalityIds', facts.ags),
      fieldIds: facts.fields.map((name) => story.id('fieldIds', name)),
      recognisedYouthWelfare: facts.key === 'O06',
    });
    story.organisationIds.set(facts.key, id);
    const domain = facts.mail.split('@')[1] ?? '';
    for (const someone of facts.people)
      await addPerson(story, admin, someone, mailOf(someone, domain), facts.key);
  }
  for (const someone of demoCommittee)
    await addPerson(story, admin, someone, mailOf(someone, 'kreistag.example'), null);
  await addAccounts(story, admin);
}

async function addAccounts(story: DemoStory, admin: Client): Promise<void> {
  const accounts: [key: string, role: Role][] = [
    ['coordinator', 'coordinator'],
    ['planner', 'planner'],
    // The first of a role is the one `npm start` prints a link for.
    ['provider', 'provider'],
    ['reader', 'reader'],
    ...demoOrganisations
      .filter(({ key }) => key > 'O04')
      .map(({ people }): [string, Role] => [people[0]?.key ?? '', 'provider']),
  ];
  for (const [key, role] of accounts) {
    const facts = { personId: story.id('personIds', key), familyName: '', mail: story.mails.get(key) ?? '' };
    story.accountIds.set(key, await account(admin, { ...facts, roles: [role] }));
    // Two accounts of one second would be told apart by chance.
    story.world.clock.set(new Date(story.world.clock.now().getTime() + 1000));
  }
}

/** A person with consent, and for whom they speak. */
async function addPerson(
  story: DemoStory,
  admin: Client,
  someone: DemoPerson,
  mail: string,
  organisationKey: string | null,
): Promise<void> {
  const { key, function: role, ...name } = someone;
  const id = await person(admin, {
    ...name,
    mail,
    consentGivenOn: story.begin,
    consentNote: 'Zusage zur Mitarbeit im Netzwerk, schriftlich',
  });
  story.personIds.set(key, id);
  story.mails.set(key, mail);
  story.names.set(key, [name.title, name.givenName, name.familyName].filter(Boolean).join(' '));
  if (!organisationKey) return;
  story.speaksFor.set(key, organisationKey);
  const organisationId = story.id('organisationIds', organisationKey);
  await representation(admin, { personId: id, organisationId, function: role, fromDay: story.begin });
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
