import {
  documentOf,
  facts,
  heading,
  link,
  list,
  paragraph,
  paragraphs,
  plainText,
  strong,
  table,
} from './index';

describe('documents: builders', () => {
  it('makes plain runs of strings and drops empty ones', () => {
    expect(paragraph('Guten Tag ', strong('Frau Beispiel'), '', ',').runs).toEqual([
      { kind: 'plain', text: 'Guten Tag ' },
      { kind: 'strong', text: 'Frau Beispiel' },
      { kind: 'plain', text: ',' },
    ]);
  });

  it('leaves out blocks that facts decided against and blocks that say nothing', () => {
    const content = documentOf('Protokoll', [
      heading('Ablauf'),
      false,
      null,
      undefined,
      list([]),
      paragraph(''),
      facts([]),
      paragraph('Text'),
    ]);
    expect(content.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph']);
    expect(content).not.toHaveProperty('subtitle');
  });

  it('leaves out facts without a value', () => {
    const block = facts([
      ['Wann', '16. Januar'],
      ['Wo', undefined],
      ['Online', null],
      ['Karte', ['bei ', link('Karte', 'https://karte.example')]],
      ['Leer', ''],
    ]);
    expect(block.facts.map((fact) => fact.label)).toEqual(['Wann', 'Karte']);
  });

  it('keeps typed text: blank lines divide, single newlines stay', () => {
    expect(paragraphs('  Eins\r\nzwei\r\n\r\n \n\nDrei  ').map((block) => plainText(block.runs))).toEqual([
      'Eins\nzwei',
      'Drei',
    ]);
    expect(paragraphs(' \n ')).toEqual([]);
  });

  it('takes words in lists and cells in any form', () => {
    expect(list(['a', strong('b'), ['c', strong('d')]]).items.map(plainText)).toEqual(['a', 'b', 'cd']);
    const block = table(['Name', { head: 'Zahl', align: 'end' }], [['Köthen', '3']], { rowHeads: true });
    expect(block.columns[1]).toEqual({ head: 'Zahl', align: 'end' });
    expect(block.rowHeads).toBe(true);
    expect(block.rows[0]?.map(plainText)).toEqual(['Köthen', '3']);
  });
});
