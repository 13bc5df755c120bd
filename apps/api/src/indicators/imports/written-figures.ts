import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../access/viewer';

export interface WrittenFile {
  sha256: string;
  /** Rows of the file from which values came, those that stood there already among them. */
  rows: number;
}

type Observer = (tx: EntityManager, viewer: Viewer, file: WrittenFile) => Promise<void>;

/** Tells areas on the right, in the same transaction, that the values of a file are in the catalogue. */
@Injectable()
export class WrittenFigures {
  private readonly observers: Observer[] = [];

  observe(observer: Observer): void {
    this.observers.push(observer);
  }

  async tell(tx: EntityManager, viewer: Viewer, file: WrittenFile): Promise<void> {
    for (const observer of this.observers) await observer(tx, viewer, file);
  }
}
