/** One object on the way from a sentence somebody said to what became of it. */
export interface TraceLine {
  kind: string;
  label: string;
  id: string;
  title: string;
  path: string;
  /** How it hangs together with the line before, in German: "stammt aus", "gehört zu" … */
  relation: string;
  /** 1 = directly. */
  depth: number;
  since: string | null;
}

export interface TraceView {
  /** What led here. */
  ledHere: TraceLine[];
  /** What came of it. */
  cameOfIt: TraceLine[];
}
