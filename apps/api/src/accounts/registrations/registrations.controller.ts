import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { RegistrationView } from '@runder-tisch/domain/accounts';
import {
  ApproveRegistration,
  RefuseRegistration,
  RegistrationQuery,
} from '@runder-tisch/domain/accounts/registration-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Registrations } from './registrations.service';
import { RegistrationsRepository } from './registrations.repository';

@Controller('api/registrations')
export class RegistrationsController {
  constructor(
    private readonly repository: RegistrationsRepository,
    private readonly registrations: Registrations,
  ) {}

  @Get()
  @Access('registration:verify')
  list(@Query() query: RegistrationQuery): Promise<Page<RegistrationView>> {
    return this.repository.list(query);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Access('registration:verify')
  async approve(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ApproveRegistration,
  ): Promise<RegistrationView> {
    await this.registrations.approve(viewer, id, version, request.organisationId);
    return this.repository.find(id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Access('registration:verify')
  async refuse(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: RefuseRegistration,
  ): Promise<RegistrationView> {
    await this.registrations.refuse(viewer, id, version, request.reason);
    return this.repository.find(id);
  }
}
