import type { Provider, Type } from '@angular/core';
import { isOwnLineKind, type LineKind } from '@runder-tisch/domain/meetings';
import { emptyDraft, type LineDraft, type ShownLine } from './shown-line';

/** What the server keeps of a line for the area that owns it. */
export interface OwnersWords {
  id: string;
  version: number;
}

/** What a line shows of them. */
export interface OwnersShare {
  text: string;
  /** They can no longer be changed from here. */
  fixed: boolean;
}

/** How a line reads in the minutes. */
export interface LineReading {
  text: string;
  /** Said so by somebody, not written by whoever takes the minutes. */
  isQuote: boolean;
  facts: string;
}

/**
 * A kind of line that an area on the right brings into the minutes. Its words go to the area first, the line with
 * the reference to them afterwards; on the screen both are one.
 */
export interface LineOwner {
  readonly kind: LineKind;
  readonly label: string;
  /** What may stand behind a slash; the first is shown on the chip. */
  readonly slashWords: readonly string[];
  readonly placeholder: string;
  /** Longest text, in characters. */
  readonly limit: number;
  /** Colour of the edge in the minutes. */
  readonly edge: string;
  /** The fields a draft has besides, as plain data and empty. */
  readonly blank: object;
  /** Where they are filled in. */
  readonly form: Type<LineForm>;
  /** Said below an item that stays out of the protocol. */
  readonly thoughHidden: string;
  /** Names on the device, there to stay: of the change that brings words, and of the words already sent. */
  readonly onDevice: { readonly change: string; readonly words: string };
  /** Where words go, and where those of a meeting come from (`?meetingId=`). */
  readonly addresses: { readonly put: (id: string) => string; readonly all: string };

  request(meetingId: string, line: ShownLine): object;
  /** Undefined where a line refers to what is not there, or not for these eyes. */
  merge(words: OwnersWords | undefined): OwnersShare;
  /** The words once the server has taken a request. */
  taken(before: OwnersWords | undefined, request: object, answer: OwnersWords): OwnersWords;
  read(line: ShownLine): LineReading;
  /** What becomes of so many lines, at least one, when the session ends. */
  atTheEnd(count: number): string;
}

/** Inputs of the component that asks for the fields of an owner. */
export interface LineForm {
  readonly draft: () => LineDraft;
  /** To be told what was typed. */
  readonly change: () => (own: object) => void;
}

/** Who owns which kind of line: areas on the right contribute theirs (`minutesLine`). */
export class LineOwners {
  constructor(readonly all: readonly LineOwner[]) {
    const kinds = all.map((owner) => owner.kind);
    const taken = kinds.find((kind, index) => isOwnLineKind(kind) || kinds.indexOf(kind) !== index);
    if (taken) throw new Error(`Lines of the kind ${taken} have an owner already.`);
  }

  /** Undefined for meetings' own kinds. */
  of(kind: LineKind): LineOwner | undefined {
    return this.all.find((owner) => owner.kind === kind);
  }

  /** Whose words this change brings. */
  ofChange(kind: string): LineOwner | undefined {
    return this.all.find((owner) => owner.onDevice.change === kind);
  }

  /** What becomes of the lines that are theirs when the session ends. */
  atTheEnd(lines: readonly ShownLine[]): string[] {
    return this.all.flatMap((owner) => {
      const count = lines.filter((line) => line.kind === owner.kind && !line.fixed).length;
      return count > 0 ? owner.atTheEnd(count) : [];
    });
  }

  emptyDraft(kind?: LineKind): LineDraft {
    return Object.assign(emptyDraft(kind), ...this.all.map((owner) => owner.blank)) as LineDraft;
  }

  /** What was typed of a line, without what the screen knows besides. */
  draftOf({ kind, text, who, dueOn, votes, ...more }: LineDraft): LineDraft {
    return Object.assign({ kind, text, who, dueOn, votes }, this.own(more));
  }

  /** Whether two drafts say the same; numbers left empty count as none, as the server reads them. */
  same(one: LineDraft, other: LineDraft): boolean {
    const words = (line: LineDraft) => {
      const { votes, ...draft } = this.draftOf(line);
      return JSON.stringify([draft, votes.yes ?? 0, votes.no ?? 0, votes.abstain ?? 0]);
    };
    return words(one) === words(other);
  }

  /** Whether somebody typed something else, whatever else was chosen. */
  isTyped(draft: LineDraft, before: LineDraft): boolean {
    const typed = ({ text, ...more }: LineDraft) => JSON.stringify([text.trim(), this.own(more)]);
    return typed(draft) !== typed(before);
  }

  /** The fields of the owners alone, without blanks at the ends. */
  private own(fields: object): object {
    const blank = Object.assign({}, ...this.all.map((owner) => owner.blank)) as object;
    const filled = new Map<string, unknown>(Object.entries(fields));
    return Object.fromEntries(
      Object.entries(blank).map(([name, empty]: [string, unknown]) => {
        const value = filled.get(name) ?? empty;
        return [name, typeof value === 'string' ? value.trim() : value];
      }),
    );
  }
}

export function provideLineOwners(...owners: readonly LineOwner[]): Provider {
  return { provide: LineOwners, useValue: new LineOwners(owners) };
}
