export * from './list-problems';
export * from './planning-number';

/** One page of a list: the cursor `next` continues behind the last row, null at the end. */
export interface Page<Item> {
  items: Item[];
  total: number;
  next: string | null;
}

export interface NamedReference {
  id: string;
  name: string;
}

/** A list short enough to be shown as a whole. */
export function wholeList<Item>(items: Item[]): Page<Item> {
  return { items, total: items.length, next: null };
}
