import type { Role } from '@runder-tisch/domain/accounts';
import type { Client } from '@runder-tisch/scenario/client';
import type { SignedIn } from '../../signed-in';
import type { TestApp } from '../../test-app';

export type Watcher = Role | 'public';

/** A foreign object: the values of path parameters by their name, and what bodies need besides. */
export type Canary = Readonly<Record<string, string | number>>;

/** Asked on every foreign object of a kind, or without one, by everybody, with every value its query takes. */
export interface Read {
  reads: string | null;
  /** Asked besides what the class of the query names; `{kind}` is the id of the first object of that kind. */
  query?: Readonly<Record<string, string>>;
  /** Who gets it at all, where words cannot be looked for in the answer. */
  openTo?: readonly Role[];
  /** Refusals of a question that makes no sense, which tell nothing of anybody's. */
  refused?: readonly number[];
  /** Who reads here what is kept from them elsewhere. */
  shows?: readonly Role[];
}

/** One request on a fresh object of the foreign world, such as its owner may send. */
export interface Given {
  path?: Canary;
  query?: string;
  version?: number;
  body?: object;
  /** A file as the body. */
  bytes?: Buffer | string;
  /** Who owns this one, where it is neither the coordinator nor the house. */
  by?: Client;
}

/** A change: refused with 401, 403 or 404 to all but those named, who prove that the request is a good one. */
export interface Write {
  /** Roles that may do this although the object belongs to somebody else. */
  may: readonly Role[];
  /** Who of the foreign world may do it in any case; null where the roles that may are enough. */
  owner: 'coordinator' | 'house' | null;
  given: (world: ForeignWorld) => Promise<Given>;
  /** The kind of the object in the path: the same is tried on every foreign one of it, whatever its state. */
  of?: string;
  /** The foreign object is chosen in the body: to those outside it is a choice that is not there. */
  chosen?: true;
  /** Where a rule refuses even those who may: its code, and why no object is made on which it would pass. */
  refusedAs?: string;
}

/** Behind the secret of a mail: opens with this one, with that of no other purpose. */
export interface Behind {
  link: string;
  /** What the form of the page sends. */
  form?: (world: ForeignWorld) => Record<string, string>;
}

/** Nothing of anybody else can be reached: why. */
export interface Alone {
  alone: string;
}

export type Declaration = Read | Write | Behind | Alone;

/** What an area brings to the access matrix, in `canaries/<area>.canary.ts`. */
export interface AreaCanaries {
  /** As in its contribution; rooms without one by their own name. */
  area: string;
  /** Words that stand in its foreign objects, with those who may read them. */
  words: Readonly<Record<string, readonly Watcher[]>>;
  /** Foreign objects of each kind, several where their states differ. Areas on the left have planted theirs. */
  plant?: (world: ForeignWorld) => Promise<Readonly<Record<string, readonly Canary[]>>>;
  /** By `METHOD /path` as openapi.json writes it; every operation stands in exactly one area. */
  operations: Readonly<Record<string, Declaration>>;
}

export const office = ['admin', 'planner', 'coordinator'] as const;
export const everybodySignedIn = ['admin', 'planner', 'coordinator', 'provider', 'reader'] as const;

export const reads = (kind: string | null = null, query?: Read['query']): Read => ({
  reads: kind,
  ...(query ? { query } : {}),
});

export const readsFile = (kind: string, openTo: readonly Role[]): Read => ({ reads: kind, openTo });

export function isRead(declaration: Declaration): declaration is Read {
  return 'reads' in declaration;
}

export function isWrite(declaration: Declaration): declaration is Write {
  return 'given' in declaration;
}

export function isBehind(declaration: Declaration): declaration is Behind {
  return 'link' in declaration;
}

/** A network nobody who watches belongs to, with its people, its organisation and an object of every kind. */
export interface ForeignWorld {
  app: TestApp;
  today: string;
  /** Coordinates the foreign network and began everything in it. */
  coordinator: SignedIn;
  /** Speaks for the foreign organisation. */
  house: SignedIn;
  /** Of each role somebody who belongs to nothing: for what a role may do with everything. */
  somebody: Record<Role, SignedIn>;
  networkId: string;
  organisationId: string;
  personId: string;
  fieldId: string;
  /** What the areas planted, by kind. */
  objects: Record<string, readonly Canary[]>;
  /** The first object of a kind. */
  the(kind: string): Canary;
  /** A name nobody has used. */
  fresh(name: string): string;
  /** The secret of the last link of this page mailed to this address. */
  mailed(address: string, page: string): Promise<string>;
}
