import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { DataRequestMails } from './data-request-mails';
import { DataRequestsController } from './data-requests.controller';
import { DataRequestsRepository } from './data-requests.repository';
import { DataRequestsService } from './data-requests.service';
import { DeliveriesService } from './deliveries/deliveries.service';
import { ForgottenFiles } from './deliveries/forgotten-files';
import { ImportedDeliveries } from './deliveries/imported-deliveries';
import { DeliveryCalendar } from './interfaces/delivery-calendar';
import { InterfaceDescriptions } from './interfaces/interface-descriptions';
import { InterfaceProposalsService } from './interfaces/interface-proposals.service';
import { InterfacesController } from './interfaces/interfaces.controller';
import { InterfacesService } from './interfaces/interfaces.service';
import { SectorPlansController } from './sector-plans/sector-plans.controller';
import { SectorPlansService } from './sector-plans/sector-plans.service';
import { DeliveryPageController } from './upload-page/delivery-page.controller';

@Module({
  imports: [IndicatorsModule],
  controllers: [InterfacesController, SectorPlansController, DataRequestsController, DeliveryPageController],
  providers: [
    InterfacesService,
    DeliveryCalendar,
    InterfaceDescriptions,
    InterfaceProposalsService,
    SectorPlansService,
    DataRequestsRepository,
    DataRequestsService,
    DataRequestMails,
    DeliveriesService,
    ForgottenFiles,
    ImportedDeliveries,
  ],
  exports: [InterfacesService],
})
export class DataRequestsModule {}
