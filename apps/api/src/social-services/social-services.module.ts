import { Module } from '@nestjs/common';
import { ConfidentialAddresses } from './confidential-addresses';
import { EmergencyNumbers } from './everyday/emergency-numbers';
import { EmergencyNumbersController } from './everyday/emergency-numbers.controller';
import { SearchTopics } from './everyday/search-topics';
import { SearchTopicsController } from './everyday/search-topics.controller';
import { PublicServicesController } from './public-services.controller';
import { PublicServicesRepository } from './public-services.repository';
import { ServiceCategoriesController } from './service-categories.controller';
import { ServiceCategories, TargetGroups } from './service-lists.service';
import { ServiceMails } from './service-mails';
import { SocialServicesController } from './social-services.controller';
import { SocialServicesRepository } from './social-services.repository';
import { SocialServicesService } from './social-services.service';
import { TargetGroupsController } from './target-groups.controller';

@Module({
  controllers: [
    ServiceCategoriesController,
    TargetGroupsController,
    SearchTopicsController,
    EmergencyNumbersController,
    SocialServicesController,
    PublicServicesController,
  ],
  providers: [
    ConfidentialAddresses,
    EmergencyNumbers,
    PublicServicesRepository,
    SearchTopics,
    ServiceCategories,
    ServiceMails,
    SocialServicesRepository,
    SocialServicesService,
    TargetGroups,
  ],
  exports: [EmergencyNumbers, PublicServicesRepository],
})
export class SocialServicesModule {}
