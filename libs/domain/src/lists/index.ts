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
