import { anna, county, lea } from '../county';
import { field, press } from '../fields';
import { lastMailTo, linkIn } from '../mails';
import { signInAgain } from '../sign-in';
import { expect, test } from '../world';

const PASSWORD = 'Lampe Birke Gleis Honig';

test('a meeting goes on without network, and everything is in the minutes once and in order', async ({
  app,
  world,
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await county(app, world);
  const katrin = await world.signedIn(app, 'coordinator');
  await katrin.post('/api/account/password', { current: '', password: PASSWORD });
  const { id } = await world.meetings.invitedMeeting(katrin, {
    day: '2026-12-08',
    agenda: ['Begrüßung', 'Wege zur Beratung'],
    invitees: [anna.mail, lea.mail],
  });
  app.clock.set('2026-12-08T13:50:00+01:00');
  await signInAgain(page, world, app, katrin.accountId);

  const line = field(page, 'Neue Zeile');
  const lines = page.getByRole('list', { name: 'Festgehalten' }).getByRole('listitem');
  const attendance = page.getByRole('region', { name: 'Anwesenheit' });
  const foot = page.getByRole('contentinfo');
  const write = async (words: string) => {
    await line.fill(words);
    await line.press('Enter');
  };

  await test.step('it begins with network', async () => {
    await page.goto(`/termine/${id}/sitzung`);
    await press(page, 'Sitzung starten');
    await write('Die Sprechzeiten sind neu.');
    await expect(foot).toContainText(/gespeichert \d\d:\d\d/);
    await page.evaluate(() => navigator.serviceWorker.ready);
  });

  await test.step('the network is gone: lines, Hinweis and attendance stay on the device', async () => {
    await context.setOffline(true);
    await write('Zweite Zeile.');
    await line.fill('/h Nach 18 Uhr fährt kein Bus mehr.');
    await field(page, 'Wer hat das gesagt?').fill('Sozialberaterin');
    await line.press('Enter');
    await press(attendance, new RegExp(anna.mail));
    await field(attendance, 'Gast: Name, Organisation').fill('Dora Lenz, Pflegenest Elbaue');
    await press(attendance, 'Gast');
    await lines
      .first()
      .getByRole('button', { name: /^Die Sprechzeiten/ })
      .click();
    await field(page, 'Zeile ändern').fill('Die Sprechzeiten sind neu, von diesem Gerät.');
    await field(page, 'Zeile ändern').press('Enter');
    await line.fill('Noch nicht zu Ende ge');
    await expect(foot).toContainText(
      /Ohne Verbindung: 6 Änderungen auf diesem Gerät, zuletzt \d\d:\d\d\sUhr/,
    );
    await press(page, 'Sitzung beenden');
    const answer = page.getByRole('dialog', { name: 'Noch nicht alles ist gesendet' });
    await press(answer, 'Verstanden');
  });

  await test.step('the page is loaded again without network, and nothing is missing', async () => {
    await line.fill('Auch dieser Satz ist noch nicht fertig');
    await page.reload();
    await expect(lines).toHaveText([
      /Die Sprechzeiten sind neu, von diesem Gerät\./,
      /Zweite Zeile\./,
      /Nach 18 Uhr fährt kein Bus mehr\./,
      /Noch nicht zu Ende ge/,
    ]);
    await expect(attendance.getByRole('status')).toHaveText(/^2 von/);
    await expect(line).toHaveValue('Auch dieser Satz ist noch nicht fertig');
    await expect(foot).toContainText('Ohne Verbindung');
    await line.press('Enter');
    await expect(lines).toHaveCount(5);
  });

  await test.step('another device writes the same line meanwhile, and the session runs out', async () => {
    app.clock.pass(5, 'minutes');
    const { token } = await app.get(world.Sessions).open(katrin.accountId);
    const tablet = new world.Client(app.url, `rt_session=${token}`);
    const { entries } = await world.session.sessionOf(tablet, id);
    const [first] = entries;
    if (!first) throw new Error('The first line reached the server.');
    const { agendaItemId, position } = first;
    await world.session.minutesLine(
      tablet,
      id,
      { agendaItemId, position, text: 'Die Sprechzeiten sind neu, vom anderen Gerät.' },
      first,
    );
    app.clock.pass(40, 'minutes');
  });

  await test.step('with the network she signs in again where she stands, and everything is sent', async () => {
    await context.setOffline(false);
    await expect(foot).toContainText('Ihre Anmeldung ist abgelaufen');
    await press(foot, 'Wieder anmelden');
    const door = page.getByRole('dialog', { name: 'Wieder anmelden' });
    await field(door, 'Mailadresse').fill(`${katrin.accountId}@rolle.test`);
    await door.getByLabel('Passwort').fill(PASSWORD);
    await press(door, /^Anmelden$/);
    await expect(page).toHaveURL(new RegExp(`/termine/${id}/sitzung$`));
    await expect(foot).toContainText(/gespeichert \d\d:\d\d/);
    await expect(page.getByText('Beide Fassungen stehen jetzt da.')).toBeVisible();
    await expect(lines).toHaveCount(6);
  });

  await test.step('the session runs out once more: a link by mail signs in, and the line is still there', async () => {
    app.clock.pass(50, 'minutes');
    await write('Nach Ablauf geschrieben.');
    await expect(foot).toContainText('Ihre Anmeldung ist abgelaufen');
    await press(foot, 'Wieder anmelden');
    const door = page.getByRole('dialog', { name: 'Wieder anmelden' });
    await press(door, 'Mit einem Link per Mail anmelden');
    // The field of the other way has the same label until then.
    await expect(door.getByRole('button', { name: 'Link schicken' })).toBeVisible();
    const mail = `${katrin.accountId}@rolle.test`;
    await field(door, 'Mailadresse').fill(mail);
    await press(door, 'Link schicken');
    const link = await linkIn(await lastMailTo(app, mail), '/anmeldung/');
    const second = await context.newPage();
    await second.goto(link);
    await press(second, 'Jetzt anmelden');
    await expect(second).toHaveURL(new RegExp(`/termine/${id}/sitzung$`));
    await expect(second.getByRole('list', { name: 'Festgehalten' })).toContainText(
      'Nach Ablauf geschrieben.',
    );
    // This window notices by itself.
    await expect(door).toHaveCount(0);
    await expect(foot).toContainText(/gespeichert \d\d:\d\d/);
    await second.close();
    await expect(lines).toHaveCount(7);
  });

  await test.step('and so it stands in the database', async () => {
    expect(
      await app.database.rows(
        `select coalesce(said.text, line.text) as text from minutes_entry line
           left join feedback_original said on said.feedback_id = line.feedback_id
         where line.meeting_id = $1 and line.deleted_at is null order by line.position, line.id`,
        [id],
      ),
    ).toEqual(
      [
        'Die Sprechzeiten sind neu, vom anderen Gerät.',
        'Die Sprechzeiten sind neu, von diesem Gerät.',
        'Zweite Zeile.',
        'Nach 18 Uhr fährt kein Bus mehr.',
        'Noch nicht zu Ende ge',
        'Auch dieser Satz ist noch nicht fertig',
        'Nach Ablauf geschrieben.',
      ].map((text) => ({ text })),
    );
    expect(
      await app.database.rows(
        `select coalesce(invitation.mail, attendance.guest_name) as who, present
         from attendance left join invitation on invitation.id = attendance.invitation_id
         where attendance.meeting_id = $1 order by guest_name`,
        [id],
      ),
    ).toEqual([
      { who: anna.mail, present: true },
      { who: 'Dora Lenz, Pflegenest Elbaue', present: true },
    ]);
  });
});
