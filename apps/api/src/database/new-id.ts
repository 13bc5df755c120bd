import { v7 } from 'uuid';

/** Key of a new row: UUIDv7, so that rows written together lie together. */
export function newId(): string {
  return v7();
}
