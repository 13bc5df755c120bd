import { documentOf, heading, paragraph } from '../../documents';
import { meetingPack, type MeetingPackFacts, packPictureLimits, shownPictures } from './meeting-pack';

const current = { number: 1, fileName: 'a.pdf', ending: 'pdf', size: 1, by: '', at: '', note: '' };
const file = (id: string, title: string, partId: string | null) => ({
  ...{ id, title, partId, current },
  visibility: 'MEMBERS' as const,
});

const meeting: MeetingPackFacts = {
  title: 'Frühe Hilfen',
  type: 'NETWORK',
  startsAt: '2025-03-12T13:00:00Z',
  endsAt: null,
  place: 'Kreishaus',
  invitationText: '',
  agenda: [
    { id: 'p1', title: 'Haushalt', minutes: 20, presenter: 'Frau Beispiel', visibility: 'INTERNAL' },
    { id: 'p2', title: 'Sonstiges', minutes: null, presenter: '', visibility: 'PUBLIC' },
  ],
  attachments: [file('1', 'Entwurf', 'p1'), file('2', 'Anfahrt', null), file('3', 'Verwaist', 'weg')],
  pictures: new Set(),
  beside: [{ agendaItemId: 'p1', label: 'Befund', title: 'Wege sind weit', path: '/planung/befunde/7' }],
  lastProtocol: documentOf('Protokoll', [heading('Beschlossenes'), paragraph('Wie letztes Mal.')]),
};

/** As an outline: headings by level, what stands below them as words. */
function outline({ blocks }: ReturnType<typeof meetingPack>): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`${'#'.repeat(block.level)} ${block.text}`];
    if (block.kind === 'list') return block.items.map((runs) => `- ${runs.map((run) => run.text).join('')}`);
    if (block.kind === 'picture') return [`[${block.alt}] ${block.caption}`];
    return block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [];
  });
}

describe('A Sitzungsmappe', () => {
  it('has what hangs on each point below it, and the minutes of last time below a heading of their own', () => {
    expect(outline(meetingPack(meeting))).toEqual([
      '## Unterlagen zum Ganzen',
      '- Anfahrt (PDF, 1 Bytes, für Mitglieder)',
      '- Verwaist (PDF, 1 Bytes, für Mitglieder)',
      '## Tagesordnung',
      '### 1. Haushalt',
      'Frau Beispiel · 20 Minuten',
      '- Entwurf (PDF, 1 Bytes, für Mitglieder)',
      '- Befund: Wege sind weit',
      '### 2. Sonstiges',
      '## Protokoll vom letzten Mal',
      'Protokoll',
      '### Beschlossenes',
      'Wie letztes Mal.',
    ]);
  });

  it('shows pictures below the names, and says of those that are left out that they are', () => {
    const picture = (id: string, size: number) => ({
      ...file(id, `Foto ${id}`, 'p1'),
      current: { ...current, ending: 'jpg', size },
    });
    const attachments = [
      picture('a', 2_000_000),
      picture('b', packPictureLimits.bytes + 1),
      file('c', 'Text', 'p1'),
    ];
    const pictures = shownPictures(attachments);
    expect([...pictures]).toEqual(['a']);
    const lines = outline(meetingPack({ ...meeting, attachments, pictures, beside: [], lastProtocol: null }));
    expect(lines).toEqual(
      expect.arrayContaining([
        '- Foto a (Bild, 2,0 MB, für Mitglieder)',
        '- Foto b (Bild, 5,0 MB, für Mitglieder); als Bild zu groß für die Mappe, oder es sind zu viele',
        '- Text (PDF, 1 Bytes, für Mitglieder)',
        '[Bild: Foto a] Foto a',
      ]),
    );
    expect(lines.filter((it) => it.startsWith('['))).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_, index) => picture(String(index), 1000));
    expect(shownPictures(many).size).toBe(packPictureLimits.most);
    const heavy = Array.from({ length: 10 }, (_, index) => picture(String(index), 4_000_000));
    expect(shownPictures(heavy).size).toBe(5);
  });

  it('of a committee has a public part and one that is not', () => {
    const session = meetingPack({
      ...meeting,
      type: 'COMMITTEE',
      attachments: [],
      beside: [],
      lastProtocol: null,
    });
    expect(outline(session).filter((line) => line.startsWith('##'))).toEqual([
      '## Tagesordnung',
      '### Öffentlicher Teil',
      '#### 1. Sonstiges',
      '### Nichtöffentlicher Teil',
      '#### 2. Haushalt',
    ]);
  });

  it('says that there is no agenda yet', () => {
    const empty = { ...meeting, agenda: [], attachments: [], beside: [], lastProtocol: null };
    expect(outline(meetingPack(empty))).toEqual([
      '## Tagesordnung',
      'Die Tagesordnung steht noch nicht fest.',
    ]);
  });
});
