import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import {
  bodyKindLabels,
  type BodyView,
  type LoadItem,
  type StructureSeat,
} from '@runder-tisch/domain/structure';
import { LoadQuery, StructureSeatQuery } from '@runder-tisch/domain/structure/bodies/bodies-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { csv } from '../../files/csv';
import { BodiesRepository } from './bodies.repository';

/** Networks, committees and formats as one structure, who sits where, and what it costs them in time. */
@Controller('api/structure')
export class BodiesController {
  constructor(private readonly bodies: BodiesRepository) {}

  @Get()
  @Access('structure:read')
  list(@CurrentViewer() viewer: Viewer): Promise<Page<BodyView>> {
    return this.bodies.list(viewer);
  }

  @Get('export.csv')
  @Access('structure:read')
  @Header('Content-Disposition', 'attachment; filename="Partizipationsstruktur.csv"')
  async export(@CurrentViewer() viewer: Viewer): Promise<StreamableFile> {
    const { items } = await this.bodies.list(viewer);
    return csv(
      [
        'Art',
        'Name',
        'Stand',
        'berichtet an / gehört zu',
        'Rhythmus',
        'Besetzte Plätze',
        'Unbesetzt',
        'Sitzungen in 12 Monaten',
      ],
      items.map((it) => [
        bodyKindLabels[it.kind],
        it.name,
        it.state,
        it.above?.name,
        it.rhythm,
        it.seats,
        it.vacancies,
        it.sessions,
      ]),
    );
  }

  @Get('seats')
  @Access('structure:read')
  seats(@CurrentViewer() viewer: Viewer, @Query() query: StructureSeatQuery): Promise<Page<StructureSeat>> {
    return this.bodies.seats(viewer, query);
  }

  @Get('load')
  @Access('person:read')
  load(@CurrentViewer() viewer: Viewer, @Query() query: LoadQuery): Promise<Page<LoadItem>> {
    return this.bodies.load(viewer, query);
  }
}
