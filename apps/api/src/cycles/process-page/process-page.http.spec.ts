import { changeCycle, cycle, cycleView, moveStep, stepNamed } from '@runder-tisch/scenario/planning/cycles';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The public page on how the county plans', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const page = async (path = '/so-planen-wir') => {
    const response = await fetch(`${app.url}${path}`);
    expect(response.status).toBe(200);
    return response.text();
  };

  it('answers five questions of citizens in words without jargon', async () => {
    const before = await page();
    expect(before).toContain('Der erste hat noch nicht begonnen');
    const id = await cycle(planner, { name: '1. Zyklus', beginsOn: '2026-01-01', endsOn: '2030-12-31' });
    await changeCycle(planner, id, { electionOn: '2029-06-10' });
    await moveStep(planner, stepNamed(await cycleView(planner, id), '0.1').id, 'finish');
    const text = await page();
    for (const [question, answer] of [
      ['Wer plant?', 'Die Stelle für Sozialplanung'],
      ['Wann geschieht was?', 'bis zum 31. Dezember 2030'],
      ['Wie kann ich mitmachen?', 'href="/mitreden"'],
      ['Wer entscheidet?', 'dann beschließt der Kreistag'],
      ['Was wurde daraus?', 'href="/ergebnisse"'],
    ]) {
      expect(text).toContain(question);
      expect(text).toContain(answer);
    }
    expect(text).toContain('läuft jetzt');
    expect(text).toContain('10. Juni 2029');
    for (const jargon of ['Verstetigung', 'Partizipationsstruktur', 'integrativ', 'Indikator', 'SMART'])
      expect(text).not.toContain(jargon);
  });

  it('is found from the public start', async () => {
    expect(await page('/')).toContain('href="/so-planen-wir"');
  });
});
