import type { StreamableFile } from '@nestjs/common';
import { HIDDEN_SIGN, HIDDEN_SIGN_SAYS } from '@runder-tisch/domain/disclosure';
import { populationBaseLabels, shownPeriod, valueFlagLabels } from '@runder-tisch/domain/indicators';
import { unitFacts } from '@runder-tisch/domain/indicators/catalogue';
import { formatShortDate } from '@runder-tisch/domain/time';
import { csv } from '../../files/csv';
import type { PublicCell, PublicRelease } from './released-figures';

const head = [
  'Indikator',
  'Name',
  'Gebietsschlüssel',
  'Gebiet',
  'Stand',
  'Von',
  'Bis',
  'Gliederung',
  'Wert',
  `Zeichen („${HIDDEN_SIGN}“: ${HIDDEN_SIGN_SAYS})`,
  'Einheit',
  'Gebietsstand',
  'Bevölkerungsbasis',
  'Quelle',
  'Quellenangabe',
  'Lizenz',
];

/** Every cell of a release with all that has to stand beside a number; hidden ones with the one sign and nothing else. */
export function releaseCsv(
  release: PublicRelease,
  licence: string,
  cells: readonly PublicCell[],
): StreamableFile {
  return csv(
    head,
    cells.map((it) => [
      release.code,
      release.name,
      it.areaCode,
      it.areaName,
      shownPeriod(it.periodKind, it.periodStart, it.periodEnd),
      it.periodStart,
      it.periodEnd,
      it.dimensions,
      it.hidden || it.value === null ? '' : String(it.value).replace('.', ','),
      it.hidden ? HIDDEN_SIGN : it.flag === 'OK' ? '' : valueFlagLabels[it.flag],
      unitFacts[release.unit].label,
      it.territoryStatus ? formatShortDate(it.territoryStatus) : '',
      it.populationBase ? populationBaseLabels[it.populationBase] : '',
      it.source,
      release.attribution,
      licence,
    ]),
  );
}
