import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type {
  AssignedView,
  AssigneesView,
  GroupAssignedView,
  ResponsibilityView,
} from '@runder-tisch/domain/feedback';
import {
  AssigneesQuery,
  AssignFeedback,
  SaveResponsibility,
} from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { GroupsRepository } from '../condensing/groups.repository';
import { FeedbackRepository } from '../inbox/feedback.repository';
import { AssignmentsService } from './assignments.service';
import { Responsibilities } from './responsibilities';

@Controller('api')
export class AssignmentsController {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly groups: GroupsRepository,
    private readonly assignments: AssignmentsService,
    private readonly responsibilities: Responsibilities,
  ) {}

  @Get('feedback-assignees')
  @Access('feedback:triage')
  assignees(@CurrentViewer() viewer: Viewer, @Query() query: AssigneesQuery): Promise<AssigneesView> {
    return this.assignments.assignees(viewer, query);
  }

  @Post('feedback/:id/assign')
  @HttpCode(200)
  @Access('feedback:triage')
  async assign(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AssignFeedback,
  ): Promise<AssignedView> {
    const deedId = await this.assignments.assign(viewer, id, request);
    return { feedback: await this.feedback.find(viewer, id), deedId };
  }

  @Post('feedback/:id/unassign')
  @HttpCode(200)
  @Access('feedback:triage')
  async unassign(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AssignedView> {
    const deedId = await this.assignments.end(viewer, id);
    return { feedback: await this.feedback.find(viewer, id), deedId };
  }

  @Post('feedback-groups/:id/assign')
  @HttpCode(200)
  @Access('feedback:decide')
  async assignGroup(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AssignFeedback,
  ): Promise<GroupAssignedView> {
    const assigned = await this.assignments.assignGroup(viewer, id, request);
    return { ...assigned, group: await this.groups.find(viewer, id) };
  }

  @Post('feedback-assignments/:id/undo')
  @HttpCode(204)
  @Access('feedback:triage')
  undo(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.assignments.undo(viewer, id);
  }

  @Get('feedback-responsibilities/:fieldId')
  @Access('lists:change')
  responsibility(@Param('fieldId', ParseUUIDPipe) fieldId: string): Promise<ResponsibilityView> {
    return this.responsibilities.ofField(fieldId);
  }

  @Put('feedback-responsibilities/:fieldId')
  @Access('lists:change')
  async saveResponsibility(
    @CurrentViewer() viewer: Viewer,
    @Param('fieldId', ParseUUIDPipe) fieldId: string,
    @Body() request: SaveResponsibility,
  ): Promise<ResponsibilityView> {
    await this.responsibilities.save(viewer, fieldId, request);
    return this.responsibilities.ofField(fieldId);
  }

  @Delete('feedback-responsibilities/:fieldId')
  @HttpCode(204)
  @Access('lists:change')
  removeResponsibility(
    @CurrentViewer() viewer: Viewer,
    @Param('fieldId', ParseUUIDPipe) fieldId: string,
  ): Promise<void> {
    return this.responsibilities.remove(viewer, fieldId);
  }
}
