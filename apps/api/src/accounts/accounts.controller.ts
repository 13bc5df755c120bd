import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { AccountView } from '@runder-tisch/domain/accounts';
import { AccountQuery, ChangeRoles, CreateAccount } from '@runder-tisch/domain/accounts/accounts-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Accounts } from './accounts';
import { AccountsRepository } from './accounts.repository';

@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly repository: AccountsRepository,
  ) {}

  @Get()
  @Access('account:manage')
  list(@Query() query: AccountQuery): Promise<Page<AccountView>> {
    return this.repository.list(query);
  }

  @Post()
  @Access('account:manage')
  create(@CurrentViewer() viewer: Viewer, @Body() request: CreateAccount): Promise<{ id: string }> {
    return this.accounts.create(viewer, request);
  }

  @Post(':id/roles')
  @HttpCode(200)
  @Access('account:manage')
  async changeRoles(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ChangeRoles,
  ): Promise<AccountView> {
    await this.accounts.changeRoles(viewer, id, version, request.roles);
    return this.repository.find(id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Access('account:manage')
  async disable(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AccountView> {
    await this.accounts.disable(viewer, id, version);
    return this.repository.find(id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Access('account:manage')
  async enable(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AccountView> {
    await this.accounts.enable(viewer, id, version);
    return this.repository.find(id);
  }

  @Post(':id/invite')
  @HttpCode(200)
  @Access('account:manage')
  async invite(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AccountView> {
    await this.repository.find(id);
    await this.accounts.inviteAgain(viewer, id);
    return this.repository.find(id);
  }

  @Post(':id/reset')
  @HttpCode(200)
  @Access('account:manage')
  async reset(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AccountView> {
    await this.accounts.reset(viewer, id, version);
    return this.repository.find(id);
  }
}
