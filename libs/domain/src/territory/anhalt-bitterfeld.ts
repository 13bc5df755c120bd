/** The three planning areas a county may begin with; planners change names and assignment as they like. */
export const defaultPlanningAreas = ['Bitterfeld', 'Köthen', 'Zerbst'] as const;
export type DefaultPlanningArea = (typeof defaultPlanningAreas)[number];

export interface DefaultMunicipality {
  ags: string;
  name: string;
  planningArea: DefaultPlanningArea;
}

/** The ten municipalities since 2010, by official key. The assignment is a proposal, not an official division. */
export const municipalitiesOfAnhaltBitterfeld: readonly DefaultMunicipality[] = [
  { ags: '15082005', name: 'Aken (Elbe)', planningArea: 'Köthen' },
  { ags: '15082015', name: 'Bitterfeld-Wolfen', planningArea: 'Bitterfeld' },
  { ags: '15082180', name: 'Köthen (Anhalt)', planningArea: 'Köthen' },
  { ags: '15082241', name: 'Muldestausee', planningArea: 'Bitterfeld' },
  { ags: '15082256', name: 'Osternienburger Land', planningArea: 'Köthen' },
  { ags: '15082301', name: 'Raguhn-Jeßnitz', planningArea: 'Bitterfeld' },
  { ags: '15082340', name: 'Sandersdorf-Brehna', planningArea: 'Bitterfeld' },
  { ags: '15082377', name: 'Südliches Anhalt', planningArea: 'Köthen' },
  { ags: '15082430', name: 'Zerbst/Anhalt', planningArea: 'Zerbst' },
  { ags: '15082440', name: 'Zörbig', planningArea: 'Bitterfeld' },
];
