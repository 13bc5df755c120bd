/** Kinds of lines that meetings themselves take down and print. */
export const ownLineKinds = ['TEXT', 'TASK', 'AGREEMENT', 'VOTE'] as const;
export type OwnLineKind = (typeof ownLineKinds)[number];

/**
 * Kind of a line: one of meetings' own, or that of an area on the right, which registers for it in API and web.
 * The words of such a line stand with its area; the line itself holds only the reference.
 */
export type LineKind = string;

export const ownLineKindLabels: Record<OwnLineKind, string> = {
  TEXT: 'Text',
  TASK: 'Aufgabe',
  AGREEMENT: 'Vereinbarung',
  VOTE: 'Votum',
};

/** True for the kinds that need no owner. */
export function isOwnLineKind(kind: LineKind): kind is OwnLineKind {
  return (ownLineKinds as readonly string[]).includes(kind);
}
