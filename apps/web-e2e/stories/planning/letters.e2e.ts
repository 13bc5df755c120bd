import { county, sven } from '../../county';
import { confirm, field, head, press } from '../../fields';
import { linkInText, Post } from '../../mails';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

const MINUTE = 60_000;

test('planning writes to every organisation what became of its Hinweise: by mail, and from one PDF for the post', async ({
  app,
  world,
  page,
  newPage,
}) => {
  test.setTimeout(4 * MINUTE);
  const post = new Post(world, app);
  await county(app, world);
  const planner = await signIn(page, world, app, 'planner');
  const { items } = await planner.get<{ items: { id: string; name: string }[] }>('/api/organisations');
  const mailed = items.find(({ name }) => name === sven.organisation)?.id ?? '';
  const onPaper = await world.actors.organisation(planner, {
    name: 'Zwergenland Kita-Verein',
    street: 'Lindenweg 3',
    postalCode: '39261',
    city: 'Zerbst/Anhalt',
  });
  const fieldId = await world.lists.fieldOfAction(planner, 'Wohnen');
  for (const [organisationId, text] of [
    [mailed, 'Auf eine Wohnung wartet man ein Jahr.'],
    [onPaper, 'Vor der Kita fehlt ein Zebrastreifen.'],
  ] as const) {
    const id = await world.feedback.checkedFeedback(planner, { text, organisationId });
    await world.feedback.linkFeedback(planner, id, fieldId);
    await world.feedback.decideFeedback(planner, id, {
      decision: 'INCORPORATED',
      reason: 'Das sagen viele.',
    });
  }

  await test.step('she begins all letters with the same words, and one with a sentence of its own', async () => {
    await page.goto('/planung/jahresbriefe');
    await expect(page.getByRole('status')).toContainText('1 von 2 Briefen gewählt');
    await press(head(page), 'Einleitung');
    const introduction = page.getByRole('dialog', { name: /^Einleitung aller Briefe/ });
    await introduction.getByRole('textbox').fill('ein Jahr mit vielen Gesprächen liegt hinter uns.');
    await press(introduction, 'Speichern');
    await expect(introduction).toHaveCount(0);
    await page.getByRole('link', { name: sven.organisation, exact: true }).click();
    await field(page, 'Ein persönlicher Satz').fill('Danke für den Rundgang im Mai.');
    await press(page, 'Speichern');
    const letter = page.getByRole('region', { name: 'So kommt der Brief an' });
    for (const words of [
      'ein Jahr mit vielen Gesprächen',
      'Danke für den Rundgang',
      'Auf eine Wohnung wartet',
    ])
      await expect(letter.getByText(words)).toBeVisible();
    await page.getByRole('link', { name: 'Zur Auswahl' }).click();
  });

  await test.step('sent, it can be taken back for a minute, and then is the letter the house reads', async () => {
    await press(head(page), '1 Brief senden');
    await confirm(page, /^1 Brief über das Jahr/, 'Senden');
    await press(page, 'Zurückholen');
    await expect(page.getByText('Es ist keine Mail hinausgegangen.')).toBeVisible();
    await page.getByRole('button', { name: 'Nur noch nicht gesendete' }).click();
    await press(head(page), '1 Brief senden');
    await confirm(page, /^1 Brief über das Jahr/, 'Senden');
    await expect(page.getByRole('button', { name: 'Zurückholen' })).toBeVisible();
    app.clock.pass(61, 'seconds');
    const mail = await post.to('post@beratungsbruecke.test', 'Sie sagten – wir prüften');
    expect(mail.text).toContain('Danke für den Rundgang im Mai.');
    const house = await newPage();
    await house.goto(new URL(linkInText(mail.text, '/jahresbrief/')).pathname);
    await expect(house.getByText('Auf eine Wohnung wartet man ein Jahr.')).toBeVisible();
  });

  await test.step('both lie in one PDF, each on its own sheet with the address for the window', async () => {
    await page.reload();
    const printed = async (name: string) => {
      const link = head(page).getByRole('link', { name });
      const answer = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(answer.headers()['content-type']).toBe('application/pdf');
      return world.readPdf(await answer.body());
    };
    const both = await printed('Alle 2 Briefe als ein PDF');
    expect(both.bookmarks.filter((title) => title.includes('entschieden wurde'))).toHaveLength(2);
    expect(both.artifacts.filter((artifact) => artifact.includes('Seite 1 von'))).toHaveLength(2);
    expect(both.structure.text).toContain('Zwergenland Kita-Verein Lindenweg 3 39261 Zerbst/Anhalt');
    await page.getByLabel('Brief', { exact: true }).selectOption({ label: 'Ohne Mailadresse' });
    const one = await printed('Den Brief als PDF');
    expect(one.structure.text).toContain('Vor der Kita fehlt ein Zebrastreifen.');
    expect(one.structure.text).not.toContain('Auf eine Wohnung wartet');
  });
});
