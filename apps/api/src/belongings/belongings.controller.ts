import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Belonging } from '@runder-tisch/domain/belongings';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Belongings } from './belongings';

@Controller('api/belongings')
export class BelongingsController {
  constructor(private readonly belongings: Belongings) {}

  @Get(':kind/:id')
  @Access('search:use')
  of(
    @CurrentViewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Belonging[]> {
    return this.belongings.of(viewer, kind, id);
  }
}
