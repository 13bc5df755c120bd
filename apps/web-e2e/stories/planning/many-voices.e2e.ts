import type { Page } from '@playwright/test';
import { confirm, field, pick, press } from '../../fields';
import { signIn } from '../../sign-in';
import { expect, test } from '../../world';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const MINUTE = 60_000;
/** Whoever condenses 200 Hinweise by hand would open each at least once. */
const MOST_CLICKS = 90;

interface Topic {
  field: 'Mobilität' | 'Gesundheit';
  count: number;
  /** A word that finds its group. */
  word: string;
  statement: string;
  title: string;
  texts: readonly string[];
}

const topics: readonly Topic[] = [
  {
    field: 'Mobilität',
    count: 35,
    word: 'Bus',
    statement: 'Abends erreicht man die Ortsteile nicht mehr.',
    title: 'Abends nach Hause kommen',
    texts: [
      'Der Bus nach Zörbig fährt abends nicht mehr.',
      'Abends fährt nach Zörbig kein Bus mehr.',
      'Nach 18 Uhr fährt kein Bus nach Zörbig, abends ist Schluss.',
    ],
  },
  {
    field: 'Mobilität',
    count: 35,
    word: 'Radweg',
    statement: 'Kinder kommen mit dem Rad nicht sicher zur Schule.',
    title: 'Sicher mit dem Rad zur Schule',
    texts: [
      'Der Radweg zur Schule ist kaputt.',
      'Zur Schule führt kein sicherer Radweg.',
      'Kein Radweg führt sicher zur Schule.',
    ],
  },
  {
    field: 'Mobilität',
    count: 35,
    word: 'Fahrdienst',
    statement: 'Wer nicht mehr fährt, kommt nicht zum Facharzt.',
    title: 'Fahrten zum Facharzt',
    texts: [
      'Zum Facharzt fehlt ein Fahrdienst für Ältere.',
      'Ältere brauchen einen Fahrdienst zum Facharzt.',
      'Ohne Fahrdienst bleibt der Facharzt für Ältere unerreichbar.',
    ],
  },
  {
    field: 'Gesundheit',
    count: 35,
    word: 'Hebamme',
    statement: 'Rund um die Geburt fehlt Begleitung.',
    title: 'Begleitung rund um die Geburt',
    texts: [
      'Wir finden in Köthen keine Hebamme für die Wochenbettzeit.',
      'Für das Wochenbett gibt es in Köthen keine Hebamme.',
      'Keine Hebamme in Köthen übernimmt noch das Wochenbett.',
    ],
  },
  {
    field: 'Gesundheit',
    count: 60,
    word: 'Pflegekurs',
    statement: 'Angehörige finden keine Anleitung zur Pflege.',
    title: 'Anleitung für pflegende Angehörige',
    texts: ['Ein Pflegekurs am Wochenende fehlt.', 'Der Pflegekurs ist immer ausgebucht.'],
  },
];

