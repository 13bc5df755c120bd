import { Module } from '@nestjs/common';
import { MunicipalitiesController } from './municipalities.controller';
import { MunicipalitiesService } from './municipalities.service';
import { PlanningAreasController } from './planning-areas.controller';
import { PlanningAreasService } from './planning-areas.service';

@Module({
  controllers: [PlanningAreasController, MunicipalitiesController],
  providers: [PlanningAreasService, MunicipalitiesService],
  exports: [PlanningAreasService, MunicipalitiesService],
})
export class TerritoryModule {}
