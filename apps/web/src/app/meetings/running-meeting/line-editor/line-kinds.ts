import {
  ownLineKindLabels,
  ownLineKinds,
  sessionLimits,
  type LineKind,
  type OwnLineKind,
} from '@runder-tisch/domain/meetings';
import type { LineOwner, LineOwners } from '../record/line-owners';

/** A kind of line as whoever takes the minutes chooses it. */
export interface TypedKind {
  kind: LineKind;
  label: string;
  /** What may stand behind a slash at the start of a line instead of touching the chip. */
  slashWords: readonly string[];
  /** Shown on the chip; empty where the kind needs no hint. */
  letter: string;
  placeholder: string;
  /** Longest text, in characters. */
  limit: number;
}

const own: Record<OwnLineKind, Pick<TypedKind, 'slashWords' | 'letter' | 'placeholder'>> = {
  TEXT: { slashWords: ['t', 'text'], letter: '', placeholder: 'Was wurde besprochen?' },
  TASK: { slashWords: ['a', 'aufgabe'], letter: '/a', placeholder: 'Was ist zu tun?' },
  AGREEMENT: {
    slashWords: ['v', 'vereinbarung'],
    letter: '/v',
    placeholder: 'Worauf hat sich die Runde geeinigt?',
  },
  VOTE: { slashWords: ['votum'], letter: '', placeholder: 'Worüber wurde abgestimmt?' },
};

/** Meetings' own kinds, behind them those of areas on the right. */
export function typedKinds(owners: LineOwners): readonly TypedKind[] {
  return [
    ...ownLineKinds.map((kind) => ({
      ...own[kind],
      kind,
      label: ownLineKindLabels[kind],
      limit: sessionLimits.line,
    })),
    ...owners.all.map(typedKindOf),
  ];
}

function typedKindOf({ kind, label, slashWords, placeholder, limit }: LineOwner): TypedKind {
  return { kind, label, slashWords, letter: `/${slashWords[0] ?? ''}`, placeholder, limit };
}
