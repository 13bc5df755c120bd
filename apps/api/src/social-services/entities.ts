import { EmergencyNumber, SearchTopic } from './everyday/search-lists.entity';
import { ServiceCategory, TargetGroup } from './service-lists.entity';
import { ServiceVersion, SocialService } from './social-service.entity';

export const socialServicesEntities = [
  ServiceCategory,
  TargetGroup,
  SearchTopic,
  EmergencyNumber,
  SocialService,
  ServiceVersion,
];
