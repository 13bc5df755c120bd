import { hiddenSentence } from '@runder-tisch/domain/disclosure';
import type { PublicRelease } from './released-figures';

/** Names after DCAT-AP.de 3.0: https://www.dcat-ap.de/def/dcatde/3.0/spec/. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const EUROPE = 'http://publications.europa.eu/resource/authority';
const GEO = 'http://dcat-ap.de/def/politicalGeocoding';

export interface Licence {
  name: string;
  uri: string;
}

const byWord: readonly (readonly [word: string, Licence])[] = [
  ['zero', { name: 'dl-de/zero-2.0', uri: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' }],
  ['cc by 4', { name: 'CC BY 4.0', uri: 'http://dcat-ap.de/def/licenses/cc-by/4.0' }],
  ['cc-by-4', { name: 'CC BY 4.0', uri: 'http://dcat-ap.de/def/licenses/cc-by/4.0' }],
];

/** Of the source where it names one we know; otherwise the usual one of public bodies. */
export function licenceOf({ licence }: Pick<PublicRelease, 'licence'>): Licence {
  const words = licence.toLowerCase();
  const known = byWord.find(([word]) => words.includes(word))?.[1];
  return known ?? { name: 'dl-de/by-2.0', uri: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0' };
}

/** Words of the EU's list of frequencies, by months. */
const FREQUENCIES: ReadonlyMap<number, string> = new Map([
  [1, 'MONTHLY'],
  [2, 'BIMONTHLY'],
  [3, 'QUARTERLY'],
  [6, 'ANNUAL_2'],
  [12, 'ANNUAL'],
  [24, 'BIENNIAL'],
  [36, 'TRIENNIAL'],
  [120, 'DECENNIAL'],
]);

function frequency(word: string): object {
  return { 'dct:accrualPeriodicity': { '@id': `${EUROPE}/frequency/${word}` } };
}

export interface CatalogueFacts {
  url: string;
  county: string;
  countyCode: string | null;
  mail: string;
  releases: readonly PublicRelease[];
}

/** The catalogue of all released figures: a series for each indicator, a dataset for each release, its CSV. */
export function dcatCatalogue({ url, county, countyCode, mail, releases }: CatalogueFacts): object {
  const publisher = { '@id': `${url}/#landkreis`, '@type': 'foaf:Organization', 'foaf:name': county };
  const contact = mail
    ? {
        'dcat:contactPoint': {
          '@type': 'vcard:Organization',
          'vcard:fn': county,
          'vcard:hasEmail': { '@id': `mailto:${mail}` },
        },
      }
    : {};
  const theme = { '@id': `${EUROPE}/data-theme/SOCI` };
  const dated = releases.map(({ releasedAt }) => new Date(releasedAt).toISOString()).sort();
  const bySeries = Map.groupBy(releases, ({ indicatorId }) => indicatorId);
  const seriesId = (indicatorId: string): string => `${url}/api/dcat#indikator-${indicatorId}`;
  const datasetId = (id: string): string => `${url}/api/dcat#freigabe-${id}`;
  const series = [...bySeries.values()].flatMap((all) => {
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return [];
    return [
      {
        '@id': seriesId(first.indicatorId),
        '@type': 'dcat:DatasetSeries',
        'dct:title': german(`${first.code} ${last.name}`),
        'dct:description': german(last.definition),
        'dct:publisher': { '@id': publisher['@id'] },
        ...contact,
        'dcat:theme': theme,
        ...(last.rhythmMonths === null ? {} : frequency(FREQUENCIES.get(last.rhythmMonths) ?? 'OTHER')),
        'dct:issued': instant(first.begunAt),
        'dct:modified': instant(last.releasedAt),
      },
    ];
  });
  return {
    '@context': context,
    '@id': `${url}/api/dcat`,
    '@type': 'dcat:Catalog',
    'dct:title': german(`Indikatoren der Sozialplanung: ${county}`),
    'dct:description': german(
      `Freigegebene Zahlen der Sozialplanung. Was einzelne Menschen verraten könnte, ist verborgen.`,
    ),
    'dct:publisher': publisher,
    'dct:language': { '@id': `${EUROPE}/language/DEU` },
    'foaf:homepage': { '@id': `${url}/` },
    ...(dated.length > 0 ? { 'dct:issued': instant(dated[0]), 'dct:modified': instant(dated.at(-1)) } : {}),
    'dcat:dataset': [
      ...series,
      ...releases.map((it) => {
        const file = `${url}/api/releases/${it.id}.csv`;
        const licence = licenceOf(it);
        return {
          '@id': datasetId(it.id),
          '@type': 'dcat:Dataset',
          'dct:identifier': it.id,
          'dct:title': german(`${it.code} ${it.name}, Freigabe ${it.number}`),
          'dct:description': german(
            [it.definition, it.source && `Quelle: ${it.source}.`, `${hiddenSentence(it.hidden, it.cells)}.`]
              .filter(Boolean)
              .join(' '),
          ),
          'dct:publisher': { '@id': publisher['@id'] },
          ...contact,
          'dcat:inSeries': { '@id': seriesId(it.indicatorId) },
          'dcat:theme': theme,
          'dcat:keyword': [german('Sozialplanung'), german(it.name)],
          // A release is never changed; what comes later is another one of the series.
          ...frequency('NEVER'),
          'dct:accessRights': { '@id': `${EUROPE}/access-right/PUBLIC` },
          'dct:language': { '@id': `${EUROPE}/language/DEU` },
          'dct:issued': instant(it.releasedAt),
          'dct:modified': instant(it.releasedAt),
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': day(it.from),
            'dcat:endDate': day(it.to),
          },
          ...placeOf(it, countyCode),
          'dcat:distribution': {
            '@id': file,
            '@type': 'dcat:Distribution',
            'dct:title': german('Tabelle als CSV'),
            'dcat:accessURL': { '@id': file },
            'dcat:downloadURL': { '@id': file },
            'dct:format': { '@id': `${EUROPE}/file-type/CSV` },
            'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
            'dct:license': { '@id': licence.uri },
            'dcatde:licenseAttributionByText': german(it.attribution || county),
            'dct:issued': instant(it.releasedAt),
            'dct:modified': instant(it.releasedAt),
          },
        };
      }),
    ],
  };
}

