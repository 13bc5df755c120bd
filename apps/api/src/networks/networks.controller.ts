import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  membershipRoleLabels,
  type NetworkListItem,
  type NetworkMove,
  type NetworkView,
} from '@runder-tisch/domain/networks';
import { NetworkQuery, SaveNetwork } from '@runder-tisch/domain/networks/networks-requests';
import { CardQuery } from '@runder-tisch/domain/actors/card-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { csv } from '../files/csv';
import { vcardFile } from '../files/vcard';
import { problem } from '../problem/problem';
import { MemberCards } from './member-cards';
import { NetworksRepository } from './networks.repository';
import { NetworksService } from './networks.service';

@Controller('api/networks')
export class NetworksController {
  constructor(
    private readonly networks: NetworksRepository,
    private readonly service: NetworksService,
    private readonly memberCards: MemberCards,
  ) {}

  @Get()
  @Access('network:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: NetworkQuery): Promise<Page<NetworkListItem>> {
    return this.networks.list(viewer, query);
  }

  @Post()
  @Access('network:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveNetwork): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('network:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.networks.find(viewer, id);
  }

  @Put(':id')
  @Access('network:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveNetwork,
  ): Promise<NetworkView> {
    await this.service.change(viewer, id, version, request);
    return this.networks.find(viewer, id);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Access('network:change')
  activate(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.move(viewer, id, 'activate');
  }

  @Post(':id/consolidate')
  @HttpCode(200)
  @Access('network:change')
  consolidate(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.move(viewer, id, 'consolidate');
  }

  @Post(':id/loosen')
  @HttpCode(200)
  @Access('network:change')
  loosen(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.move(viewer, id, 'loosen');
  }

  @Post(':id/rest')
  @HttpCode(200)
  @Access('network:change')
  rest(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.move(viewer, id, 'rest');
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Access('network:change')
  resume(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.move(viewer, id, 'resume');
  }

  @Post(':id/dissolve')
  @HttpCode(200)
  @Access('network:change')
  dissolve(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<NetworkView> {
    return this.move(viewer, id, 'dissolve');
  }

  @Get(':id/members.csv')
  @Access('person:read')
  @Header('Content-Disposition', 'attachment; filename="Mitglieder.csv"')
  async members(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { members } = await this.networks.find(viewer, id);
    if (members === null) throw problem(generalProblems, 'not-found');
    return csv(
      ['Organisation', 'Person', 'Mail', 'Aufgabe', 'Vertretung', 'von', 'bis'],
      members.map((seat) => [
        seat.organisation?.name,
        seat.person?.name ?? 'unbesetzt',
        seat.mail,
        membershipRoleLabels[seat.role],
        seat.deputy?.name,
        seat.fromDay,
        seat.toDay,
      ]),
    );
  }

  @Get(':id/members.vcf')
  @Access('person:read')
  async cards(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: CardQuery,
  ): Promise<StreamableFile> {
    const { name, text } = await this.memberCards.file(viewer, id, version ?? '3');
    return vcardFile(name, text);
  }

  private async move(viewer: Viewer, id: string, move: NetworkMove): Promise<NetworkView> {
    await this.service.move(viewer, id, move);
    return this.networks.find(viewer, id);
  }
}