test('200 Hinweise become five Schwerpunkte in the order of points, without opening each', async ({
  app,
  world,
  page,
  newPage,
}) => {
  test.setTimeout(5 * MINUTE);
  let clicks = 0;
  await page.exposeBinding('rtClicked', () => void (clicks += 1));
  await page.addInitScript(() => {
    addEventListener('click', ({ isTrusted }) => {
      if (isTrusted) (globalThis as never as { rtClicked(): void }).rtClicked();
    });
  });
  const planner = await signIn(page, world, app, 'planner');
  const fields = {
    Mobilität: await world.lists.fieldOfAction(planner, 'Mobilität'),
    Gesundheit: await world.lists.fieldOfAction(planner, 'Gesundheit'),
  };
  // So many one after the other would take minutes; by topic they stand side by side.
  await Promise.all(
    topics.map(async ({ field: name, count, texts }) => {
      for (let at = 0; at < count; at += 1) {
        const { id } = await world.feedback.feedback(planner, { text: texts[at % texts.length] ?? '' });
        await world.feedback.linkFeedback(planner, id, fields[name]);
      }
    }),
  );

  const findingFrom = async (statement: string) => {
    const panel = page.getByRole('dialog', { name: 'Befund anlegen' });
    await field(panel, 'Feststellung').fill(statement);
    await press(panel, 'Anlegen');
    await press(page, 'Bestätigen');
    await expect(page.getByText('bestätigt', { exact: true })).toBeVisible();
  };
  const priorityFrom = async (title: string) => {
    await page.getByRole('link', { name: 'Schwerpunkt ableiten' }).click();
    const panel = page.getByRole('dialog', { name: 'Schwerpunkt anlegen' });
    await field(panel, 'Titel').fill(title);
    await press(panel, 'Anlegen');
    await press(page, 'Vorschlagen');
    await expect(page.getByText('vorgeschlagen', { exact: true })).toBeVisible();
  };

  for (const { word, count, statement, title } of topics.slice(0, 3))
    await test.step(`a proposed group becomes a Befund and a Schwerpunkt: ${word}`, async () => {
      await accepted(page, word);
      await expect(page.getByText(`${count} Hinweise · angelegt am`)).toBeVisible();
      await page.getByRole('link', { name: 'Befund daraus machen' }).click();
      await expect(
        page.getByText(new RegExp(`^${count} Hinweise aus der Gruppe „.*${word}.*“ werden als`)),
      ).toBeVisible();
      await findingFrom(statement);
      await expect(page.getByRole('heading', { name: `Belege (${count})` })).toBeVisible();
      await priorityFrom(title);
    });

  await test.step('a part of a group may be left out, and an argument speaks for a Befund too', async () => {
    const { word, count, statement, title } = topics[3]!;
    await accepted(page, word);
    await expect(page.getByText(`${count} Hinweise · angelegt am`)).toBeVisible();
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 2)) await box.check();
    await page.getByRole('link', { name: 'Befund daraus machen' }).click();
    await expect(
      page.getByText(/^2 Hinweise aus der Gruppe .* werden als Belege übernommen\.$/),
    ).toBeVisible();
    await page.goBack();
    await expect(page.getByText(`${count} Hinweise · angelegt am`)).toBeVisible();
    await press(page, 'Argument daraus machen');
    const panel = page.getByRole('dialog', { name: 'Argument anlegen' });
    await field(panel, 'Das Argument in einem Satz').fill('Rund um Köthen fehlt eine Hebamme');
    await press(panel, 'Anlegen');
    await expect(page.getByText(`${count} Hinweise tragen es`)).toBeVisible();
    await page.getByRole('link', { name: 'Befund daraus machen' }).click();
    await findingFrom(statement);
    await priorityFrom(title);
  });

  await test.step('what the search finds in the inbox is taken at once', async () => {
    const { word, count, statement, title } = topics[4]!;
    await page.goto(`/hinweise?ansicht=to-decide&search=${word}`);
    await press(page, 'Mehrere auswählen');
    for (const loaded of [50, count]) {
      await press(page, 'Mehr laden');
      await expect(page.getByRole('button', { name: `Alle ${loaded} gezeigten` })).toBeVisible();
    }
    await press(page, `Alle ${count} gezeigten`);
    await page.getByRole('link', { name: 'Befund anlegen' }).click();
    await expect(page.getByText(`${count} Hinweise werden als Belege übernommen.`)).toBeVisible();
    await findingFrom(statement);
    await expect(page.getByRole('heading', { name: `Belege (${count})` })).toBeVisible();
    await priorityFrom(title);
  });

  const meetingId = await world.meetings.meeting(planner, {
    title: 'Planungskonferenz',
    day: '2026-12-08',
    agenda: ['Was zuerst?'],
  });
  let joinUrl = '';
  await test.step('the five stand for vote in the meeting', async () => {
    await page.goto(`/planung/punktabfragen?meetingId=${meetingId}&neu=1`);
    const panel = page.getByRole('dialog', { name: 'Punktabfrage anlegen' });
    await field(panel, 'Frage').fill('Womit fangen wir an?');
    for (const { title } of topics) await pick(page, panel, 'Handlungsschwerpunkt hinzufügen', title);
    await field(panel, 'Plätze').fill('3');
    await press(panel, 'Anlegen');
    await press(page, 'Starten');
    await page.getByRole('link', { name: 'Für die Leinwand' }).click();
    joinUrl = `/punkte/${(await page.locator('.code').innerText()).replace('-', '')}`;
  });

  await test.step('three phones vote', async () => {
    for (const given of [
      ['Fahrten zum Facharzt', 'Fahrten zum Facharzt', 'Begleitung rund um die Geburt'],
      ['Fahrten zum Facharzt', 'Begleitung rund um die Geburt', 'Begleitung rund um die Geburt'],
      ['Fahrten zum Facharzt', 'Fahrten zum Facharzt', 'Abends nach Hause kommen'],
    ]) {
      const handheld = await newPage(phone);
      await handheld.goto(joinUrl);
      for (const title of given) await press(handheld, `Ein Punkt mehr für ${title}`);
      await expect(handheld.getByText('Alle Punkte vergeben')).toBeVisible();
    }
    await expect(page.getByText('3 von 3 haben Punkte vergeben')).toBeVisible();
  });

  await test.step('closed, the Schwerpunkte stand in the order of their points', async () => {
    await page.getByRole('link', { name: 'Zurück zur Punktabfrage' }).click();
    await press(page, 'Beenden');
    await confirm(page, 'Punktabfrage beenden?', 'Beenden');
    await expect(page.getByText('3 Stimmen, 9 Punkte')).toBeVisible();
    await page.goto('/planung/schwerpunkte');
    await page.getByLabel('Reihenfolge').selectOption('Nach Punkten der letzten Punktabfrage');
    const rows = page.getByRole('table', { name: 'Handlungsschwerpunkte' }).getByRole('row');
    await expect(rows.nth(1)).toContainText('Fahrten zum Facharzt');
    await expect(rows.nth(1)).toContainText(/5 Punkte.*Rang 1 von 5/);
    await expect(rows.nth(2)).toContainText('Begleitung rund um die Geburt');
    await expect(rows.nth(3)).toContainText('Abends nach Hause kommen');
    await expect(rows).toHaveCount(6);
  });

  expect(clicks).toBeGreaterThan(30);
  expect(clicks).toBeLessThan(MOST_CLICKS);
});

/** Takes over the proposed group that this word binds. */
async function accepted(page: Page, word: string): Promise<void> {
  await page.goto('/hinweise/gruppen');
  await page.getByRole('button', { name: new RegExp(`^Als Gruppe übernehmen: .*${word}`) }).click();
}
