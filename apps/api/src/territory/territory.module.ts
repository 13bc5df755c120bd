import { Module } from '@nestjs/common';
import { MunicipalitiesController } from './municipalities.controller';
import { MunicipalitiesService } from './municipalities.service';
import { PlacesController } from './places.controller';
import { PlacesService } from './places.service';
import { PlanningAreasController } from './planning-areas.controller';
import { PlanningAreasService } from './planning-areas.service';

@Module({
  controllers: [PlanningAreasController, MunicipalitiesController, PlacesController],
  providers: [PlanningAreasService, MunicipalitiesService, PlacesService],
  exports: [PlanningAreasService, MunicipalitiesService],
})
export class TerritoryModule {}
