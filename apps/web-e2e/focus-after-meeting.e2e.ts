import type { Locator, Page } from '@playwright/test';
import type { SignedIn, TestApp } from '@runder-tisch/api/test';
import { anna, sven } from './county';
import { field } from './fields';
import { Keyboard, enter, sizes } from './keyboard';
import { signIn, signInAgain } from './sign-in';
import { expect, test, type World } from './world';

const PASSWORD = 'Lampe Birke Gleis Honig';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const size of sizes) {
  test.describe(`at ${size.width}×${size.height} the keyboard keeps its place`, () => {
    test.use({ viewport: { ...size } });

    test('from the invitation to the protocol', async ({ app, world, page }) => {
      const keyboard = new Keyboard(page);
      const coordinator = await signIn(page, world, app, 'coordinator');
      const networkId = await world.networks.network(coordinator, { name: 'Netzwerk Wohnen' });
      const invitees = [anna, sven].map(({ name, mail }) => ({ name, mail }));
      const plan = { networkId, invitees, agenda: ['Begrüßung'], startTime: '10:00', endTime: '12:00' };
      const { id } = await world.meetings.invitedMeeting(coordinator, { ...plan, day: '2026-12-03' });
      await world.meetings.invitedMeeting(coordinator, { ...plan, title: 'Beirat', day: '2026-12-04' });

      await later(page, world, app, coordinator, '2026-11-30T09:00:00+01:00');
      await keyboard.goto('/heute');
      const due = page.getByRole('button', { name: /^Erinnern ?: .*: Beirat/ });
      await keyboard.press(due, () => expect(due).toHaveCount(0));
      await keyboard.goto(`/termine/${id}`);
      const remind = page.getByRole('button', { name: /^Erinnern \(/ });
      await keyboard.press(remind, () => expect(remind).toHaveCount(0));

      const again = await later(page, world, app, coordinator, '2026-12-03T10:01:00+01:00');
      const seen = await world.meetings.invitationOf(again, id, anna.mail);
      await world.meetings.enterAnswer(again, seen.id, { answer: 'ACCEPTED', channel: 'PHONE' });
      await world.session.startSession(again, id);
      const [item] = (await world.session.sessionOf(again, id)).agenda;
      for (const text of ['Die Wohnungsnot ist groß.', 'Ein Notfallfonds hilft.'])
        await world.session.minutesLine(again, id, { kind: 'TEXT', text, agendaItemId: item?.id ?? null });
      await keyboard.goto(`/termine/${id}/sitzung`);
      const view = (name: string) => page.locator('nav.views').getByRole('button', { name });
      if (await view('Anwesenheit').isVisible()) await view('Anwesenheit').click();
      const answers = page.getByRole('button', { name: /^Zusagen übernehmen/ });
      await keyboard.press(answers, () => expect(answers).toHaveCount(0));
      await field(page, 'Gast: Name, Organisation').fill('Dora Lenz, Kiebitz');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: /^Dora Lenz/ })).toBeVisible();
      if (await view('Protokoll').isVisible()) await view('Protokoll').click();
      const remove = page.getByRole('button', { name: /^Zeile löschen/ });
      await keyboard.press(remove.first(), () => expect(remove).toHaveCount(1), /^BUTTON Zeile löschen: Ein/);
      await keyboard.press(remove, () => expect(remove).toHaveCount(0));
      await field(page, 'Neue Zeile').focus();
      await page.keyboard.type('Ein Notfallfonds wird geprüft.');
      await page.keyboard.press('Enter');
      await expect(remove).toHaveCount(1);

      await expect(page.locator('rt-device-state')).toContainText(/gespeichert/);
      const after = await later(page, world, app, coordinator, '2026-12-03T12:05:00+01:00');
      await world.session.endSession(after, id);
      await keyboard.goto(`/termine/${id}/nachlauf`);
      const times = page.getByRole('button', { name: 'Zeiten übernehmen' });
      await keyboard.press(times, () => expect(page.getByText(/stehen so im Protokoll/)).toBeVisible());
      const approve = page.getByRole('button', { name: 'Protokoll freigeben' });
      await keyboard.press(
        approve,
        () => expect(page.getByRole('dialog')).toBeVisible(),
        /^BUTTON Freigeben/,
      );
      await keyboard.press(
        page.getByRole('button', { name: 'Freigeben', exact: true }),
        () => expect(approve).toHaveCount(0),
        /^(A|BUTTON|H2) Protokoll/,
      );
      await sendProtocol(page, keyboard);
    });
  });
}

