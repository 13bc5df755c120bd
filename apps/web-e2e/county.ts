import type { TestApp } from '@runder-tisch/api/test';
import type { World } from './world';

export interface Resident {
  name: string;
  mail: string;
  organisation: string;
}

/** Everybody here is made up; mails to `.test` do go out, to the mail server of the test. */
export const anna: Resident = {
  name: 'Anna Ehlers',
  mail: 'anna.ehlers@ahornhaus.test',
  organisation: 'Ahornhaus Sozialdienste',
};
export const sven: Resident = {
  name: 'Sven Gerlach',
  mail: 'sven.gerlach@beratungsbruecke.test',
  organisation: 'Beratungsbrücke Fuhne',
};
export const lea: Resident = {
  name: 'Lea Hartwig',
  mail: 'lea.hartwig@kiebitz.test',
  organisation: 'Kiebitz Jugend & Familie',
};

/** A county that has been set up: two who work in the office, three organisations with one person each, two Handlungsfelder. */
export async function county(app: TestApp, world: World) {
  const admin = await world.signedIn(app, 'admin', 'planner');
  for (const name of ['Gesundheit', 'Mobilität']) await world.lists.fieldOfAction(admin, name);
  for (const { name, mail, organisation } of [anna, sven, lea]) {
    const [givenName = '', familyName = ''] = name.split(' ');
    const salutation = givenName === 'Sven' ? 'Herr' : 'Frau';
    const organisationId = await world.actors.organisation(admin, {
      name: organisation,
      functionMailbox: `post@${mail.split('@')[1]}`,
    });
    const personId = await world.actors.person(admin, { salutation, givenName, familyName, mail });
    await world.actors.representation(admin, { organisationId, personId, fromDay: '2026-01-01' });
  }
  const katrin = { mail: 'katrin.ahlers@kreis.test', accountId: '' };
  katrin.accountId = await world.accounts.account(admin, {
    salutation: 'Frau',
    givenName: 'Katrin',
    familyName: 'Ahlers',
    mail: katrin.mail,
    roles: ['coordinator'],
  });
  return { katrin };
}
