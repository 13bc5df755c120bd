import { field, head, press } from '../fields';
import { linkInText, Post } from '../mails';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const MINUTE = 60_000;
const people = 'Fall;Geburtsdatum;Betrag\r\n1;13.04.1958;420\r\n';
const sums =
  'AGS;Gemeinde;Stichtag;Merkmal;Anzahl\r\n15082005;Aken (Elbe);30.09.2026;Bedarfsgemeinschaften;214\r\n';

test('a data request answered by upload', async ({ app, world, page, newPage }) => {
  test.setTimeout(5 * MINUTE);
  const post = new Post(world, app);
  await signIn(page, world, app, 'planner');

  await test.step('the planner asks by a row of the register and sees the mail before it goes', async () => {
    await page.goto('/planung/schnittstellen');
    await page.getByRole('link', { name: 'Daten anfordern: Jobcenter Anhalt-Bitterfeld' }).click();
    const panel = page.getByRole('dialog', { name: 'Daten anfordern' });
    await expect(field(panel, 'Was soll geliefert werden?')).toHaveValue(/^SGB II: Struktur/);
    await expect(field(panel, 'Zeitraum')).toHaveValue('3. Quartal 2026');
    await field(panel, 'Bis').fill('18.12.2026');
    await field(panel, 'Mailadressen').fill('Daten Jobcenter <daten@jobcenter.test>');
    await field(panel, 'Nachricht').fill('Für die Sitzung im Januar.');
    await press(panel, 'Entwurf anlegen');
    await press(head(page), 'Anforderung senden');
    const mail = page.getByRole('dialog', { name: 'So kommt die Anforderung an' });
    await expect(mail.getByText('Für die Sitzung im Januar.')).toBeVisible();
    await press(mail, 'Senden');
    await expect(page.getByRole('button', { name: 'Zurückholen' })).toBeVisible();
  });

  const handheld = await newPage(phone);
  await test.step('the Jobcenter opens the link: a wrong file is refused on the device, nothing is sent', async () => {
    app.clock.pass(61, 'seconds');
    const letter = await post.to('daten@jobcenter.test', 'Bitte um Daten bis 18. Dezember 2026');
    await handheld.goto(linkInText(letter.text, '/datenlieferung/'));
    expect(await handheld.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expect(handheld.getByRole('heading', { level: 1 })).toContainText(
      'Daten liefern: SGB II: Struktur',
    );
    await expect(handheld.getByRole('rowheader', { name: 'Merkmal' })).toBeVisible();
    let posts = 0;
    handheld.on('request', (request) => (posts += Number(request.method() === 'POST')));
    const chooser = handheld.getByLabel('Datei', { exact: true });
    await chooser.setInputFiles({ name: 'faelle.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
    await expect(
      handheld.getByText('In der Spalte „Geburtsdatum“ stehen Geburtsdaten: Bitte liefern Sie nur'),
    ).toBeVisible();
    await expect(chooser).toHaveValue('');
    expect(posts).toBe(0);
  });

  await test.step('the right file arrives, with a name and a remark', async () => {
    const chooser = handheld.getByLabel('Datei', { exact: true });
    await chooser.setInputFiles({ name: 'SGB II Q3.csv', mimeType: 'text/csv', buffer: Buffer.from(sums) });
    await expect(handheld.getByText('Auf Ihrem Gerät geprüft')).toBeVisible();
    await field(handheld, 'Ihr Name').first().fill('Olaf Cramer');
    await field(handheld, 'Anmerkung (freiwillig)').fill('Vorläufige Werte.');
    await press(handheld, 'Datei senden');
    await expect(handheld.getByText('Vielen Dank, Ihre Lieferung ist angekommen.')).toBeVisible();
    await expect(handheld.getByText(/„SGB II Q3\.csv“, \d+ Bytes, 1 Zeile/)).toBeVisible();
  });

  await test.step('the planner finds it on Heute, checks it and takes it over: the request is closed', async () => {
    await page.goto('/heute');
    await page.getByRole('link', { name: /^Lieferung prüfen: Jobcenter Anhalt-Bitterfeld/ }).click();
    const came = page.getByRole('region', { name: 'Was gekommen ist' });
    await expect(came).toContainText('Vorläufige Werte.');
    const download = page.waitForEvent('download');
    await came.getByRole('link', { name: 'SGB II Q3.csv' }).click();
    expect((await download).suggestedFilename()).toBe('SGB II Q3.csv');
    await press(head(page), 'Als geprüft kennzeichnen');
    await press(head(page), 'Als übernommen kennzeichnen');
    const panel = page.getByRole('dialog', { name: 'Als übernommen kennzeichnen' });
    await field(panel, 'Übernommene Zeilen').fill('1');
    await press(panel, 'Als übernommen kennzeichnen');
    const history = page.getByRole('region', { name: 'Verlauf' });
    await expect(history.getByRole('listitem').first()).toContainText('abgeschlossen');
    await handheld.reload();
    await expect(handheld.getByText('Ihre Lieferung ist geprüft. Vielen Dank!')).toBeVisible();
  });
});
