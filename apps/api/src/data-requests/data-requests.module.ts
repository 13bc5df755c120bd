import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { DataRequestMails } from './data-request-mails';
import { DataRequestsController } from './data-requests.controller';
import { DataRequestsRepository } from './data-requests.repository';
import { DataRequestsService } from './data-requests.service';
import { DeliveriesService } from './deliveries/deliveries.service';
import { ForgottenFiles } from './deliveries/forgotten-files';
import { ImportedDeliveries } from './deliveries/imported-deliveries';
import { InterfacesController } from './interfaces/interfaces.controller';
import { InterfacesService } from './interfaces/interfaces.service';
import { DeliveryPageController } from './upload-page/delivery-page.controller';

@Module({
  imports: [IndicatorsModule],
  controllers: [InterfacesController, DataRequestsController, DeliveryPageController],
  providers: [
    InterfacesService,
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
