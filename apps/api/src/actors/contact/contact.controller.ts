import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { ContactLinkView, UnreachableAddress } from '@runder-tisch/domain/actors/contact';
import { CheckedAddress, CorrectAddress } from '@runder-tisch/domain/actors/contact/contact-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { OwnContact } from './own-contact';
import { Unreachable } from './unreachable';

@Controller('api')
export class ContactController {
  constructor(
    private readonly unreachable: Unreachable,
    private readonly own: OwnContact,
  ) {}

  @Get('unreachable-addresses')
  @Access('person:read')
  list(@Query() query: PageQuery): Promise<Page<UnreachableAddress>> {
    return this.unreachable.list(query);
  }

  @Post('unreachable-addresses/correct')
  @HttpCode(204)
  @Access('person:change')
  correct(@CurrentViewer() viewer: Viewer, @Body() request: CorrectAddress): Promise<void> {
    return this.unreachable.correct(viewer, request);
  }

  @Post('unreachable-addresses/checked')
  @HttpCode(204)
  @Access('person:change')
  check(@CurrentViewer() viewer: Viewer, @Body() { mail }: CheckedAddress): Promise<void> {
    return this.unreachable.check(viewer, mail);
  }

  @Post('people/:id/contact-link')
  @HttpCode(200)
  @Access('person:change')
  ask(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ContactLinkView> {
    return this.own.ask(viewer, id);
  }

  @Post('contact-changes/:id/seen')
  @HttpCode(204)
  @Access('person:change')
  seen(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.own.seen(viewer, id);
  }
}
