import { Controller, Get, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { OwnInvitationItem } from '@runder-tisch/domain/meetings';
import { OwnInvitationQuery } from '@runder-tisch/domain/meetings/invitations/own-invitation-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { OwnInvitationsRepository } from './own-invitations.repository';

@Controller('api/invitations')
export class OwnInvitationsController {
  constructor(private readonly invitations: OwnInvitationsRepository) {}

  /** One's own and those of one's house. */
  @Get('mine')
  @Access('meeting:read')
  mine(
    @CurrentViewer() viewer: Viewer,
    @Query() query: OwnInvitationQuery,
  ): Promise<Page<OwnInvitationItem>> {
    return this.invitations.list(viewer, query);
  }
}
