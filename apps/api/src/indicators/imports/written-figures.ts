import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../access/viewer';

export interface WrittenFile {
  importId: string;
  fileName: string;
  sha256: string;
  /** Rows of the file from which values came, those that stood there already among them. */
  rows: number;
  /** Of the values it brought: first and last day of each time. */
  periods: readonly { start: string; end: string }[];
}

type Observer<Told> = (tx: EntityManager, viewer: Viewer, file: Told) => Promise<void>;
export type UndoneFile = Pick<WrittenFile, 'importId' | 'fileName'>;

/** Tells areas on the right, in the same transaction, that the values of a file are in the catalogue. */
@Injectable()
export class WrittenFigures {
  private readonly observers: Observer<WrittenFile>[] = [];
  private readonly undoneObservers: Observer<UndoneFile>[] = [];

  observe(observer: Observer<WrittenFile>): void {
    this.observers.push(observer);
  }

  observeUndone(observer: Observer<UndoneFile>): void {
    this.undoneObservers.push(observer);
  }

  async tell(tx: EntityManager, viewer: Viewer, file: WrittenFile): Promise<void> {
    for (const observer of this.observers) await observer(tx, viewer, file);
  }

  /** The values of a file have been taken back. */
  async tellUndone(tx: EntityManager, viewer: Viewer, file: UndoneFile): Promise<void> {
    for (const observer of this.undoneObservers) await observer(tx, viewer, file);
  }
}
