import { crc32, deflateSync } from 'node:zlib';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import {
  draftLetter,
  printedHinweis,
  type ReportedFeedback,
  returnMessageDocument,
} from '@runder-tisch/domain/feedback';
import {
  type OwnProtocolLine,
  protocolDocument,
  type ProtocolLine,
  type ProtocolPerson,
  signInListDocument,
} from '@runder-tisch/domain/meetings';
import type { PdfOptions } from '../../src/documents/pdf-options';

export interface PrintedSample {
  readonly name: 'protocol' | 'sign-in-list' | 'return-message';
  readonly content: DocumentContent;
  readonly options: PdfOptions;
}

const countyName = 'Landkreis Anhalt-Bitterfeld (Demo)';
const title = 'Netzwerktreffen Beratungslandschaft: Wohnen und Energie';
const startsAt = new Date('2026-09-09T12:00:00Z');
const place = 'Rathaus Wolfen, Rathausplatz 1, 06766 Bitterfeld-Wolfen';

const people: readonly ProtocolPerson[] = [
  person('Katrin Ahornfeld', 'Landkreis Anhalt-Bitterfeld, Sozialplanung'),
  person('Jörg Bärenklau', 'Jobcenter Anhalt-Bitterfeld'),
  person('Dr. Miriam Distelkamp', 'Gesundheitsamt'),
  person('Ayşe Efeuwald', 'Migrationsberatung Ahornhaus (Demo)'),
  person('Thomas Farnbach', 'Schuldnerberatung der Kiebitz gGmbH (Demo), Beratungsstelle Zerbst/Anhalt'),
  person('Zuzana Ginsterová', 'Sucht- und Drogenberatung Wolfen (Demo)'),
  { ...person('Uwe Heidekraut', 'Wohnungslosenhilfe Köthen (Demo)'), present: false, answer: 'DECLINED' },
  { ...person('Beratungsstelle Lindenhof', 'Lindenhof e. V. (Demo)'), present: false, answer: null },
  { ...person('Sabine Irisberg', 'Ausgabestelle Raguhn (Demo)'), guest: true },
];

const lines: readonly ProtocolLine[] = [
  line('a', 'TEXT', 'Das Protokoll wird angenommen. Die Übersicht der Ansprechpersonen liegt vor.'),
  {
    agendaItemId: 'b',
    printed: printedHinweis({
      number: 'H-2026-0017',
      text: 'In der Ausgabestelle stehen neuerdings auch Leute an, die Vollzeit arbeiten. Wir mussten einen Aufnahmestopp verhängen.',
      speakerRole: 'Leiterin einer Ausgabestelle',
    }),
  },
  line(
    'b',
    'TEXT',
    'Die Beratungsstellen schildern, wie oft Mietschulden und Energieschulden zusammenkommen. Wer beim Versorger im Rückstand ist, findet kaum noch eine neue Wohnung; die Beratung beginnt dann bei zwei Gläubigern zugleich.\n\nDas Jobcenter berichtet von 240 Darlehen für Energieschulden im ersten Halbjahr. Die Zahl steigt seit drei Jahren.',
  ),
  {
    agendaItemId: 'b',
    printed: printedHinweis({ number: 'H-2026-0018', text: null, speakerRole: 'Beraterin' }),
  },
  line('c', 'AGREEMENT', 'Energieschulden werden als eigener Punkt in die gemeinsame Statistik aufgenommen.'),
  {
    ...line(
      'c',
      'VOTE',
      'Das Netzwerk empfiehlt, gemeinsame Sprechstunden in allen drei Planungsräumen zu erproben.',
    ),
    votes: { yes: 6, no: 0, abstain: 1 },
  },
  {
    ...line('c', 'TASK', 'Liste der Notfallfonds zusammenstellen und an alle Beratungsstellen verschicken'),
    task: { dueOn: '2026-11-20', who: 'Thomas Farnbach' },
  },
  {
    ...line('c', 'TASK', 'Raum für das nächste Treffen anfragen'),
    task: { dueOn: '2026-10-19', who: 'Katrin Ahornfeld' },
  },
  {
    ...line('c', 'TASK', 'Vorschlag für die gemeinsame Statistik entwerfen'),
    task: { dueOn: null, who: 'Dr. Miriam Distelkamp' },
  },
];

