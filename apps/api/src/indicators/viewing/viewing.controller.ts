import { Controller, Get, Header, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import type { CourseView, MunicipalitiesView } from '@runder-tisch/domain/indicators/viewing';
import { CourseQuery, MunicipalitiesQuery } from '@runder-tisch/domain/indicators/viewing/viewing-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Comparisons } from './comparisons';
import { valuesCsv } from './values-csv';

/** Looking at values: one area over time beside others, and the municipalities of one period. */
@Controller('api/indicators/:id')
export class ViewingController {
  constructor(private readonly comparisons: Comparisons) {}

  @Get('course')
  @Access('indicator:read')
  course(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CourseQuery,
  ): Promise<CourseView> {
    return this.comparisons.course(viewer, id, areasOf(query));
  }

  @Get('course.csv')
  @Access('indicator:read')
  @Header('Content-Disposition', 'attachment; filename="Verlauf.csv"')
  async courseCsv(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CourseQuery,
  ): Promise<StreamableFile> {
    const { lines, unit } = await this.comparisons.course(viewer, id, areasOf(query));
    return valuesCsv(
      lines.flatMap(({ values }) => values),
      unit,
    );
  }

  @Get('municipalities')
  @Access('indicator:read')
  municipalities(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { period }: MunicipalitiesQuery,
  ): Promise<MunicipalitiesView> {
    return this.comparisons.municipalities(viewer, id, period);
  }

  @Get('municipalities.csv')
  @Access('indicator:read')
  @Header('Content-Disposition', 'attachment; filename="Gemeinden.csv"')
  async municipalitiesCsv(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { period }: MunicipalitiesQuery,
  ): Promise<StreamableFile> {
    const { values, county, unit } = await this.comparisons.municipalities(viewer, id, period);
    return valuesCsv([...(county ? [county] : []), ...values], unit);
  }
}

function areasOf({ areas }: CourseQuery): string[] {
  return areas ? areas.split(',') : [];
}
