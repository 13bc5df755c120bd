import { anna, county, lea, sven } from '../county';
import { field, head, press } from '../fields';
import { linkInText, Post } from '../mails';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('a date is found by a poll and becomes the meeting', async ({ app, world, page: katrin, newPage }) => {
  const post = new Post(world, app);
  await county(app, world);
  await signIn(katrin, world, app, 'coordinator');
  const matrix = katrin.getByRole('region', { name: 'Wer kann wann' });
  const vote = (name: string) => matrix.getByRole('row', { name });
  let meetingPath = '';

  await test.step('the composing page without a date leads to the poll', async () => {
    await katrin.goto('/termine/neu?ohne=1');
    await field(katrin, 'Titel').fill('Fachgespräch Wohnen');
    await field(katrin, 'Beginn').fill('10');
    await field(katrin, 'Ende').fill('12');
    await press(katrin, 'Termin steht noch nicht fest: Umfrage');
    await expect(katrin).toHaveURL(/\/umfrage/);
    meetingPath = new URL(katrin.url()).pathname.replace('/umfrage', '');
  });

  await test.step('three dates, two of them on one day, three people, one of whom must be there', async () => {
    const proposal = (number: number) =>
      katrin.getByRole('group', { name: `Vorschlag ${number}`, exact: true });
    await expect(field(proposal(1), 'Beginn')).toHaveValue('10:00');
    await field(proposal(1), 'Tag').fill('8.12.26');
    await field(proposal(2), 'Tag').fill('10.12.26');
    await press(proposal(2), /^Weitere Uhrzeit/);
    await expect(field(proposal(3), 'Ende')).toHaveValue('14:00');
    await press(katrin, 'Terminumfrage senden');
    await expect(katrin.getByText('Bitte wählen Sie aus, wer gefragt wird.')).toBeVisible();
    for (const { name } of [anna, sven, lea]) {
      await katrin.getByRole('combobox', { name: 'Hinzufügen' }).fill(name);
      await katrin
        .getByRole('option')
        .filter({ hasText: name, hasNotText: 'als Mailadresse' })
        .first()
        .click();
      await expect(katrin.getByRole('list', { name: 'Wird eingeladen' })).toContainText(name);
    }
    await katrin
      .getByRole('group', { name: 'Müssen dabei sein' })
      .getByRole('button', { name: anna.name })
      .click();
    await press(katrin, 'Terminumfrage an 3 senden');
    await expect(katrin.getByText('3 Mails gehen gleich hinaus.')).toBeVisible();
  });

  await test.step('taken back within the minute, it is the sheet again; then it goes out', async () => {
    await press(katrin, 'Zurückholen');
    await press(katrin, 'Terminumfrage an 3 senden');
    await expect(katrin.getByText('3 Mails gehen gleich hinaus.')).toBeVisible();
    expect(await post.subjectsTo(anna.mail)).toEqual([]);
    app.clock.pass(61, 'seconds');
    const { text, calendar } = await post.to(anna.mail, 'Wann können Sie?');
    expect(text).toContain('Donnerstag, 10. Dezember 2026, 12:00–14:00 Uhr');
    expect(calendar).toBeNull();
  });

  await test.step('one votes on her phone: row by row, then „Alle Ja“', async () => {
    const { text } = await post.to(anna.mail, 'Wann können Sie?');
    const handheld = await newPage(phone);
    await handheld.goto(linkInText(text, '/umfrage/'));
    await expect(handheld.getByText('Guten Tag, Frau Ehlers')).toBeVisible();
    expect(await handheld.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await handheld
      .getByRole('group', { name: /8\. Dezember/ })
      .getByRole('radio', { name: 'Nein' })
      .check();
    await press(handheld, 'Antworten senden');
    await expect(handheld.getByRole('alert')).toContainText('Bitte geben Sie zu jedem Termin eine Antwort.');
    await press(handheld, 'Alle Ja');
    await expect(handheld.getByText('Danke, Ihre Antworten sind gespeichert.')).toBeVisible();
    await handheld
      .getByRole('group', { name: /8\. Dezember/ })
      .getByRole('radio', { name: 'Nein' })
      .check();
    await press(handheld, 'Antworten ändern');
    await expect(handheld.getByRole('radio', { name: 'Nein' }).first()).toBeChecked();
  });

  await test.step('another one phones: three clicks; the best date says why it is', async () => {
    await katrin.reload();
    await expect(vote(anna.name)).toContainText('Antwortseite');
    await press(vote(sven.name), /eintragen$/);
    const panel = katrin.getByRole('dialog', { name: `Antwort von ${sven.name}` });
    await press(panel, 'Alle Ja');
    await press(panel, 'Telefon');
    await expect(vote(sven.name)).toContainText('Telefon');
    await expect(katrin.getByText(/^Wer dabei sein muss, kann; 2 von 3 können/)).toBeVisible();
    await press(katrin, 'Erinnern (1)');
    await expect(katrin.getByText('1 Mail geht gleich hinaus.')).toBeVisible();
    app.clock.pass(61, 'seconds');
    await post.to(lea.mail, 'Noch offen');
  });

  await test.step('the chosen date is the meeting, and the invitation arrives', async () => {
    await katrin.goto(meetingPath);
    await head(katrin).getByRole('link', { name: 'Zur Terminumfrage' }).click();
    await press(katrin, /^Do, 10\.12\.2026, 10:00.–.12:00.Uhr wählen$/);
    await press(katrin, 'Festlegen und 3 Einladungen senden');
    await expect(field(katrin, 'Ort')).toHaveAttribute('aria-invalid', 'true');
    await field(katrin, 'Ort').fill('Kreishaus Köthen');
    await press(katrin, 'Festlegen und 3 Einladungen senden');
    await expect(head(katrin)).toContainText(/Do, 10\.12\.2026, 10:00.–.12:00.Uhr/);
    await expect(
      katrin.getByRole('table', { name: 'Eingeladene' }).getByRole('row', { name: anna.name }),
    ).toContainText('in der Umfrage: Ja');
    app.clock.pass(61, 'seconds');
    const { calendar } = await post.to(anna.mail, 'Einladung');
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      attendees: [`mailto:${anna.mail}`],
      start: new Date('2026-12-10T10:00:00+01:00'),
      end: new Date('2026-12-10T12:00:00+01:00'),
    });
  });

  await test.step('the link in the mail of the poll now says the date', async () => {
    const { text } = await post.to(lea.mail, 'Wann können Sie?');
    const handheld = await newPage(phone);
    await handheld.goto(linkInText(text, '/umfrage/'));
    await expect(handheld.getByText('Der Termin steht fest')).toBeVisible();
    await expect(handheld.getByText(/Donnerstag, 10\. Dezember 2026, 10:00.–.12:00.Uhr/)).toBeVisible();
  });
});