/** Municipalities by their keys, as far as there are some; the county wherever it or one of its own is told of. */
function placeOf({ areas }: PublicRelease, county: string | null): object {
  const municipalities = areas.filter((code) => /^\d{8}$/.test(code));
  const districts = new Set(areas.filter((code) => /^\d{5}$/.test(code)));
  if (county && municipalities.some((code) => code.startsWith(county))) districts.add(county);
  const keys = [
    ...[...districts].map((code) => `${GEO}/districtKey/${code}`),
    ...municipalities.map((code) => `${GEO}/municipalityKey/${code}`),
    ...areas.filter((code) => /^\d{2}$/.test(code)).map((code) => `${GEO}/stateKey/${code}`),
  ].map((uri) => ({ '@id': uri }));
  if (keys.length === 0) return {};
  const level =
    municipalities.length > 0 ? 'municipality' : districts.size > 0 ? 'administrativeDistrict' : 'state';
  return {
    'dct:spatial': keys,
    'dcatde:politicalGeocodingURI': keys,
    'dcatde:politicalGeocodingLevelURI': { '@id': `${GEO}/Level/${level}` },
  };
}

function german(text: string): object {
  return { '@language': 'de', '@value': text };
}

function instant(at: string | undefined): object {
  return { '@type': 'xsd:dateTime', '@value': at ? new Date(at).toISOString() : '' };
}

function day(value: string): object {
  return { '@type': 'xsd:date', '@value': value };
}
