import { ChangeRoles, CreateAccount } from '@runder-tisch/domain/accounts/accounts-requests';
import { ApproveRegistration, RefuseRegistration } from '@runder-tisch/domain/accounts/registration-requests';
import { account } from '@runder-tisch/scenario/accounts';
import { sendForm } from '../../../registration';
import { signedIn } from '../../../signed-in';
import { type AreaCanaries, type Canary, office, reads, type Write, type ForeignWorld } from '../canary';

const asked = (world: ForeignWorld): CreateAccount => {
  const familyName = world.fresh('Konto');
  const mail = `${familyName.replace(' ', '-').toLowerCase()}@kanarienkonto.test`;
  return Object.assign(new CreateAccount(), { familyName, mail, roles: ['reader'] });
};

const opened = async (world: ForeignWorld): Promise<Canary> => ({
  id: await account(world.somebody.admin, asked(world)),
});

const managed = (given: Write['given']): Write => ({ may: ['admin'], owner: null, of: 'account', given });

const versioned = managed(async (world) => ({ path: await opened(world), version: 1 }));

/** A new organisation somebody asked to register; the mail address is not confirmed yet. */
async function registered(world: ForeignWorld): Promise<{ mail: string; secret: string; name: string }> {
  const name = world.fresh('Kanarienanmeldung');
  const mail = `${name.replace(' ', '-').toLowerCase()}@kanarienpost.test`;
  await sendForm(world.app, '/mitmachen/anmelden', {
    organisationName: name,
    familyName: 'Beispiel',
    function: 'Leitung',
    mail,
    neu: 'ja',
  });
  return { mail, name, secret: await world.mailed(mail, 'mitmachen/bestaetigen') };
}

async function pending(world: ForeignWorld): Promise<Canary> {
  const { name, secret } = await registered(world);
  await sendForm(world.app, `/mitmachen/bestaetigen/${secret}`, {});
  const [row] = await world.app.database.rows<{ id: string; version: number }>(
    `select id, version from registration where organisation_name = $1`,
    [name],
  );
  return { id: row?.id ?? '', version: row?.version ?? 0 };
}

const checked = (body: object): Write => ({
  may: office,
  owner: null,
  of: 'registration',
  given: async (world) => {
    const { id = '', version } = await pending(world);
    return { path: { id }, version: Number(version), body };
  },
});

export const accountsCanaries: AreaCanaries = {
  area: 'accounts',
  words: {
    kanarienkonto: office, // the address is that of a person too
    Kanarienanmeldung: office,
  },
  plant: async (world) => {
    const request = asked(world);
    const id = await account(world.somebody.admin, request);
    const { secret } = await registered(world);
    const { items } = await world.coordinator.get<{ items: { id: string }[] }>('/api/account/sessions');
    return {
      account: [{ id }, { id: world.coordinator.accountId }],
      registration: [await pending(world)],
      session: items.map((it) => ({ id: it.id })),
      'link:sign-in': [{ token: await world.mailed(request.mail, 'anmeldung') }],
      'link:registration': [{ token: secret }],
    };
  },
  operations: {
    'GET /api/account': reads(),
    'GET /api/account/sessions': reads(),
    'POST /api/account/password': { alone: 'changes the password of whoever is signed in' },
    'POST /api/account/sessions/end-others': { alone: 'ends sessions of whoever is signed in' },
    'POST /api/account/sessions/{id}/end': {
      may: [],
      owner: 'coordinator',
      of: 'session',
      given: async ({ app }) => {
        const by = await signedIn(app, 'reader');
        const { items } = await by.get<{ items: { id: string }[] }>('/api/account/sessions');
        return { path: { id: items[0]?.id ?? '' }, by };
      },
    },
    'GET /api/session': reads(),
    'POST /api/session/end': { alone: 'ends the session of whoever is signed in' },
    'POST /api/session/link': { alone: 'mails a link to the address that is named' },
    'POST /api/session/password': { alone: 'is how one signs in' },
    'GET /api/accounts': reads(),
    'POST /api/accounts': {
      may: ['admin'],
      owner: null,
      given: async (world) => ({ body: asked(world) }),
    },
    'POST /api/accounts/{id}/roles': managed(async (world) => ({
      path: await opened(world),
      version: 1,
      body: Object.assign(new ChangeRoles(), { roles: ['admin'] }),
    })),
    'POST /api/accounts/{id}/disable': versioned,
    'POST /api/accounts/{id}/enable': versioned,
    'POST /api/accounts/{id}/reset': versioned,
    'POST /api/accounts/{id}/invite': versioned,
    'GET /api/registrations': reads(),
    'POST /api/registrations/{id}/approve': checked(new ApproveRegistration()),
    'POST /api/registrations/{id}/refuse': checked(
      Object.assign(new RefuseRegistration(), { reason: 'Eingeschlichen' }),
    ),
    'GET /anmeldung/{token}': { link: 'sign-in' },
    'POST /anmeldung/{token}': { link: 'sign-in', form: () => ({}) },
    'POST /anmeldung/{token}/neu': { alone: 'mails a new link to the address the old one went to' },
    'GET /mitmachen': reads(null, { suche: 'Kanarien' }),
    'GET /mitmachen/anmelden': reads(null, { organisation: '{organisation}' }),
    'POST /mitmachen/anmelden': { alone: 'anybody may ask to register' },
    'GET /mitmachen/gesendet': reads(),
    'GET /mitmachen/bestaetigen/{token}': { link: 'registration' },
    'POST /mitmachen/bestaetigen/{token}': { link: 'registration', form: () => ({}) },
    'GET /einrichten': { alone: 'closed once the county is set up' },
    'POST /einrichten': { alone: 'closed once the county is set up' },
  },
};
