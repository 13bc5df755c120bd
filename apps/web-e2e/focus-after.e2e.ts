import type { Locator, Page } from '@playwright/test';
import type { SignedIn, TestApp } from '@runder-tisch/api/test';
import { anna, county, sven } from './county';
import { field } from './fields';
import { enter, place, sizes } from './keyboard';
import { Settled } from './settled';
import { signIn, signInAgain } from './sign-in';
import { expect, test, type World } from './world';

const PASSWORD = 'Lampe Birke Gleis Honig';
/** Where the keyboard may stand once what it pressed is gone: at something to press, or at what says where one is. */
const SOMEWHERE = /^(A|BUTTON|H\d|INPUT|SELECT|SUMMARY|TEXTAREA) \S/;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const size of sizes) {
  test.describe(`at ${size.width}×${size.height} the keyboard keeps its place`, () => {
    test.use({ viewport: { ...size } });

    test('from the invitation to the protocol', async ({ app, world, page }) => {
      const keyboard = new Keyboard(page);
      await county(app, world);
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

    test('at answers, Hinweise and long lists', async ({ app, world, page }) => {
      const keyboard = new Keyboard(page);
      await county(app, world);
      const planner = await signIn(page, world, app, 'planner', 'admin');
      const provider = await world.signedIn(app, 'provider');
      const [fieldId, text] = [
        await world.lists.fieldOfAction(planner, 'Nahverkehr'),
        'Der Bus fährt zu selten.',
      ];
      const { id } = await world.feedback.feedback(planner, { text });
      await world.feedback.linkFeedback(planner, id, fieldId);
      await keyboard.goto(`/hinweise/${id}`);
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await field(page, 'Begründung').fill('Der Fahrplan wird zum Sommer dichter.');
      const decide = page.getByRole('button', { name: 'Entscheiden' });
      await keyboard.press(decide, () => expect(decide).toHaveCount(0));

      await manyPeople(world, app, 50);
      await keyboard.goto('/akteure/personen');
      const more = page.getByRole('button', { name: 'Mehr laden' });
      await keyboard.press(more, () => expect(page.getByText(/^50 von/)).toBeVisible(), /^BUTTON Mehr laden/);
      await keyboard.press(more, () => expect(more).toHaveCount(0));

      const guest = { personId: provider.personId, mail: `${provider.accountId}@rolle.test`, name: 'Gast' };
      const meeting = { title: 'Fachtag', day: '2026-12-03', invitees: [guest] };
      const { id: meetingId } = await world.meetings.invitedMeeting(planner, meeting);
      await signInAgain(page, world, app, provider.accountId);
      for (const address of ['/einladungen', `/termine/${meetingId}`]) {
        await keyboard.goto(address);
        const answer = page.getByRole('button', {
          name: address === '/einladungen' ? 'Ich komme' : 'Vielleicht',
        });
        await keyboard.press(answer, () => expect(answer).toHaveAttribute('aria-pressed', 'true'), /^BUTTON/);
      }
    });

    test('in lists that come in, members and merged entries', async ({ app, world, page }) => {
      const keyboard = new Keyboard(page);
      await county(app, world);
      const coordinator = await signIn(page, world, app, 'coordinator');
      const list = 'Träger;PLZ;Ort\nTaubenhof (Demo);06749;Bitterfeld\nElsternest (Demo);06366;Köthen';
      const { id } = await world.imports.uploadedList(coordinator, 'Verteiler.csv', list);
      await keyboard.goto(`/akteure/import/${id}`);
      const check = page.getByRole('button', { name: 'Weiter: Liste prüfen' });
      const apply = page.getByRole('button', { name: 'Einträge übernehmen' });
      await keyboard.press(check, () => expect(apply).toBeVisible());
      await keyboard.press(apply, () => expect(page.getByText(/^Neu angelegt/)).toBeVisible());

      const networkId = await world.networks.network(coordinator, { name: 'Netzwerk Wohnen' });
      await keyboard.goto(`/netzwerke/${networkId}`);
      await addMembers(page, keyboard);

      const twins = { salutation: 'Herr' as const, givenName: 'Udo', familyName: 'Lorenz' };
      const stays = await world.actors.person(coordinator, { ...twins, mail: 'lorenz@eins.test' });
      await world.actors.person(coordinator, { ...twins, mail: 'lorenz@zwei.test' });
      await keyboard.goto(`/akteure/personen/${stays}`);
      await mergeAndBack(page, keyboard);
    });

    test('when the session ends over a form', async ({ app, world, page }) => {
      const keyboard = new Keyboard(page);
      const planner = await signIn(page, world, app, 'planner');
      await planner.post('/api/account/password', { current: '', password: PASSWORD });
      await keyboard.goto('/planung/gremien');
      await enter(page, page.getByRole('button', { name: 'Gremium hinzufügen' }).first());
      await field(page, 'Name').fill('Beirat für Teilhabe');
      app.clock.pass(31, 'minutes');
      const save = page.getByRole('button', { name: 'Hinzufügen', exact: true });
      const door = page.getByRole('dialog', { name: 'Wieder anmelden' });
      const within = (name: string) => door.getByRole('button', { name, exact: true });
      await keyboard.press(save, () => expect(door).toBeVisible(), /^INPUT Mailadresse/);
      await keyboard.press(within('Später'), () => expect(door).toHaveCount(0), /^BUTTON Hinzufügen/);
      await keyboard.press(save, () => expect(door).toBeVisible(), /^INPUT Mailadresse/);
      await keyboard.press(within('Mit Passwort anmelden'), () =>
        expect(door.getByLabel('Passwort')).toBeVisible(),
      );
      await field(door, 'Mailadresse').fill(`${planner.accountId}@rolle.test`);
      await door.getByLabel('Passwort').fill(PASSWORD);
      await keyboard.press(within('Anmelden'), () => expect(door).toHaveCount(0));
      await expect(page.getByRole('link', { name: 'Beirat für Teilhabe' })).toBeVisible();
    });
  });
}

/** Presses one thing after another and looks each time where the keyboard stands afterwards. */
class Keyboard {
  private readonly settled: Settled;
  private readonly softly = expect.configure({ soft: true, timeout: 8_000 });

  constructor(private readonly page: Page) {
    this.settled = new Settled(page);
  }

  goto(address: string): Promise<void> {
    return this.settled.goto(address);
  }

  /** Until what was pressed has had its effect; then the keyboard stands in sight, where it belongs. */
  async press(control: Locator, until: () => Promise<void>, where = SOMEWHERE): Promise<void> {
    const { page } = this;
    await enter(page, control);
    await until();
    await this.settled.rest();
    await this.softly.poll(() => place(page), { message: `after ${String(control)}` }).toMatch(where);
  }
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
  await expect.poll(() => place(page)).toMatch(/^INPUT Dora Lenz/);

  await field(panel, 'Weitere Person').fill('Jan Lind');
  await field(panel, 'Mailadresse').fill('jan@lind.test');
  const taken = people.getByRole('button', { name: 'Jan Lind entfernen' });
  await keyboard.press(panel.getByRole('button', { name: 'Hinzufügen' }), () => expect(taken).toBeVisible());
  await keyboard.press(taken, () => expect(taken).toHaveCount(0));
  const send = panel.getByRole('button', { name: /^An \d Person(en)? senden$/ });
  await keyboard.press(send, () => expect(panel).toHaveCount(0), /^(A|BUTTON|H2) /);
}

async function addMembers(page: Page, keyboard: Keyboard): Promise<void> {
  const panel = page.getByRole('dialog', { name: 'Mitglieder hinzufügen' });
  const list = panel.getByRole('list', { name: 'Wird hinzugefügt' }).getByRole('listitem');
  const within = (name: string | RegExp) => panel.getByRole('button', { name });
  await keyboard.press(page.getByRole('button', { name: 'Mitglieder hinzufügen' }).first(), () =>
    expect(panel).toBeVisible(),
  );
  await enter(page, within('Liste einfügen'));
  await panel
    .getByLabel('Liste aus einer Tabelle')
    .fill(`${anna.organisation}; ${anna.name}\nTaubenhof (Demo)\nWohnhilfe Ost (Demo)`);
  await keyboard.press(within('Liste lesen'), () => expect(list).toHaveCount(3));
  const remove = within(/von der Liste nehmen$/);
  await keyboard.press(
    remove.nth(1),
    () => expect(list).toHaveCount(2),
    /^BUTTON Wohnhilfe Ost .* von der Liste/,
  );
  await keyboard.press(
    remove.nth(1),
    () => expect(list).toHaveCount(1),
    /^BUTTON Ahornhaus .* von der Liste/,
  );
  await keyboard.press(
    within('1 Mitglied hinzufügen'),
    () => expect(list).toHaveCount(0),
    /^INPUT Organisation/,
  );
  await keyboard.press(within('Fertig'), () => expect(panel).toHaveCount(0), /^BUTTON Mitglieder hinzufügen/);
}

async function mergeAndBack(page: Page, keyboard: Keyboard): Promise<void> {
  const hint = page.getByText('Vielleicht doppelt:');
  const panel = page.getByRole('dialog', { name: 'Zusammenführen' });
  const question = page.getByRole('dialog', { name: /auflösen\?$|rückgängig machen\?$/ });
  const merge = panel.getByRole('button', { name: 'Zusammenführen' });
  await keyboard.press(page.getByRole('button', { name: 'Vergleichen' }), () => expect(merge).toBeVisible());
  await keyboard.press(merge, () => expect(question).toBeVisible());
  const sure = question.getByRole('button', { name: 'Zusammenführen', exact: true });
  await keyboard.press(sure, () => expect(hint).toHaveCount(0));

  const back = page.getByRole('button', { name: /^Zusammenführung mit .* rückgängig machen$/ });
  await keyboard.press(back, () => expect(question).toBeVisible(), /^BUTTON Rückgängig machen/);
  const undo = question.getByRole('button', { name: 'Rückgängig machen', exact: true });
  await keyboard.press(undo, () => expect(back).toHaveCount(0));
  await expect(hint).toHaveCount(1);
  const apart = page.getByRole('button', { name: /^Das sind zwei Personen/ });
  await keyboard.press(apart, () => expect(hint).toHaveCount(0));
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

async function manyPeople(world: World, app: TestApp, count: number): Promise<void> {
  await app.get(world.Database).write(world.systemViewer, 'test.people', (tx) =>
    tx.query(
      `insert into person (id, given_name, family_name, mail, created_at)
       select gen_random_uuid(), 'Kim', 'Vogt ' || number, 'kim' || number || '@vogt.test', $1 from generate_series(1, $2) number`,
      [app.clock.now(), count],
    ),
  );
}
