import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import {
  bodyKindLabels,
  type BodyView,
  LOAD_HOURS,
  type LoadItem,
  STRUCTURE_EXPORTED,
  type StructureSeat,
} from '@runder-tisch/domain/structure';
import { LoadQuery, StructureSeatQuery } from '@runder-tisch/domain/structure/bodies/bodies-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { csv } from '../../files/csv';
import { xlsx } from '../../files/xlsx';
import { BodiesRepository } from './bodies.repository';
import { loadSheet, seatSheet } from './structure-file';

const all = { limit: STRUCTURE_EXPORTED };

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

  /** Who sits where, and for those who see people what it costs them in time. */
  @Get('export.xlsx')
  @Access('structure:read')
  @Header('Content-Disposition', 'attachment; filename="Sitze und Gremienlast.xlsx"')
  async workbook(@CurrentViewer() viewer: Viewer): Promise<StreamableFile> {
    const { items: seats } = await this.bodies.seats(viewer, all);
    const sheets = [seatSheet(seats)];
    if (mayWith(viewer.roles, 'person:read')) {
      const people = await this.bodies.load(viewer, { ...all, by: 'person', hours: LOAD_HOURS });
      const houses = await this.bodies.load(viewer, { ...all, by: 'organisation', hours: LOAD_HOURS });
      sheets.push(loadSheet(people.items, houses.items));
    }
    return xlsx(...sheets);
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
