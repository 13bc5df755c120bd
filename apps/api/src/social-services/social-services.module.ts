import { Module } from '@nestjs/common';
import { ConfidentialAddresses } from './confidential-addresses';
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
    SocialServicesController,
    PublicServicesController,
  ],
  providers: [
    ConfidentialAddresses,
    PublicServicesRepository,
    ServiceCategories,
    ServiceMails,
    SocialServicesRepository,
    SocialServicesService,
    TargetGroups,
  ],
})
export class SocialServicesModule {}