const reported: readonly ReportedFeedback[] = [
  {
    text: 'Viele Rentnerinnen mit 700 Euro im Monat stellen keinen Antrag, weil sie Angst haben, dass die Kinder zahlen müssen. Da hilft nur persönliche Ansprache.',
    speakerRole: 'Beraterin für ältere Menschen',
    state: 'DECIDED',
    decision: 'INCORPORATED',
    reason:
      'Wir bauen eine aufsuchende Beratung auf, die mit den Seniorenkreisen in den Dörfern zusammenarbeitet. Die ersten Termine finden im Frühjahr in Gröbzig und Radegast statt.',
    forwardedTo: '',
    answer: '',
  },
  {
    text: 'Für die Klassenfahrt hat sich ein Drittel der Eltern nicht gemeldet. Im Gespräch kam dann raus: Die schämen sich, dass sie die 180 Euro nicht zusammenbekommen.',
    speakerRole: 'Schulsozialarbeiterin',
    state: 'DECIDED',
    decision: 'PARTLY',
    reason:
      'Die Schulen weisen künftig mit jeder Einladung zu einer Fahrt auf Bildung und Teilhabe hin. Einen Fonds des Landkreises können wir im laufenden Haushalt nicht einrichten.',
    forwardedTo: '',
    answer: '',
  },
  {
    text: 'Die Gutscheine für Nachhilfe und Sportverein kommen bei den Familien kaum an: drei Formulare, jedes Halbjahr neu.',
    speakerRole: 'Trainer im Sportverein',
    state: 'LINKED',
    decision: null,
    reason: '',
    forwardedTo: '',
    answer: '',
  },
];

/** What the house prints, with contents as a county has them: for checks of every PDF and for pictures. */
export function printedSamples(): readonly PrintedSample[] {
  const options = {
    footer: `${countyName} · ${title} · 9. September 2026`,
    created: new Date('2026-09-23T08:00:00Z'),
    countyName,
    publicUrl: 'https://tisch.example',
    logo: sampleLogo(),
  };
  return [
    {
      name: 'protocol',
      content: protocolDocument({
        title,
        type: 'NETWORK',
        networkName: 'Netzwerk Beratungslandschaft (Demo)',
        startsAt,
        endsAt: new Date('2026-09-09T14:00:00Z'),
        startedAt: null,
        endedAt: null,
        place,
        approvedAt: new Date('2026-09-23T08:00:00Z'),
        approvedBy: 'Katrin Ahornfeld',
        agenda: [
          { id: 'a', title: 'Begrüßung, Protokoll vom letzten Mal', presenter: '', visibility: 'PUBLIC' },
          {
            id: 'b',
            title: 'Wohnen: zu klein, zu teuer, zu weit weg',
            presenter: 'Jörg Bärenklau',
            visibility: 'PUBLIC',
          },
          { id: 'c', title: 'Vereinbarungen und Aufgaben', presenter: '', visibility: 'PUBLIC' },
        ],
        lines: [...lines],
        people: [...people],
      }),
      options,
    },
    { name: 'sign-in-list', content: signInListDocument({ title, startsAt, place, people }), options },
    {
      name: 'return-message',
      content: returnMessageDocument(
        {
          ...draftLetter(title, 1, 'Katrin Weber'),
          title,
          day: startsAt,
          inReviewUntil: '2026-12-15',
          items: reported,
        },
        'Guten Tag, Frau Irisberg',
      ),
      options: {
        ...options,
        letter: {
          sender: 'Landkreis Anhalt-Bitterfeld (Demo), Am Flugplatz 1, 06366 Köthen (Anhalt)',
          recipient: [
            'Ausgabestelle Raguhn (Demo)',
            'Sabine Irisberg',
            'Hallesche Straße 12',
            '06779 Raguhn',
          ],
          information: [
            ['Bearbeitung', 'Katrin Ahornfeld'],
            ['Telefon', '03496 00 00 00'],
            ['Datum', '23. September 2026'],
          ],
        },
      },
    },
  ];
}

function person(name: string, organisation: string): ProtocolPerson {
  return { name, organisation, answer: 'ACCEPTED', present: true, guest: false };
}

function line(agendaItemId: string, kind: OwnProtocolLine['kind'], text: string): OwnProtocolLine {
  return { agendaItemId, kind, text, task: null, votes: null, printed: null };
}

/** A made-up coat of arms as PNG: three waves under a disc. */
export function sampleLogo(width = 360, height = 120): Buffer {
  const colourAt = (x: number, y: number): readonly number[] => {
    if ((x - 60) ** 2 + (y - 42) ** 2 < 26 ** 2) return [227, 167, 47, 255];
    const wave = y - 78 - 7 * Math.sin(x / 18);
    if (wave > 0 && wave % 14 < 9 && wave < 40 && x < 340) return [11, 92, 107, 255];
    return [255, 255, 255, 0];
  };
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => colourAt(x, y)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
