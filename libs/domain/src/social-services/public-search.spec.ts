import { defaultSearchTopics } from './default-search-lists';
import { keptWords, publicSearch } from './public-search';

const meant = (typed: string) => {
  const { terms, dangers } = publicSearch(typed, defaultSearchTopics);
  return { finds: [...new Set(terms.flatMap((it) => it.meant))], words: terms.map((it) => it.word), dangers };
};

describe('What somebody asks for in their own words', () => {
  it.each([
    ['ich habe Schulden', 'schuldnerberatung'],
    ['Der Gerichtsvollzieher war da', 'schuldnerberatung'],
    ['mein Mann schlägt mich', 'frauenhaus'],
    ['mein mann schlagt mich', 'frauenhaus'],
    ['Meine Mutter ist dement', 'pflegeberatung'],
    ['er trinkt jeden Tag', 'suchtberatung'],
    ['Die Räumung ist nächste Woche', 'wohnungslosenhilfe'],
    ['wir koennen die Rechnung nicht mehr bezahlen', 'schuldnerberatung'],
    ['Oma kann nicht mehr alleine leben', 'pflegeberatung'],
    ['mir wurde die Wohnung gekündigt', 'wohnungslosenhilfe'],
    ['Pflegebeduerftig', 'pflegeberatung'],
    ['ich bin schwanger', 'konfliktberatung'],
    ['Ich fühle mich so einsam', 'begegnung'],
    ['wer kann für mich übersetzen', 'sprachmittlung'],
    ['ich habe kein Auto', 'fahrdienst'],
    ['lesen lernen', 'lesefoerderung'],
    ['ich kann nicht richtig schreiben', 'grundbildung'],
  ])('%s leads to what offers call %s', (typed, wanted) => {
    expect(meant(typed).finds).toContain(wanted);
  });

  it('leads nobody who is alone to where people meet to be safe: „treffen“ is no „Treff“', () => {
    expect(meant('ich bin einsam').finds).not.toContain('treff');
  });

  it.each([
    ['Alkholiker', 'suchtberatung'],
    ['Geritsvollzieher', 'schuldnerberatung'],
    ['Demez', 'demenz'],
    ['Alkohlprobleme', 'suchtberatung'],
    ['Schuldnerbertaung', 'schuldnerberatung'],
    ['Shculden', 'schuldnerberatung'],
    ['Pfelge', 'pflegeberatung'],
    ['Uberschuldet', 'schuldnerberatung'],
    ['Geawlt', 'frauenhaus'],
    ['schwager', 'schwangerschaft'],
  ])('%s is a slip of the finger', (typed, wanted) => {
    expect(meant(typed).finds).toContain(wanted);
  });

  it('knows a part of a compound and a word with another ending', () => {
    expect(meant('Schuldenberg').finds).toContain('schuldnerberatung');
    expect(meant('Seniorenpflege').finds).toContain('tagespflege');
    expect(meant('Mahnungen').finds).toContain('schuldnerberatung');
    // Whoever looks for something for children does not want to hear of a wish for children.
    expect(meant('Schule').finds).not.toContain('schuldnerberatung');
    expect(meant('Kinder').finds).not.toContain('schwangerschaft');
  });

  it.each([
    ['mein Mann schlägt mich', ['VIOLENCE']],
    ['ich will nicht mehr leben', ['CRISIS']],
    ['Frauenhaus', ['VIOLENCE']],
    ['mein Papa schlägt mich', ['VIOLENCE', 'CHILDREN']],
    ['meine Frau schlaegt mich', ['VIOLENCE']],
    ['Ich werde gemobbt', ['CHILDREN']],
    ['Mein Vater hat einen Schlaganfall', ['HEALTH']],
    ['ich habe Schulden', []],
    ['Ich kann nicht mehr zahlen', []],
    ['Frühstück mit Nachbarn', []],
    ['Ich kann nicht schlafen', []],
    ['Handschlag', []],
    ['Ich brauche Ratschläge', []],
    ['etwas vorschlagen', []],
    ['häusliche Krankenpflege', []],
    ['ich kann nicht mehr', []],
  ])('%s hints at %j', (typed, dangers) => {
    expect(meant(typed).dangers).toEqual(dangers);
  });

  it('looks for what tells something, and for all words where none does', () => {
    expect(meant('ich brauche bitte eine Beratung').words).toEqual(['beratung']);
    expect(meant('Hilfe').words).toEqual(['hilfe']);
    expect(meant('  …  ').words).toEqual([]);
    expect(meant(Array.from({ length: 40 }, (_, index) => `wort${index}`).join(' ')).words).toHaveLength(10);
  });

  it('reads kept words one a line or between commas, whatever their case', () => {
    expect(keptWords('Kein Geld,  ÄMTER;\n\n- Mahn-Bescheid')).toEqual([
      'kein geld',
      'aemter',
      'mahn bescheid',
    ]);
  });
});
