import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  decisionResultLabels,
  type RecommendationListItem,
  recommendationStateLabels,
  type RecommendationVerb,
  recommendationVerbs,
  type RecommendationView,
} from '@runder-tisch/domain/findings';
import { MoveWithReason } from '@runder-tisch/domain/findings/findings-requests';
import {
  RecommendationQuery,
  SaveDecision,
  SaveRecommendation,
} from '@runder-tisch/domain/findings/recommendation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { csv } from '../../files/csv';
import { DecisionsService } from './decisions.service';
import { RecommendationsRepository } from './recommendations.repository';
import { RecommendationsService } from './recommendations.service';

@Controller('api/recommendations')
export class RecommendationsController {
  constructor(
    private readonly repository: RecommendationsRepository,
    private readonly service: RecommendationsService,
    private readonly decisions: DecisionsService,
  ) {}

  @Get()
  @Access('recommendation:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: RecommendationQuery,
  ): Promise<Page<RecommendationListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get('export.csv')
  @Access('recommendation:read')
  @Header('Content-Disposition', 'attachment; filename="Empfehlungen.csv"')
  async export(
    @CurrentViewer() viewer: Viewer,
    @Query() query: RecommendationQuery,
  ): Promise<StreamableFile> {
    const rows = await this.repository.all(viewer, query);
    return csv(
      [
        'Nummer',
        'Jahr',
        'Handlungsfeld',
        'Empfehlung',
        'Adressat',
        'Stand',
        'Bis wann',
        'Erfolgsmaß',
        'Kosten einmalig',
        'Kosten jährlich',
        'Kostenneutral',
        'Finanzierung',
        'Gremium',
        'Datum',
        'Ergebnis',
        'Beschlussnummer',
        'Beschlossener Wortlaut',
        'Begründung',
        'Früherer Plan',
      ],
      rows.map((row) => [
        row.number,
        row.year,
        row.field.name,
        row.wording,
        row.addressee,
        recommendationStateLabels[row.state],
        row.dueOn,
        row.measureOfSuccess,
        euro(row.oneOff),
        euro(row.yearly),
        row.costNeutral ? 'ja' : 'nein',
        row.fundingSource,
        row.decision?.bodyName,
        row.decision?.decidedOn,
        row.decision ? decisionResultLabels[row.decision.result] : '',
        row.reference,
        row.decidedWording,
        row.reason,
        row.earlierPlan,
      ]),
    );
  }

  @Post()
  @Access('finding:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveRecommendation): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('recommendation:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<RecommendationView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('finding:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveRecommendation,
  ): Promise<RecommendationView> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/priorities/:priorityId/accept')
  @HttpCode(200)
  @Access('finding:change')
  async acceptPriority(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('priorityId', ParseUUIDPipe) priorityId: string,
  ): Promise<RecommendationView> {
    await this.service.acceptPriority(viewer, id, priorityId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Access('finding:change')
  async decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveDecision,
  ): Promise<RecommendationView> {
    await this.decisions.add(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/decisions/:decisionId/remove')
  @HttpCode(200)
  @Access('finding:change')
  async undecide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('decisionId', ParseUUIDPipe) decisionId: string,
    @IfMatch() version: number,
  ): Promise<RecommendationView> {
    await this.decisions.remove(viewer, id, version, decisionId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/decisions/:decisionId/accept')
  @HttpCode(200)
  @Access('finding:change')
  async acceptDecision(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('decisionId', ParseUUIDPipe) decisionId: string,
  ): Promise<RecommendationView> {
    await this.decisions.accept(viewer, id, decisionId);
    return this.repository.find(viewer, id);
  }

  @Post(':id/:move')
  @HttpCode(200)
  @Access('finding:change')
  async move(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Param('move', new ParseEnumPipe(Object.fromEntries(recommendationVerbs.map((move) => [move, move]))))
    move: RecommendationVerb,
    @Body() request: MoveWithReason,
  ): Promise<RecommendationView> {
    await this.service.move(viewer, id, version, move, request);
    return this.repository.find(viewer, id);
  }
}

/** As Excel reads a number here. */
function euro(amount: number): string {
  return amount.toFixed(2).replace('.', ',');
}
