/**
 * A page in Leichte Sprache. One sentence a line, an empty line begins a paragraph, `## ` a heading, `- ` an entry;
 * long words are parted by a middle dot. `{Landkreis}` and `{Antwortadresse}` stand for what the settings say.
 */
export interface SimpleText {
  readonly title: string;
  readonly text: string;
  /** Where it goes on: what stands on the link, and where it leads. */
  readonly onward: readonly (readonly [label: string, path: string])[];
}
