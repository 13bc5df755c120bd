import { signIn } from '../sign-in';
import { expect, test } from '../world';

const LETTER = `Sehr geehrte Damen und Herren,

wir begleiten Familien im Tal seit zwanzig Jahren.

Abends fährt kein Bus zur Beratungsstelle. Viele sagen ihren Termin deshalb ab.

In der Kita am Markt fehlen Plätze für Kinder unter drei Jahren.

Mit freundlichen Grüßen`;

test('a long letter becomes Hinweise, passage by passage, until nothing is open', async ({
  app,
  world,
  page,
}) => {
  const planner = await signIn(page, world, app, 'planner');
  await world.actors.organisation(planner, { name: 'Familienverband Tal (Demo)' });
  await page.goto('/hinweise/briefe');

  await test.step('the letter is pasted, with what all Hinweise out of it have in common', async () => {
    await page.getByRole('button', { name: 'Brief aufnehmen' }).click();
    const panel = page.getByRole('dialog', { name: 'Brief aufnehmen' });
    await panel.getByRole('textbox', { name: /^Worum geht es/ }).fill('Stellungnahme zum Familienbericht');
    await panel.getByRole('textbox', { name: /^Text des Briefes/ }).fill(LETTER);
    await panel.getByRole('combobox', { name: /^Organisation/ }).fill('Familienverband');
    await page.getByRole('option', { name: /Familienverband Tal/ }).click();
    await panel.getByRole('button', { name: 'Aufnehmen und markieren' }).click();
    await expect(page.getByRole('heading', { name: 'Stellungnahme zum Familienbericht' })).toBeVisible();
    await expect(page.getByText('0 Stellen sind markiert.')).toBeVisible();
  });

  const mark = page.getByRole('button', { name: 'Als Hinweis markieren', exact: true });
  const select = (words: string): Promise<void> =>
    page.evaluate((wanted) => {
      for (const piece of document.querySelectorAll('[data-start]')) {
        const node = piece.firstChild;
        const at = node?.textContent?.indexOf(wanted) ?? -1;
        if (!node || at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error(`Not there: ${wanted}`);
    }, words);
  const passages = page.getByRole('complementary', { name: 'Hinweise daraus' }).getByRole('listitem');

  await test.step('one sentence is marked with the mouse, one paragraph with the keyboard', async () => {
    await select('Abends fährt kein Bus zur Beratungsstelle.');
    await mark.click();
    await expect(passages).toHaveCount(1);
    await expect(passages.first()).toContainText('„Abends fährt kein Bus zur Beratungsstelle.“');
    const paragraph = page.getByRole('button', { name: 'Absatz 4 als Hinweis markieren' });
    await paragraph.focus();
    await page.keyboard.press('Enter');
    await expect(passages).toHaveCount(2);
    await expect(page.getByText('2 Stellen sind markiert.')).toBeVisible();
  });

  await test.step('what meets a marked passage is refused with a sentence, and a mark is taken back', async () => {
    await page.evaluate(() => {
      const pieces = [...document.querySelectorAll('[data-start]')];
      const from = pieces.find((it) => it.textContent?.startsWith('Abends'))?.firstChild;
      const to = pieces.find((it) => it.textContent?.includes('Viele sagen'))?.firstChild;
      if (from && to) getSelection()?.setBaseAndExtent(from, 7, to, 8);
    });
    await expect(page.getByText(/^Ein Teil dieser Stelle ist schon markiert/)).toBeVisible();
    await expect(mark).toBeDisabled();
    await page.getByRole('button', { name: 'Auswahl aufheben' }).click();
    await select('Viele sagen ihren Termin deshalb ab.');
    await mark.click();
    await expect(passages).toHaveCount(3);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(passages).toHaveCount(2);
  });

  await test.step('a Hinweis leads back to its passage', async () => {
    await passages.first().getByRole('link').click();
    await expect(page.getByText('Familienverband Tal (Demo)').first()).toBeVisible();
    await page.getByRole('link', { name: 'aus dem Brief „Stellungnahme zum Familienbericht“' }).click();
    await expect(page.locator('mark.shown')).toContainText('Abends fährt kein Bus');
  });

  await test.step('the rest is declared, and the letter is done', async () => {
    await page.getByRole('button', { name: 'Brief abschließen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Brief abschließen?' });
    await dialog.getByRole('textbox').fill('Nur Vorstellung und Gruß.');
    await dialog.getByRole('button', { name: 'Der Rest enthält keinen Hinweis' }).click();
    await expect(page.getByText('Der Rest enthält keinen Hinweis: Nur Vorstellung und Gruß.')).toBeVisible();
    await page.goto('/hinweise/briefe');
    await expect(page.getByRole('row', { name: /Stellungnahme zum Familienbericht/ })).toContainText(
      'abgeschlossen',
    );
  });
});

test('a letter that came by mail is dropped as it was saved, read through and taken in', async ({
  app,
  world,
  page,
}) => {
  await signIn(page, world, app, 'planner');
  await page.goto('/hinweise/briefe');
  await page.getByRole('button', { name: 'Brief aufnehmen' }).click();
  const panel = page.getByRole('dialog', { name: 'Brief aufnehmen' });
  const text = panel.getByRole('textbox', { name: /^Text des Briefes/ });
  const choose = (name: string, mimeType: string, words: string): Promise<void> =>
    panel.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(words, 'utf8') });

  await test.step('what cannot be read says what to do instead, and the words typed so far stay', async () => {
    await text.fill('Schon abgetippt.');
    await choose('Brief.pdf', 'application/pdf', '%PDF-1.7');
    await expect(panel.getByRole('alert')).toContainText('Gelesen werden Word-Dateien (.docx)');
    await expect(text).toHaveValue('Schon abgetippt.');
  });

  await test.step('the mail fills in text, subject and day; what was there can be had back', async () => {
    const head = [
      'From: post@eltern.test',
      'Subject: Brief der Eltern',
      'Date: Mon, 05 Jan 2026 10:00:00 +0100',
    ];
    await choose('Brief.eml', 'message/rfc822', [...head, '', LETTER].join('\r\n'));
    await expect(text).toHaveValue(/In der Kita am Markt fehlen Plätze/);
    await expect(panel.getByRole('textbox', { name: /^Worum geht es/ })).toHaveValue('Brief der Eltern');
    await panel.getByRole('button', { name: 'Vorherigen Text zurückholen' }).click();
    await expect(text).toHaveValue('Schon abgetippt.');
    await choose('Brief.eml', 'message/rfc822', [...head, '', LETTER].join('\r\n'));
    await expect(text).toHaveValue(/Mit freundlichen Grüßen/);
  });

  await panel.getByRole('button', { name: 'Aufnehmen und markieren' }).click();
  await expect(page.getByRole('heading', { name: 'Brief der Eltern' })).toBeVisible();
  await expect(page.getByText(/eingegangen am 05\.01\.2026/)).toBeVisible();
});

test('on a phone a passage is chosen with the finger and marked with a button below it', async ({
  app,
  world,
  newPage,
}) => {
  const page = await newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const planner = await signIn(page, world, app, 'planner');
  const id = await world.letters.enterLetter(planner, { subject: 'Brief der Eltern', text: LETTER });
  await page.goto(`/hinweise/briefe/${id}`);
  await page.getByText('In der Kita am Markt').first().waitFor();
  await page.evaluate(() => {
    const piece = [...document.querySelectorAll('[data-start]')].find((it) =>
      it.textContent?.startsWith('In der Kita'),
    );
    if (piece) getSelection()?.selectAllChildren(piece);
  });
  const mark = page.getByRole('button', { name: 'Als Hinweis markieren', exact: true });
  await expect(mark).toBeVisible();
  // What is chosen stays chosen when the tap on the button takes the selection away.
  await page.evaluate(() => getSelection()?.collapseToStart());
  await expect(mark).toBeInViewport();
  await mark.tap();
  await expect(page.locator('mark')).toContainText('In der Kita am Markt');
});
