import { ControlReport, ControlResponsible, ResolutionControl } from './control/control.entity';
import { Paper, PaperConsultation } from './paper.entity';

export const papersEntities = [
  Paper,
  PaperConsultation,
  ResolutionControl,
  ControlReport,
  ControlResponsible,
];
