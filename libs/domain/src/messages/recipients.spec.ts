import fc from 'fast-check';
import { type RecipientCandidate, type RecipientRules, countOutcomes, sortRecipients } from './recipients';

const nobody: RecipientCandidate = {
  personId: null,
  organisationId: null,
  speaksFor: '',
  name: '',
  mail: '',
  greeting: 'Guten Tag',
  origin: 'Netzwerk Frühe Hilfen',
  vacant: false,
};
const none: RecipientRules = { optedOut: new Set(), bounced: new Map(), leftOut: [], anyway: [] };

const anna = {
  ...nobody,
  personId: 'anna',
  name: 'Anna Berg',
  mail: 'a.berg@ahornhaus.test',
  speaksFor: 'Ahornhaus',
};
const told = (candidates: readonly RecipientCandidate[], rules: Partial<RecipientRules> = {}): string[] =>
  sortRecipients(candidates, { ...none, ...rules }).map(({ name, outcome, detail }) =>
    [name, outcome, detail].filter(Boolean).join(' | '),
  );

describe('who gets a Nachricht', () => {
  it('sends one mail to somebody who sits in two networks, and says so', () => {
    expect(told([anna, { ...anna, origin: 'Netzwerk Kinderschutz' }])).toEqual([
      'Anna Berg | GETS',
      'Anna Berg | DOUBLE',
    ]);
  });

  it('prefers the person to the mailbox of the house where both have one address', () => {
    const house = { ...nobody, organisationId: 'haus', name: 'Ahornhaus', mail: 'A.Berg@Ahornhaus.test' };
    expect(told([house, anna])).toEqual(['Ahornhaus | DOUBLE | schon als Anna Berg', 'Anna Berg | GETS']);
  });

  it('names each reason for which somebody gets none', () => {
    const seat = { ...nobody, speaksFor: 'Kita Sonne', name: 'Kita Sonne', vacant: true };
    const jan = { ...nobody, personId: 'jan', name: 'Jan Lutz', mail: 'jan@kreis.test' };
    const ute = { ...nobody, personId: 'ute', name: 'Ute Wolf', mail: 'ute@kreis.test' };
    expect(
      told(
        [
          anna,
          jan,
          ute,
          seat,
          { ...nobody, personId: 'o', name: 'Olga Ort' },
          { ...nobody, personId: 'p', name: 'Paul Post', mail: 'paul at kreis' },
        ],
        {
          optedOut: new Set(['jan@kreis.test']),
          bounced: new Map([['ute@kreis.test', '550 no such user']]),
          leftOut: ['A.Berg@ahornhaus.test'],
        },
      ),
    ).toEqual([
      'Anna Berg | LEFT_OUT',
      'Jan Lutz | OPTED_OUT',
      'Kita Sonne | VACANT',
      'Olga Ort | NO_ADDRESS',
      'Paul Post | BAD_ADDRESS',
      'Ute Wolf | BOUNCED | 550 no such user',
    ]);
  });

  it('tries a bounced address again where somebody asks for it, never one that refused such mails', () => {
    const rules = { bounced: new Map([[anna.mail, 'voll']]), anyway: [anna.mail] };
    expect(told([anna], rules)).toEqual(['Anna Berg | GETS']);
    expect(told([anna], { ...rules, optedOut: new Set([anna.mail]) })).toEqual(['Anna Berg | OPTED_OUT']);
  });

  it('names somebody without an address once, however many groups lead there', () => {
    const olga = { ...nobody, personId: 'o', name: 'Olga Ort' };
    expect(told([olga, { ...olga, origin: 'Netzwerk Pflege' }])).toEqual(['Olga Ort | NO_ADDRESS']);
  });

  it('writes to each address at most once and forgets nobody, in whatever order they come', () => {
    const mail = fc.constantFrom('a@x.test', 'b@x.test', 'A@X.test', '', 'kaputt', 'c@y.test');
    const candidate = fc.record({
      ...Object.fromEntries(Object.entries(nobody).map(([key, value]) => [key, fc.constant(value)])),
      personId: fc.constantFrom(null, 'p', 'q', 'r'),
      name: fc.constantFrom('Anna', 'Bert', 'Cleo'),
      speaksFor: fc.constantFrom('', 'Haus'),
      mail,
    }) as fc.Arbitrary<RecipientCandidate>;
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (candidates) => {
        const sorted = sortRecipients(candidates, none);
        const reached = sorted.filter(({ outcome }) => outcome === 'GETS').map((it) => it.mail);
        expect(new Set(reached).size).toBe(reached.length);
        expect(told(candidates.toReversed())).toEqual(told(candidates));
        const addresses = new Set(
          candidates.filter((it) => it.mail.includes('@')).map((it) => it.mail.toLowerCase()),
        );
        for (const address of addresses) expect(sorted.some((it) => it.mail === address)).toBe(true);
        expect(Object.values(countOutcomes(sorted)).reduce((sum, count) => sum + count, 0)).toBe(
          sorted.length,
        );
      }),
    );
  });
});
