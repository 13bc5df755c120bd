import type { Page } from '@playwright/test';
import type { TestApp } from '@runder-tisch/api/test';
import { anna, county } from './county';
import { field } from './fields';
import { Keyboard, enter, sizes } from './keyboard';
import { signIn, signInAgain } from './sign-in';
import { expect, test, type World } from './world';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const size of sizes) {
  test.describe(`at ${size.width}×${size.height} the keyboard keeps its place`, () => {
    test.use({ viewport: { ...size } });

    test('at answers, Hinweise and long lists', async ({ app, world, page }) => {
      const keyboard = new Keyboard(page);
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
  });
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
  await keyboard.press(within('Liste lesen'), () => expect(list).toHaveCount(3), /^UL Wird hinzugefügt/);
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

async function manyPeople(world: World, app: TestApp, count: number): Promise<void> {
  await app.get(world.Database).write(world.systemViewer, 'test.people', (tx) =>
    tx.query(
      `insert into person (id, given_name, family_name, mail, created_at)
       select gen_random_uuid(), 'Kim', 'Vogt ' || number, 'kim' || number || '@vogt.test', $1 from generate_series(1, $2) number`,
      [app.clock.now(), count],
    ),
  );
}
