import { person } from '@runder-tisch/scenario/actors';
import { type Canary, type Declaration, type ForeignWorld, office, reads } from '../../canary';

/** Contacts belong to the whole office. */
const ofOffice = { may: office, owner: null } as const;

let people = 0;

/** Somebody with an address of their own. */
async function reachable(world: ForeignWorld): Promise<{ id: string; mail: string }> {
  people += 1;
  const mail = `erreichbar${people}@kanarienpost.test`;
  return { id: await person(world.coordinator, { familyName: world.fresh('Mensch'), mail }), mail };
}

/** Somebody who got the link to their own number and address. */
export async function withContactLink(world: ForeignWorld): Promise<Canary> {
  const { id, mail } = await reachable(world);
  await world.coordinator.post(`/api/people/${id}/contact-link`);
  return { token: await world.mailed(mail, 'meine-angaben') };
}

/** Somebody corrected their number and address: what Heute tells of it. */
export async function changed(world: ForeignWorld): Promise<Canary> {
  const { token = '' } = await withContactLink(world);
  const body = new URLSearchParams({ mail: `neu${people}@kanarienpost.test`, phone: '03496 1' });
  await fetch(`${world.app.url}/meine-angaben/${token}`, { method: 'POST', body, redirect: 'manual' });
  const [row] = await world.app.database.rows<{ id: string }>(
    'select id from contact_change order by changed_at desc, id desc limit 1',
  );
  return { id: row?.id ?? '' };
}

export const contactOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/unreachable-addresses': reads(),
  'POST /api/unreachable-addresses/correct': {
    ...ofOffice,
    given: async (world) => {
      const { id, mail } = await reachable(world);
      return { body: { kind: 'person', id, oldMail: mail, mail: `richtig${people}@kanarienpost.test` } };
    },
  },
  'POST /api/unreachable-addresses/checked': {
    ...ofOffice,
    given: () => Promise.resolve({ body: { mail: 'niemand@kanarienpost.test' } }),
  },
  'POST /api/people/{id}/contact-link': {
    ...ofOffice,
    of: 'person',
    given: async (world) => ({ path: { id: (await reachable(world)).id } }),
  },
  'POST /api/contact-changes/{id}/seen': {
    ...ofOffice,
    given: async (world) => ({ path: await changed(world) }),
  },
  'GET /meine-angaben/{token}': { link: 'own-contact' },
  'POST /meine-angaben/{token}': {
    link: 'own-contact',
    form: () => ({ mail: 'berichtigt@kanarienpost.test', phone: '03496 2' }),
  },
};
