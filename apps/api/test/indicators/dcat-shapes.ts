import type { Node, Term } from './linked-data';

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const DCATDE = 'http://dcat-ap.de/def/dcatde/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const VCARD = 'http://www.w3.org/2006/vcard/ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const EU = 'http://publications.europa.eu/resource/authority/';
const GEO = 'http://dcat-ap.de/def/politicalGeocoding/';

interface Rule {
  path: string;
  min?: number;
  max?: number;
  kind: 'literal' | 'IRI' | 'node';
  /** Of a literal. */
  types?: readonly string[];
  /** Of the node it leads to. */
  of?: string;
  /** The controlled vocabulary, or all of its terms we know. */
  from?: RegExp;
}

const TIME = [`${XSD}date`, `${XSD}dateTime`, `${XSD}gYear`, `${XSD}gYearMonth`];
const words = (path: string): Rule => ({ path, min: 1, kind: 'literal' });
const time = (path: string): Rule => ({ path, max: 1, kind: 'literal', types: TIME });
const from = (path: string, vocabulary: RegExp, more: Partial<Rule> = {}): Rule => ({
  path,
  kind: 'IRI',
  from: vocabulary,
  ...more,
});
const publisher: Rule = { path: `${DCT}publisher`, min: 1, max: 1, kind: 'node', of: `${FOAF}Organization` };
const contact: Rule = { path: `${DCAT}contactPoint`, kind: 'node', of: `${VCARD}Organization` };
const language = from(`${DCT}language`, new RegExp(`^${EU}language/(DEU|ENG)$`));
const theme = from(
  `${DCAT}theme`,
  new RegExp(
    `^${EU}data-theme/(AGRI|ECON|EDUC|ENER|ENVI|GOVE|HEAL|INTR|JUST|OP_DATPRO|REGI|SOCI|TECH|TRAN)$`,
  ),
  { min: 1 },
);
const frequency = from(
  `${DCT}accrualPeriodicity`,
  new RegExp(
    `^${EU}frequency/(NEVER|MONTHLY|BIMONTHLY|QUARTERLY|ANNUAL|ANNUAL_2|ANNUAL_3|BIENNIAL|TRIENNIAL|QUADRENNIAL|QUINQUENNIAL|DECENNIAL|IRREG|OTHER|UNKNOWN)$`,
  ),
  { max: 1 },
);
const aboutData: Rule[] = [
  words(`${DCT}title`),
  words(`${DCT}description`),
  publisher,
  contact,
  theme,
  frequency,
  time(`${DCT}issued`),
  time(`${DCT}modified`),
];

/**
 * What DCAT-AP.de 2.0 and 3.0 demand of what our catalogue has: mandatory properties, kinds of nodes, how often, and
 * the lists terms come from; with the conventions of GovData 1, 30, 31, 32 and 36. Convention 12 (contributorID) is not
 * among them: the number is given by GovData to whoever delivers there.
 */
