import { organisation, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { argument, countFeedback } from '@runder-tisch/scenario/condensing';
import { evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import {
  checkedFeedback,
  decideFeedback,
  linkFeedback,
  triageFeedback,
  voice,
} from '@runder-tisch/scenario/feedback';
import {
  finding,
  moveFinding,
  moveRecommendation,
  priority,
  recommendation,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, measureView } from '@runder-tisch/scenario/measures';
import { letterPreview, letterYear, sendYearLetters } from '@runder-tisch/scenario/year-letters';
import { documentWords, wholeChain } from '../../../test/finding-world';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const YEAR = 2026;

describe('The letter of a year to an organisation', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let houses = 0;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  beforeEach(() => app.clock.pass(3, 'minutes'));
  afterAll(() => app.close());

  async function house(facts: object = {}): Promise<{ id: string; mail: string }> {
    houses += 1;
    const mail = `haus-${houses}@brief.test`;
    const id = await organisation(planner, {
      name: `Haus ${houses} (Demo)`,
      functionMailbox: mail,
      ...facts,
    });
    return { id, mail };
  }

  /** Said in the name of an organisation, and read. */
  const said = (organisationId: string, text: string): Promise<string> =>
    checkedFeedback(planner, { text, organisationId });

  const letterTo = async (organisationId: string): Promise<string> =>
    documentWords((await letterPreview(planner, YEAR, organisationId)).document);
  const rowOf = async (organisationId: string) =>
    (await letterYear(planner, YEAR)).rows.find(({ id }) => id === organisationId);

  it('follows each Hinweis to decision, measure, override and verdict, and names what has no answer', async () => {
    const { id } = await house();
    const answered = await said(id, 'Wir finden keine Hebamme.');
    await linkFeedback(planner, answered, fieldId);
    await decideFeedback(planner, answered, { decision: 'INCORPORATED', reason: 'Das sagen uns viele.' });
    await said(id, 'Der Bus kommt nie.');
    const { measureId } = await wholeChain(planner, fieldId, 'Hebammen', { feedbackIds: [answered] });
    await planner.put(
      `/api/measures/${measureId}/status`,
      { status: 'AT_RISK', reason: 'Die Stelle ist unbesetzt.' },
      (await measureView(planner, measureId)).version,
    );
    await evaluationGoal(planner, measureId);
    await seenValue(planner, measureId, { seenOn: '2026-10-01', value: 43 });

    const letter = await letterTo(id);
    for (const part of [
      'Wir finden keine Hebamme.',
      'Wir haben diesen Hinweis aufgenommen.',
      'Das sagen uns viele.',
      'Befund: Hebammen',
      'Schwerpunkt: Hebammen',
      'Empfehlung: Hebammen',
      'am 12. März 2026 (Kreistag (Demo))',
      'Beschluss: Hebammen',
      'Maßnahme: Hebammen',
      'Status: gefährdet, so eingeschätzt von der Sozialplanung: Die Stelle ist unbesetzt.',
      'Wirkung: auf Kurs',
      'Noch ohne Antwort (1)',
      'Der Bus kommt nie.',
      '2 Hinweise bekommen: 1 ist beantwortet, zu 1 hat ein Gremium abschließend entschieden, 1 ist noch ohne Antwort.',
    ])
      expect(letter).toContain(part);
    expect(await rowOf(id)).toMatchObject({ total: 2, answered: 1, decided: 1, silent: 1 });
  });

  it('reaches a Befund over an argument, and tells the same chain once', async () => {
    const { id } = await house();
    const one = await said(id, 'Abends fährt nichts.');
    const two = await said(id, 'Nach acht kommt man nicht heim.');
    const { id: argumentId } = await argument(planner, {
      title: 'Kein Bus am Abend',
      fieldId,
      feedbackIds: [one, two],
    });
    await wholeChain(planner, fieldId, 'Abendbus', { argumentIds: [argumentId] });
    const letter = await letterTo(id);
    expect(letter).toContain('Argument „Kein Bus am Abend“');
    expect(letter.split('Empfehlung: Abendbus')).toHaveLength(2);
    expect(letter).toMatch(/Dasselbe wie bei H-2026-\d+/);
  });

  it('goes the way of the Hinweis in the same words with which it is counted', async () => {
    const { id } = await house();
    const { id: other } = await house();
    const counting = await said(other, 'Kein Arzt weit und breit.');
    const counted = await said(id, 'Weit und breit kein Arzt.');
    await countFeedback(planner, counting, [counted]);
    await wholeChain(planner, fieldId, 'Ärzte', { feedbackIds: [counting] });
    const letter = await letterTo(id);
    expect(letter).toContain('Befund: Ärzte');
    expect(letter).not.toContain('Kein Arzt weit und breit.');
    expect(await rowOf(id)).toMatchObject({ total: 1, answered: 0, decided: 1, silent: 0 });
  });

  it('lets nothing out that is a draft', async () => {
    const { id } = await house();
    const hint = await said(id, 'Uns fehlt ein Raum.');
    const draft = await finding(planner, { statement: 'Entwurf des Befunds', fieldId, feedbackIds: [hint] });
    expect(await letterTo(id)).not.toContain('Entwurf des Befunds');
    await moveFinding(planner, draft, 'confirm');
    const priorityId = await priority(planner, {
      title: 'Entwurf des Schwerpunkts',
      fieldId,
      findingIds: [draft],
    });
    const recommendationId = await recommendation(planner, {
      wording: 'Entwurf der Empfehlung',
      fieldId,
      priorityIds: [priorityId],
    });
    let letter = await letterTo(id);
    expect(letter).toContain('Entwurf des Befunds');
    expect(letter).not.toMatch(/Entwurf des Schwerpunkts|Entwurf der Empfehlung/);
    expect(letter).toContain('Noch offen');
    await moveRecommendation(planner, recommendationId, 'submit');
    await measure(planner, { title: 'Nur vorgeschlagen', fieldId, recommendationIds: [recommendationId] });
    letter = await letterTo(id);
    expect(letter).toContain('Entwurf der Empfehlung');
    expect(letter).not.toContain('Nur vorgeschlagen');
  });

  it('never tells, shows or counts what one of its people said as their own view or without a name', async () => {
    const { id } = await house();
    const { id: quiet } = await house();
    const provider = await signedIn(app, 'provider');
    for (const organisationId of [id, quiet])
      await representation(planner, { personId: provider.personId, organisationId, fromDay: '2025-01-01' });
    await voice(provider, { voice: 'ORGANISATION', organisationId: id, text: 'Das sagen wir alle.' });
    const personal = await voice(provider, { voice: 'PERSONAL', text: 'Das sage nur ich.' });
    await voice(provider, { voice: 'UNNAMED', text: 'Das sagt niemand.' });
    const personalId = personal.id ?? '';
    await triageFeedback(planner, personalId);
    await wholeChain(planner, fieldId, 'Ganz persönlich', { feedbackIds: [personalId] });
    expect(await rowOf(id)).toMatchObject({ total: 1, silent: 1, decided: 0 });
    expect(await rowOf(quiet)).toBeUndefined();
    expect(await letterTo(id)).not.toMatch(/nur ich|niemand|Ganz persönlich/);
    expect(await refusalOf(letterPreview(planner, YEAR, quiet))).toBe('not-found');
    expect(await refusalOf(sendYearLetters(planner, YEAR, [quiet]))).toBe('year-letter-nothing-to-say');
  });
});
