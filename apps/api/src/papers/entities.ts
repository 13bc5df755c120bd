import { Paper, PaperConsultation } from './paper.entity';

export const papersEntities = [Paper, PaperConsultation];
