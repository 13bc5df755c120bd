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

/** Direct neighbours of one kind that are too many to be shown; the newest are among the lines. */
export interface TraceMore {
  kind: string;
  /** In the plural: "Hinweise". */
  label: string;
  count: number;
  /** There are more than were counted. */
  atLeast: boolean;
  /** The list that shows them all, where there is one. */
  path: string | null;
}

export interface TraceView {
  /** What led here. */
  ledHere: TraceLine[];
  /** What came of it. */
  cameOfIt: TraceLine[];
  moreLedHere: TraceMore[];
  moreCameOfIt: TraceMore[];
}
