import { plainText, quote, type DocumentContent } from '../../documents';
import { protocolDocument, type ProtocolFacts } from './protocol';

const facts: ProtocolFacts = {
  title: 'Netzwerktreffen',
  type: 'NETWORK',
  networkName: 'Netzwerk Beratungslandschaft (Demo)',
  startsAt: new Date('2025-03-12T13:00:00Z'),
  endsAt: new Date('2025-03-12T15:00:00Z'),
  startedAt: null,
  endedAt: null,
  place: 'Rathaus Wolfen',
  approvedAt: null,
  approvedBy: '',
  agenda: [
    { id: 'a', title: 'Wartezeiten', presenter: '', visibility: 'PUBLIC' },
    { id: 'h', title: 'Personalsache', presenter: '', visibility: 'HIDDEN' },
  ],
  lines: [
    {
      agendaItemId: 'a',
      kind: 'AGREEMENT',
      text: 'Wir melden Wartezeiten jedes Quartal.',
      task: null,
      votes: null,
      printed: null,
    },
    { agendaItemId: 'a', printed: [quote('Elf Wochen Wartezeit', 'Beraterin')] },
    { agendaItemId: 'h', printed: [quote('Aus dem nicht öffentlichen Teil', 'Beraterin')] },
    { agendaItemId: 'h', kind: 'TEXT', text: 'Vertrauliches', task: null, votes: null, printed: null },
    {
      agendaItemId: 'a',
      kind: 'TASK',
      text: 'Liste verschicken',
      task: { dueOn: '2025-04-01', who: 'Anna Berg' },
      votes: null,
      printed: null,
    },
  ],
  people: [
    { name: 'Anna Berg', organisation: 'Ahornhaus', answer: 'ACCEPTED', present: true, guest: false },
    { name: 'Ben Kurz', organisation: 'Kiebitz', answer: 'DECLINED', present: false, guest: false },
  ],
};

const words = (content: DocumentContent): string => JSON.stringify(content);

describe('The protocol', () => {
  it('leaves out hidden items together with what was said there', () => {
    expect(words(protocolDocument(facts))).not.toMatch(/Personalsache|Vertrauliches|nicht öffentlichen/);
  });

  it('prints a line of another area as its owner does, where it was said', () => {
    const { blocks } = protocolDocument(facts);
    const agreement = blocks.findIndex((block) => JSON.stringify(block).includes('Wir melden Wartezeiten'));
    expect(blocks[agreement + 1]).toEqual(quote('Elf Wochen Wartezeit', 'Beraterin'));
  });

  it('of a committee groups its two parts and names who was left out, without what is hidden', () => {
    const [open] = facts.agenda;
    if (!open) throw new Error('no agenda');
    const session = protocolDocument({
      ...facts,
      type: 'COMMITTEE',
      calling: [{ label: 'Beschlussfähigkeit', says: '5 von 9 Stimmberechtigten anwesend: beschlussfähig' }],
      agenda: [
        { id: 'i', title: 'Vergabe', presenter: '', visibility: 'INTERNAL', excluded: ['Anna Berg'] },
        ...facts.agenda,
      ],
    });
    const headings = session.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Wer dabei war',
      'Öffentlicher Teil',
      `TOP 1: ${open.title}`,
      'Nichtöffentlicher Teil',
      'TOP 2: Vergabe',
    ]);
    expect(words(session)).toMatch(/Mitwirkungsverbots[^}]*}[^}]*Anna Berg/);
    expect(words(session)).toContain('5 von 9 Stimmberechtigten anwesend');
    expect(words(session)).not.toMatch(/Personalsache|Vertrauliches/);
  });

  it('of a committee holds as its public part nothing of the other, nor what was said outside of the agenda', () => {
    const said = (agendaItemId: string | null, text: string) =>
      ({ agendaItemId, kind: 'TEXT', text, task: null, votes: null, printed: null }) as const;
    const session: ProtocolFacts = {
      ...facts,
      type: 'COMMITTEE',
      agenda: [{ id: 'i', title: 'Vergabe', presenter: '', visibility: 'INTERNAL' }, ...facts.agenda],
      lines: [...facts.lines, said('i', 'Zuschlag'), said(null, 'Am Rande')],
    };
    expect(words(protocolDocument(session))).toMatch(/Vergabe.*Zuschlag.*Am Rande/);
    const open = words(protocolDocument(session, 'PUBLIC'));
    expect(open).not.toMatch(/Vergabe|Zuschlag|Am Rande|Nichtöffentlicher Teil/);
    expect(open).toMatch(/Protokoll \(öffentlicher Teil\).*nur der öffentliche Teil.*Wir melden Wartezeiten/);
  });

  it('is one and the same where nothing is for the body alone', () => {
    const session: ProtocolFacts = { ...facts, type: 'COMMITTEE' };
    expect(protocolDocument(session, 'PUBLIC')).toEqual(protocolDocument(session));
    expect(protocolDocument(facts, 'PUBLIC')).toEqual(protocolDocument(facts));
  });

  it('names who came and who was invited but did not', () => {
    const text = words(protocolDocument(facts));
    expect(text).toContain('Anwesend (1)');
    expect(text).toMatch(/Entschuldigt: [^}]*}[^}]*Ben Kurz \(Kiebitz\)/);
  });

  it('does not tell a few tasks twice', () => {
    expect(protocolDocument(facts).blocks.filter((block) => block.kind === 'table')).toHaveLength(1);
    expect(words(protocolDocument(facts))).toContain('Liste verschicken');
  });

  it('closes with many tasks as a table', () => {
    const tasks = facts.lines.slice(-1).flatMap((task) => [task, task, task]);
    const last = protocolDocument({ ...facts, lines: [...facts.lines, ...tasks] }).blocks.at(-1);
    expect(last?.kind === 'table' && last.rows[0]?.map(plainText)).toEqual([
      'Liste verschicken',
      'Anna Berg',
      '01.04.2025',
    ]);
  });
});