test('when the session ends over a form the keyboard keeps its place, at each size', async ({
  app,
  world,
  newPage,
}) => {
  for (const viewport of sizes) {
    const page = await newPage({ viewport, reducedMotion: 'reduce' });
    const keyboard = new Keyboard(page);
    const name = `Beirat für Teilhabe ${viewport.width}`;
    await page.clock.install();
    await keyboard.goto('/anmelden');
    await waysToSignIn(page, keyboard);
    const planner = await signIn(page, world, app, 'planner');
    await planner.post('/api/account/password', { current: '', password: PASSWORD });
    await keyboard.goto('/planung/gremien');
    await enter(page, page.getByRole('button', { name: 'Gremium hinzufügen' }).first());
    await field(page, 'Name').fill(name);
    await page.clock.fastForward('28:01');
    const warning = page.getByRole('alertdialog', { name: 'Sind Sie noch da?' });
    const stay = warning.getByRole('button', { name: 'Angemeldet bleiben' });
    await expect(warning).toBeVisible();
    await keyboard.stands('while the end is announced', /^BUTTON Angemeldet bleiben/);
    await keyboard.press(stay, () => expect(warning).toHaveCount(0), /^INPUT Name/);

    app.clock.pass(31, 'minutes');
    const save = page.getByRole('button', { name: 'Hinzufügen', exact: true });
    const door = page.getByRole('dialog', { name: 'Wieder anmelden' });
    const within = (name: string) => door.getByRole('button', { name, exact: true });
    await keyboard.press(save, () => expect(door).toBeVisible(), /^INPUT Mailadresse/);
    await keyboard.press(
      within('Später'),
      () => expect(door).toHaveCount(0),
      /^DIV Ihre Sitzung ist beendet/,
    );
    await keyboard.press(save, () => expect(door).toBeVisible(), /^INPUT Mailadresse/);
    await waysToSignIn(door, keyboard);
    await enter(page, within('Mit Passwort anmelden'));
    await expect(door.getByLabel('Passwort')).toBeVisible();
    await field(door, 'Mailadresse').fill(`${planner.accountId}@rolle.test`);
    await door.getByLabel('Passwort').fill(PASSWORD);
    await keyboard.press(within('Anmelden'), () => expect(door).toHaveCount(0));
    await expect(page.getByRole('link', { name })).toBeVisible();
    await keyboard.stands('after the form was saved', /^BUTTON Gremium hinzufügen/);
    await page.close();
  }
});

async function waysToSignIn(within: Page | Locator, keyboard: Keyboard): Promise<void> {
  const button = (name: string) => within.getByRole('button', { name, exact: true });
  const [link, password] = [button('Link schicken'), within.getByLabel('Passwort')];
  await field(within, 'Mailadresse').fill('niemand@rolle.test');
  await keyboard.press(
    link,
    () => expect(within.getByText('niemand@rolle.test')).toBeVisible(),
    /^BUTTON Andere Adresse/,
  );
  const other = button('Andere Adresse verwenden');
  await keyboard.press(other, () => expect(link).toBeVisible(), /^INPUT Mailadresse/);
  const [byPassword, byLink] = [button('Mit Passwort anmelden'), button('Mit einem Link per Mail anmelden')];
  await keyboard.press(byPassword, () => expect(password).toBeVisible(), /^BUTTON Mit einem Link/);
  await keyboard.press(byLink, () => expect(password).toHaveCount(0), /^BUTTON Mit Passwort/);
}

async function sendProtocol(page: Page, keyboard: Keyboard): Promise<void> {
  const panel = page.getByRole('dialog', { name: 'Protokoll versenden' });
  const people = panel.getByRole('list', { name: 'Empfängerinnen und Empfänger' });
  const open = page.getByRole('button', { name: 'Protokoll versenden' });
  await keyboard.press(open, () => expect(people).toBeVisible());

  const dora = people.getByRole('checkbox', { name: 'Dora Lenz' });
  const address = people.getByLabel('Mailadresse von Dora Lenz');
  await dora.focus();
  await page.keyboard.press('Space');
  await address.fill('dora@kiebitz.test');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(address).toHaveCount(0);
  await keyboard.stands('after Dora Lenz was left out', /^INPUT Dora Lenz/);

  await field(panel, 'Weitere Person').fill('Jan Lind');
  await field(panel, 'Mailadresse').fill('jan@lind.test');
  const taken = people.getByRole('button', { name: 'Jan Lind entfernen' });
  await keyboard.press(panel.getByRole('button', { name: 'Hinzufügen' }), () => expect(taken).toBeVisible());
  await keyboard.press(taken, () => expect(taken).toHaveCount(0));
  const send = panel.getByRole('button', { name: /^An \d Person(en)? senden$/ });
  await keyboard.press(send, () => expect(panel).toHaveCount(0), /^(A|BUTTON|H2) /);
}

/** The clock goes on to then, and the same person signs in anew: the session ended meanwhile. */
async function later(
  page: Page,
  world: World,
  app: TestApp,
  person: SignedIn,
  then: string,
): Promise<SignedIn> {
  app.clock.set(then);
  await signInAgain(page, world, app, person.accountId);
  const { token } = await app.get(world.Sessions).open(person.accountId);
  const { accountId, personId } = person;
  return Object.assign(new world.Client(app.url, `rt_session=${token}`), { accountId, personId });
}
