import { attachment } from '@runder-tisch/scenario/files/attachments';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { png } from '../../../test/hostile/pictures';
import { checkPdf } from '../../../test/pdf/check-pdf';
import { elementsWith, readPdf } from '../../../test/pdf/read-pdf';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The Sitzungsmappe as PDF', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ smtp: false });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  async function pack(files: { name: string; content: Buffer | string }[]) {
    const { id: objectId } = await invitedMeeting(planner, {
      ...{ day: '2030-01-10', agenda: ['Spielplatz'], invitees: ['gast@liste.test'] },
    });
    const partId = (await staffMeeting(planner, objectId)).agenda[0]?.id ?? '';
    for (const file of files)
      await attachment(planner, { objectKind: 'meeting', objectId, partId, visibility: 'MEMBERS', ...file });
    const response = await planner.raw('GET', `/api/meetings/${objectId}/pack.pdf`);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(checkPdf(new Uint8Array(bytes))).toEqual([]);
    const { file, structure } = readPdf(bytes);
    const figures = elementsWith(structure, 'Figure').map((it) => file.text(it.dictionary.get('Alt')));
    return { text: structure.text, figures };
  }

  it('shows the pictures on it with title and words, sized to the page, and names other files with their size', async () => {
    const { text, figures } = await pack([
      { name: 'Lageplan.png', content: png({ width: 3000, height: 40 }) },
      { name: 'Turm.png', content: png({ width: 20, height: 4000 }) },
      { name: 'Notiz.txt', content: 'Ein Text.\n' },
    ]);
    expect(figures).toEqual(['Bild: Lageplan', 'Bild: Turm']);
    expect(text).toContain('Notiz (Text, 10 Bytes, für Mitglieder)');
    expect(text).not.toContain('zu groß');
  });

  it('leaves out a picture that takes too much to draw, and says so', async () => {
    const { text, figures } = await pack([
      { name: 'Riese.png', content: png({ width: 6000, height: 5000 }) },
      { name: 'Klein.png', content: png() },
    ]);
    expect(figures).toEqual(['Bild: Klein']);
    expect(text).toMatch(/Riese \(Bild, [^)]*\); als Bild zu groß für die Mappe/);
  });

  it('is made though a picture is none inside', async () => {
    const { text, figures } = await pack([
      { name: 'Hohl.png', content: png({ says: { width: 400, height: 300 } }) },
    ]);
    expect(figures).toEqual([]);
    expect(text).toContain('Hohl: lässt sich hier nicht abbilden.');
  });
});