export const shapes: Record<string, Rule[]> = {
  [`${DCAT}Catalog`]: [
    words(`${DCT}title`),
    words(`${DCT}description`),
    publisher,
    { path: `${DCAT}dataset`, min: 1, kind: 'node' },
    { path: `${FOAF}homepage`, max: 1, kind: 'IRI' },
    language,
    time(`${DCT}issued`),
    time(`${DCT}modified`),
  ],
  [`${DCAT}DatasetSeries`]: aboutData,
  [`${DCAT}Dataset`]: [
    ...aboutData,
    { path: `${DCT}identifier`, min: 1, max: 1, kind: 'literal' },
    { path: `${DCAT}keyword`, min: 1, kind: 'literal' },
    { path: `${DCAT}distribution`, min: 1, kind: 'node', of: `${DCAT}Distribution` },
    { path: `${DCAT}inSeries`, min: 1, max: 1, kind: 'node', of: `${DCAT}DatasetSeries` },
    { path: `${DCT}temporal`, kind: 'node', of: `${DCT}PeriodOfTime` },
    language,
    from(`${DCT}accessRights`, new RegExp(`^${EU}access-right/(PUBLIC|RESTRICTED|NON_PUBLIC)$`), { max: 1 }),
    from(
      `${DCATDE}politicalGeocodingURI`,
      new RegExp(`^${GEO}(districtKey/\\d{5}|municipalityKey/\\d{8}|stateKey/\\d{2})$`),
    ),
    from(
      `${DCATDE}politicalGeocodingLevelURI`,
      new RegExp(`^${GEO}Level/(federal|state|administrativeDistrict|municipality|international|european)$`),
    ),
  ],
  [`${DCAT}Distribution`]: [
    { path: `${DCAT}accessURL`, min: 1, kind: 'IRI' },
    { path: `${DCAT}downloadURL`, kind: 'IRI' },
    words(`${DCT}title`),
    from(
      `${DCT}license`,
      /^http:\/\/dcat-ap\.de\/def\/licenses\/(dl-zero-de\/2\.0|dl-by-de\/2\.0|cc-by\/4\.0|cc-by-sa\/4\.0|cc-zero)$/,
      { min: 1, max: 1 },
    ),
    from(`${DCT}format`, new RegExp(`^${EU}file-type/(CSV|JSON|XLSX|PDF)$`), { min: 1, max: 1 }),
    from(`${DCAT}mediaType`, /^https:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/[a-z0-9.+-]+$/, {
      max: 1,
    }),
    { path: `${DCATDE}licenseAttributionByText`, kind: 'literal' },
    time(`${DCT}issued`),
    time(`${DCT}modified`),
  ],
  [`${FOAF}Organization`]: [{ path: `${FOAF}name`, min: 1, kind: 'literal' }],
  [`${VCARD}Organization`]: [
    { path: `${VCARD}fn`, min: 1, kind: 'literal' },
    { path: `${VCARD}hasEmail`, min: 1, kind: 'IRI', from: /^mailto:[^@\s]+@[^@\s]+$/ },
  ],
  [`${DCT}PeriodOfTime`]: [
    { path: `${DCAT}startDate`, min: 1, max: 1, kind: 'literal', types: TIME },
    { path: `${DCAT}endDate`, min: 1, max: 1, kind: 'literal', types: TIME },
  ],
};

const DATES: Record<string, RegExp> = {
  [`${XSD}date`]: /^\d{4}-\d{2}-\d{2}$/,
  [`${XSD}dateTime`]: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
};

/** Everything that breaks a rule, as lines; nodes of types without a shape break one, too. */
export function brokenRules(nodes: ReadonlyMap<string, Node>): string[] {
  return [...nodes.values()].flatMap((node) => {
    const typed = node.types.flatMap(
      (type): (string | Rule)[] => shapes[type] ?? [`${node.id}: ${type} ist unbekannt`],
    );
    return typed.flatMap((rule) => (typeof rule === 'string' ? [rule] : broken(node, rule, nodes)));
  });
}

function broken({ id, terms }: Node, rule: Rule, nodes: ReadonlyMap<string, Node>): string[] {
  const { path, min = 0, max = Infinity } = rule;
  const values = terms.get(path) ?? [];
  const says = (what: string): string => `${id}: ${path} ${what}`;
  return [
    ...(values.length < min ? [says('fehlt')] : []),
    ...(values.length > max ? [says(`steht ${values.length} Mal da`)] : []),
    ...values.filter((it) => !fits(it, rule, nodes)).map((it) => says(`passt nicht: ${JSON.stringify(it)}`)),
  ];
}

function fits(
  term: Term,
  { kind, types, of, from: vocabulary }: Rule,
  nodes: ReadonlyMap<string, Node>,
): boolean {
  if (term.is === 'literal')
    return (
      kind === 'literal' &&
      term.value.trim() !== '' &&
      (!types || (types.includes(term.type ?? '') && (DATES[term.type ?? '']?.test(term.value) ?? true)))
    );
  if (kind === 'literal') return false;
  if (kind === 'IRI') return URL.canParse(term.id) && (!vocabulary || vocabulary.test(term.id));
  return !of || (nodes.get(term.id)?.types.includes(of) ?? false);
}
