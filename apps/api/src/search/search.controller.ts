import { Controller, Get, Query } from '@nestjs/common';
import type { SearchView } from '@runder-tisch/domain/search';
import { SearchQuery } from '@runder-tisch/domain/search/search-requests';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Search } from './search';

@Controller('api/search')
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  @Access('search:use')
  async find(@CurrentViewer() viewer: Viewer, @Query() query: SearchQuery): Promise<SearchView> {
    return { items: await this.search.find(viewer, query.q) };
  }
}
