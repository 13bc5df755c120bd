/** What moves when two become one: "Einladungen", 7. */
export interface MergeMove {
  label: string;
  count: number;
}
