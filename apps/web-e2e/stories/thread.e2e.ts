import { anna, county, lea, sven } from '../county';
import { confirm, field, head, pick, press } from '../fields';
import { linkInText, Post } from '../mails';
import { signIn, signInAgain } from '../sign-in';
import { expect, test } from '../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const MINUTE = 60_000;

test('a network meets, and those who were there hear what became of what they said', async ({
  app,
  world,
  page: katrin,
  newPage,
}) => {
  test.setTimeout(5 * MINUTE);
  const post = new Post(world, app);
  const given = await county(app, world);
  const table = (name: string) => katrin.getByRole('table', { name });
  const rowOf = (person: { name: string }) => table('Eingeladene').getByRole('row', { name: person.name });
  let meetingPath = '';

  await test.step('the coordinator gets an account by mail and is at work with one click', async () => {
    const welcome = await post.to(given.katrin.mail, 'Ihr Zugang');
    await katrin.goto(linkInText(welcome.text, '/anmeldung/'));
    await press(katrin, 'Jetzt anmelden');
    await expect(katrin).toHaveURL(/\/heute/);
  });

  await test.step('she founds a network and gives three organisations a seat', async () => {
    await katrin.getByRole('navigation', { name: 'Hauptnavigation' }).getByText('Netzwerke').click();
    await press(head(katrin), 'Netzwerk anlegen');
    await field(katrin, 'Name').fill('Netzwerk Sozialberatung');
    await press(katrin, 'Anlegen');
    await expect(katrin.getByRole('heading', { level: 1 })).toHaveText('Netzwerk Sozialberatung');
    await press(katrin, 'Mitglieder hinzufügen');
    const panel = katrin.getByRole('dialog', { name: 'Mitglieder hinzufügen' });
    for (const person of [anna, sven, lea]) {
      await pick(katrin, panel, 'Organisation', person.organisation);
      await pick(katrin, panel, 'Person', person.name);
      await press(panel, 'Auf die Liste');
    }
    await press(panel, '3 Mitglieder hinzufügen');
    await press(panel, 'Fertig');
    for (const person of [anna, sven, lea])
      await expect(table('Mitglieder').getByRole('row', { name: person.name })).toBeVisible();
  });

  await test.step('„Nächstes Treffen“: one page, the mail as it will arrive beside it, sent', async () => {
    await katrin.getByRole('link', { name: 'Nächstes Treffen' }).click();
    await field(katrin, 'Tag').fill('8.12.26');
    await field(katrin, 'Ort').fill('Kreishaus Köthen, Am Flugplatz 1');
    await field(katrin, 'Punkt 2').fill('Wege zur Beratung');
    await expect(katrin.getByRole('list', { name: 'Wird eingeladen' })).toContainText(lea.mail);
    const preview = katrin.getByRole('complementary', { name: 'Vorschau der Mail' });
    await expect(preview).toContainText('Wege zur Beratung');
    await expect(preview).toContainText(/Im Kalender: Di, 08\.12\.2026, 14:00.–.16:00.Uhr/);
    await press(katrin, /Einladungen senden$/);
    await expect(katrin.getByText('Mails gehen gleich hinaus')).toBeVisible();
    meetingPath = new URL(katrin.url()).pathname;
    expect(await post.subjectsTo(anna.mail)).toEqual([]);
    app.clock.pass(61, 'seconds');
  });

  await test.step('the invitation is one that Outlook, Thunderbird and Apple Calendar take as such', async () => {
    const { calendar, subject } = await post.to(anna.mail, 'Einladung');
    expect(subject).toBe('Einladung: Netzwerk Sozialberatung am 08.12.2026');
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      mimeMethod: 'REQUEST',
      status: 'CONFIRMED',
      attendees: [`mailto:${anna.mail}`],
      start: new Date('2026-12-08T14:00:00+01:00'),
      end: new Date('2026-12-08T16:00:00+01:00'),
    });
    expect(calendar?.text).toContain('DTSTART;TZID=Europe/Berlin:20261208T140000');
    expect(calendar?.text).toContain('BEGIN:VTIMEZONE');
  });

  await test.step('one answers on her phone, without an account', async () => {
    const { text } = await post.to(anna.mail, 'Einladung');
    const handheld = await newPage(phone);
    await handheld.goto(linkInText(text, '/antwort/'));
    await expect(handheld.getByText('Guten Tag, Frau Ehlers')).toBeVisible();
    expect(await handheld.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await press(handheld, 'Ich komme');
    await expect(handheld.getByText('Danke, wir freuen uns auf Sie.')).toBeVisible();
  });

  await test.step('the coordinator sees it arrive; another one phones, which takes two clicks', async () => {
    await katrin.reload();
    await expect(rowOf(anna)).toContainText('Antwortseite');
    await press(rowOf(sven), /^kommt$/);
    await press(katrin, 'Telefon');
    await expect(rowOf(sven)).toContainText('Telefon');
  });

  await test.step('a week before, „Heute“ offers to remind, and only the silent get a mail', async () => {
    app.clock.set('2026-12-01T08:30:00+01:00');
    await signInAgain(katrin, world, app, given.katrin.accountId);
    await katrin.goto('/heute');
    await press(katrin, /^Erinnern ?: .* nicht geantwortet/);
    await expect(katrin.getByRole('button', { name: /^Erinnern/ })).toBeHidden();
    app.clock.pass(61, 'seconds');
    await post.to(lea.mail, 'Kommen Sie?');
    for (const { mail } of [anna, sven]) expect(await post.subjectsTo(mail)).toHaveLength(1);
  });

  await test.step('on the day: agenda, minutes, who is there', async () => {
    app.clock.set('2026-12-08T13:50:00+01:00');
    await signInAgain(katrin, world, app, given.katrin.accountId);
    await katrin.goto(meetingPath);
    await press(katrin, 'Sitzung starten');
    await press(katrin, 'Nächster Punkt');

    const line = field(katrin, 'Neue Zeile');
    await line.fill('Die Sprechzeiten der Beratungsstellen sind neu.');
    await line.press('Enter');
    await line.fill('/a Liste der Sprechzeiten verschicken');
    await pick(katrin, katrin, 'Wer', sven.name);
    await field(katrin, 'Bis wann').fill('18.12.2026');
    await line.press('Enter');
    await line.fill('/v Wir treffen uns reihum in den Häusern.');
    await line.press('Enter');
    await line.fill('/h Frau Schulze kommt abends nicht nach Hause, nach 18 Uhr fährt kein Bus mehr.');
    await field(katrin, 'Wer hat das gesagt?').fill('Sozialberaterin');
    await line.press('Enter');
    await expect(katrin.getByRole('list', { name: 'Festgehalten' }).getByRole('listitem')).toHaveCount(4);

    const attendance = katrin.getByRole('region', { name: 'Anwesenheit' });
    await press(attendance, new RegExp(anna.name));
    await press(attendance, new RegExp(sven.name));
    await field(attendance, 'Gast: Name, Organisation').fill('Dora Lenz, Pflegenest Elbaue');
    await press(attendance, 'Gast');
    await expect(attendance.getByRole('status')).toHaveText(/^3 von/);
    await expect(katrin.locator('rt-device-state')).toContainText(/gespeichert \d\d:\d\d/);

    await press(katrin, 'Sitzung beenden');
    await confirm(katrin, 'Sitzung beenden?', 'Sitzung beenden');
    await expect(katrin).toHaveURL(/\/nachlauf$/);
  });

  await test.step('she reads the minutes, approves and sends them', async () => {
    await expect(katrin.getByRole('article')).toContainText('Hinweis aufgenommen');
    await press(katrin, 'Protokoll freigeben');
    await confirm(katrin, 'Protokoll freigeben?', 'Freigeben');
    await katrin.getByRole('main').getByRole('button', { name: 'Protokoll versenden' }).click();
    await press(katrin, /^An \d Personen senden$/);
    await expect(katrin.getByText('gleich hinaus.')).toBeVisible();
    app.clock.pass(61, 'seconds');
  });

  await test.step('everybody gets the minutes with their own task, and ticks it off by its link', async () => {
    const toAnna = await post.to(anna.mail, 'Protokoll vom 8. Dezember 2026');
    expect(toAnna.text).not.toContain('Ihre Aufgabe');
    const toSven = await post.to(sven.mail, 'Protokoll vom 8. Dezember 2026');
    expect(toSven.text).toContain('Liste der Sprechzeiten verschicken (bis 18. Dezember 2026)');
    expect(toSven.files[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');

    const handheld = await newPage(phone);
    await handheld.goto(linkInText(toSven.text, '/aufgabe/'));
    await press(handheld, 'Ist erledigt');
    await expect(handheld.getByText('Vielen Dank, die Aufgabe ist erledigt.')).toBeVisible();
    await handheld.goto(linkInText(toSven.text, '/protokoll/'));
    await expect(handheld.getByText('Wir treffen uns reihum in den Häusern.')).toBeVisible();
    await expect(handheld.getByText('Schulze')).toHaveCount(0);
  });

  await test.step('a planner takes the name out, links the Hinweis, decides and answers', async () => {
    app.clock.set('2026-12-10T10:00:00+01:00');
    const jens = await newPage();
    await signIn(jens, world, app, 'planner');
    await jens.goto('/hinweise');
    const part = (name: string) =>
      jens.getByRole('navigation', { name: 'Teile des Eingangs' }).getByText(name);
    const first = () => jens.getByRole('listitem').getByRole('link', { name: /Netzwerk Sozialberatung/ });

    await part('Zu prüfen').click();
    await first().click();
    await expect(jens.getByRole('button', { name: 'Frau Schulze' })).toBeVisible();
    await press(jens, '1 Stelle entfernen & nächster');
    await part('Neu').click();
    await first().click();
    await jens.getByRole('combobox', { name: 'Erstes Handlungsfeld' }).selectOption('Mobilität');
    await press(jens, 'Zuordnen & nächster');
    await part('Zu entscheiden').click();
    await first().click();
    await jens.getByRole('radio', { name: 'teilweise aufgenommen' }).check();
    await field(jens, 'Begründung').fill('Ab Mai fährt freitags ein Rufbus.');
    await press(jens, 'Entscheiden');
    await field(jens, 'Antworttext').fill('Wir haben mit dem Verkehrsbetrieb gesprochen.');
    await press(jens, 'Antwort festhalten');
    await expect(jens.getByText('beantwortet', { exact: true })).toBeVisible();
  });

  await test.step('the coordinator sends the Ergebnisbrief', async () => {
    await signInAgain(katrin, world, app, given.katrin.accountId);
    await katrin.goto(meetingPath);
    await katrin.getByRole('link', { name: 'Ergebnisbrief schreiben' }).click();
    await expect(katrin).toHaveURL(/ergebnisbrief$/);
    await katrin.getByRole('link', { name: 'Ergebnisbrief schreiben' }).click();
    await press(katrin, /^An \d Personen senden$/);
    await confirm(katrin, /^Ergebnisbrief an/, 'Senden');
    await expect(katrin.getByText('gleich hinaus.')).toBeVisible();
    app.clock.pass(61, 'seconds');
    await katrin.goto(meetingPath);
    await expect(katrin.getByRole('listitem').filter({ hasText: 'Ergebnis mitgeteilt' })).toHaveAttribute(
      'aria-current',
      'step',
    );
  });

  await test.step('those who were there read what became of it', async () => {
    for (const { mail } of [anna, sven]) {
      const letter = await post.to(mail, 'Was wurde aus');
      expect(letter.text).toContain('[entfernt] kommt abends nicht nach Hause');
      expect(letter.text).toContain('Wir haben diesen Hinweis teilweise aufgenommen.');
      expect(letter.text).toContain('Ab Mai fährt freitags ein Rufbus.');
    }
    expect(await post.subjectsTo(lea.mail)).not.toContainEqual(expect.stringMatching(/^Was wurde aus/));
    for (const { text, html } of await post.all()) expect(text + html).not.toContain('Schulze');
  });

  await test.step('and so it stands in the database', async () => {
    const id = meetingPath.split('/').at(-1);
    expect(
      await app.database.rows(
        `select meeting.state, meeting.protocol_sent_at is not null as protocol, feedback.state as hinweis,
                field_of_action.name as field, return_message.sent_at is not null as letter,
                (select state from task where task.meeting_id = meeting.id) as task,
                (select json_object_agg(mail, answer || coalesce(' by ' || answer_channel, '')) from invitation
                 where meeting_id = meeting.id and mail = any($2)) as answers
         from meeting join feedback on feedback.meeting_id = meeting.id join return_message on return_message.meeting_id = meeting.id
           join field_of_action on field_of_action.id = feedback.primary_field_id
         where meeting.id = $1`,
        [id, [anna.mail, sven.mail, lea.mail]],
      ),
    ).toEqual([
      {
        state: 'MINUTES_APPROVED',
        protocol: true,
        hinweis: 'ANSWERED',
        field: 'Mobilität',
        letter: true,
        task: 'DONE',
        answers: {
          [anna.mail]: 'ACCEPTED by LINK',
          [sven.mail]: 'ACCEPTED by PHONE',
          [lea.mail]: 'NEEDS_ACTION',
        },
      },
    ]);
    const audit = app.get(world.AuditChain);
    await audit.seal();
    expect(await audit.verify()).toMatchObject({ findings: [], waiting: 0 });
  });
});
