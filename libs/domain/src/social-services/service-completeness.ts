import type { SaveSocialService } from './social-services-requests';

type Facts = Pick<
  SaveSocialService,
  | 'categoryId'
  | 'fieldId'
  | 'description'
  | 'secretPlace'
  | 'city'
  | 'municipalityId'
  | 'phone'
  | 'mail'
  | 'website'
  | 'targetGroupIds'
  | 'accessibility'
>;

export interface MissingFact {
  path: keyof Facts;
  says: string;
}

interface Demand extends MissingFact {
  given: (facts: Facts) => boolean;
  /** A secret place needs neither town nor municipality. */
  unlessSecret?: true;
  /** The first of several fields, of which any one is enough. */
  oneOfSeveral?: true;
}

/** What an entry needs before it can be submitted, in the order of the form. Drafts may lack anything but their title. */
const demands: readonly Demand[] = [
  {
    path: 'description',
    says: 'Bitte beschreiben Sie, wobei Sie helfen.',
    given: (it) => it.description.trim() !== '',
  },
  { path: 'categoryId', says: 'Bitte wählen Sie eine Kategorie.', given: (it) => it.categoryId !== null },
  { path: 'fieldId', says: 'Bitte wählen Sie ein Handlungsfeld.', given: (it) => it.fieldId !== null },
  {
    path: 'targetGroupIds',
    says: 'Bitte wählen Sie, für wen das Angebot gedacht ist.',
    given: (it) => it.targetGroupIds.length > 0,
  },
  {
    path: 'city',
    says: 'Bitte geben Sie den Ort an.',
    given: (it) => it.city.trim() !== '',
    unlessSecret: true,
  },
  {
    path: 'municipalityId',
    says: 'Bitte wählen Sie die Gemeinde.',
    given: (it) => it.municipalityId !== null,
    unlessSecret: true,
  },
  {
    path: 'accessibility',
    says: 'Bitte sagen Sie etwas zur Barrierefreiheit.',
    given: (it) => it.accessibility !== null,
  },
  {
    path: 'phone',
    says: 'Bitte geben Sie Telefon, Mailadresse oder Webseite an.',
    given: (it) => [it.phone, it.mail, it.website].some((reach) => reach.trim() !== ''),
    oneOfSeveral: true,
  },
];

/** What an entry still lacks before it can be submitted. */
export function missingFacts(facts: Facts): MissingFact[] {
  return demands
    .filter((demand) => !(facts.secretPlace && demand.unlessSecret) && !demand.given(facts))
    .map(({ path, says }) => ({ path, says }));
}

/** The fields every entry of this kind of place has to fill by themselves, for the star at them. */
export function factsToStar(secretPlace: boolean): (keyof Facts)[] {
  return demands
    .filter((demand) => !(secretPlace && demand.unlessSecret) && !demand.oneOfSeveral)
    .map(({ path }) => path);
}
