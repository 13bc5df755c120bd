import { v4, v7 } from 'uuid';

/** Key of a new row: UUIDv7, so that rows written together lie together. */
export function newId(): string {
  return v7();
}

/** Key of a row whose time of creation would name somebody (anonymous feedback). */
export function newAnonymousId(): string {
  return v4();
}
