import { type FactsOf, type MoveOf, Moves } from '../../moves';
import { templateProblems } from './template-problems';

export const templateStates = ['DRAFT', 'RELEASED'] as const;
export type TemplateState = (typeof templateStates)[number];

export const templateStateLabels: Record<TemplateState, string> = {
  DRAFT: 'Entwurf',
  RELEASED: 'freigegeben',
};

/** What is released is what cycles are made from and what others read: it never changes. */
export const templateMoves = new Moves({
  states: templateStates,
  starts: ['DRAFT'],
  ends: ['RELEASED'],
  problems: templateProblems,
  otherwise: 'template-released',
  table: {
    release: {
      from: ['DRAFT'],
      to: 'RELEASED',
      needs: [
        ['template-without-steps', hasSteps],
        ['template-step-incomplete', isComplete],
        ['template-change-unsaid', saysWhatChanged, 'changeNote'],
      ],
    },
  },
});
export type TemplateMove = MoveOf<typeof templateMoves>;
export type TemplateFacts = FactsOf<typeof templateMoves>;

function hasSteps({ phases, emptyPhases }: { phases: number; emptyPhases: number }): boolean {
  return phases > 0 && emptyPhases === 0;
}

function isComplete({ incompleteSteps }: { incompleteSteps: number }): boolean {
  return incompleteSteps === 0;
}

function saysWhatChanged({ number, changeNote }: { number: number; changeNote: string }): boolean {
  return number === 1 || changeNote.trim() !== '';
}
