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

/**
 * What an entry still lacks before it can be submitted, in the order of the form. Drafts may lack anything but
 * their title. A secret place needs neither town nor municipality.
 */
export function missingFacts(facts: Facts): MissingFact[] {
  const missing: MissingFact[] = [];
  const demand = (given: boolean, path: keyof Facts, says: string): void => {
    if (!given) missing.push({ path, says });
  };
  demand(facts.categoryId !== null, 'categoryId', 'Bitte wählen Sie eine Kategorie.');
  demand(facts.fieldId !== null, 'fieldId', 'Bitte wählen Sie ein Handlungsfeld.');
  demand(facts.description.trim() !== '', 'description', 'Bitte beschreiben Sie, wobei Sie helfen.');
  demand(
    facts.targetGroupIds.length > 0,
    'targetGroupIds',
    'Bitte wählen Sie, für wen das Angebot gedacht ist.',
  );
  if (!facts.secretPlace) {
    demand(facts.city.trim() !== '', 'city', 'Bitte geben Sie den Ort an.');
    demand(facts.municipalityId !== null, 'municipalityId', 'Bitte wählen Sie die Gemeinde.');
  }
  demand(facts.accessibility !== null, 'accessibility', 'Bitte sagen Sie etwas zur Barrierefreiheit.');
  demand(
    [facts.phone, facts.mail, facts.website].some((it) => it.trim() !== ''),
    'phone',
    'Bitte geben Sie Telefon, Mailadresse oder Webseite an.',
  );
  return missing;
}
