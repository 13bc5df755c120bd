/** What hangs on an object, by kind: "12 Hinweise", with the list that shows them. */
export interface Belonging {
  kind: string;
  /** As it follows the count: "Hinweise", of one "Hinweis". */
  label: string;
  /** Never 0: where there is nothing, nothing is said. */
  count: number;
  /** There are more than were counted. */
  atLeast: boolean;
  /** Path and query of the list. */
  path: string;
}
