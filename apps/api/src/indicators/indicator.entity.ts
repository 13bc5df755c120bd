import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AreaLevel,
  DisclosureRule,
  IndicatorKind,
  IndicatorUnit,
  PeriodKind,
} from '@runder-tisch/domain/indicators/catalogue';
import type { Direction, RateKind } from '@runder-tisch/domain/indicators/formulas';

@Entity('indicator')
export class Indicator {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { name: 'field_id', nullable: true }) fieldId!: string | null;
  @Column('text', { name: 'home_field' }) homeField!: string;
  @Column('boolean') infrastructure!: boolean;
  @Column('boolean') active!: boolean;
  @Column('uuid', { name: 'current_version_id' }) currentVersionId!: string;
  @Column('integer') version!: number;
}

/** Never changed once it is there: another definition is another row. */
@Entity('indicator_version')
export class IndicatorVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('integer') number!: number;
  @Column('text') state!: 'DRAFT' | 'PUBLISHED';
  @Column('text') name!: string;
  @Column('text') definition!: string;
  @Column('text') numerator!: string;
  @Column('text') denominator!: string;
  @Column('numeric', { nullable: true }) factor!: number | null;
  @Column('text') unit!: IndicatorUnit;
  @Column('text') kind!: IndicatorKind;
  @Column('text', { name: 'rate_kind' }) rateKind!: RateKind;
  @Column('text', { array: true }) levels!: AreaLevel[];
  @Column('text', { name: 'period_kind' }) periodKind!: PeriodKind;
  @Column('text', { name: 'period_note' }) periodNote!: string;
  @Column('uuid', { name: 'source_id', nullable: true }) sourceId!: string | null;
  @Column('text', { name: 'table_code' }) tableCode!: string;
  @Column('text') direction!: Direction;
  @Column('text', { name: 'disclosure_rule' }) disclosureRule!: DisclosureRule;
  @Column('text') reason!: string;
  @Column('text', { name: 'changed_by' }) changedBy!: string;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt!: Date | null;
}
