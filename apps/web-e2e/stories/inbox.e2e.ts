import { county } from '../county';
import { press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test.use({ viewport: { width: 1280, height: 800 } });

const LONG =
  'Der Bus nach Weida fährt zu selten, abends gar nicht mehr, und am Wochenende nur auf Anruf. '.repeat(8);

test('deciding needs no scrolling: reason and button stay in sight, a text block is shown and told', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  const planner = await signIn(page, world, app, 'planner', 'admin');
  const fieldId = await world.lists.fieldOfAction(planner, 'Nahverkehr');
  const { id } = await world.feedback.feedback(planner, { text: LONG });
  const twin = await world.feedback.feedback(planner, { text: `${LONG} Bitte ändern.` });
  await page.goto(`/hinweise/${id}`);

  await test.step('a near twin nobody has assigned is named before this one is assigned', async () => {
    const alike = page.getByRole('region', { name: 'Hinweis' }).getByRole('link', { name: twin.number });
    await expect(alike).toBeVisible();
    await expect(page.getByRole('button', { name: 'Zuordnen & nächster' })).toBeVisible();
  });

  await world.feedback.linkFeedback(planner, id, fieldId);
  await page.reload();
  await test.step('reason and button are in the window as the page opens', async () => {
    await expect(page.getByRole('button', { name: 'Entscheiden' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('textbox', { name: /^Begründung/ })).toBeInViewport({ ratio: 1 });
  });

  await test.step('the bar covers no choice that has the focus', async () => {
    const last = page.getByRole('group', { name: 'Was wird daraus?' }).getByRole('radio').last();
    await last.focus();
    const [choice, reason] = [
      await last.boundingBox(),
      await page.getByRole('textbox', { name: /^Begründung/ }).boundingBox(),
    ];
    expect((choice?.y ?? 0) + (choice?.height ?? 0)).toBeLessThanOrEqual(reason?.y ?? 0);
  });

  await test.step('a text block is read out, and its words are in the window', async () => {
    const block = page.getByRole('group', { name: 'Textbausteine' }).getByRole('button').first();
    const name = (await block.innerText()).replace(/^\+ /, '');
    await block.press('Enter');
    await expect(page.getByText(`Textbaustein „${name}“ eingefügt.`)).toBeAttached();
    await expect(page.getByRole('textbox', { name: /^Begründung/ })).not.toHaveValue('');
    await expect(page.getByRole('textbox', { name: /^Begründung/ })).toBeInViewport({ ratio: 1 });
  });

  await press(page, 'Entscheiden');
});
