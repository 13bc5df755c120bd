import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Release, Zeros } from '@runder-tisch/domain/disclosure';
import type { DisclosureRule } from '@runder-tisch/domain/indicators/catalogue';
import type { FigureReleaseState } from '@runder-tisch/domain/indicators/releases';

/** Its pattern, which holds the true numbers, is read and written by the check alone. */
@Entity('figure_release')
export class FigureRelease {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('integer') number!: number;
  @Column('text') state!: FigureReleaseState;
  @Column('date', { name: 'first_day', nullable: true }) firstDay!: string | null;
  @Column('date', { name: 'last_day', nullable: true }) lastDay!: string | null;
  @Column('text') rule!: DisclosureRule;
  @Column('integer') minimum!: number;
  @Column('text') zeros!: Zeros;
  @Column('uuid', { array: true }) wanted!: string[];
  @Column('integer') cells!: number;
  @Column('integer') hidden!: number;
  @Column('text') refusal!: string;
  @Column('jsonb', { nullable: true, select: false }) pattern!: Release | null;
  @Column('text', { name: 'pattern_sha256' }) patternSha256!: string;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('uuid', { name: 'created_by_account_id', nullable: true }) createdByAccountId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('text', { name: 'released_by' }) releasedBy!: string;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('boolean', { name: 'released_alone' }) releasedAlone!: boolean;
  @Column('text', { name: 'contributors_reason' }) contributorsReason!: string;
  @Column('text', { name: 'contributors_confirmed_by' }) contributorsConfirmedBy!: string;
  @Column('timestamptz', { name: 'contributors_confirmed_at', nullable: true })
  contributorsConfirmedAt!: Date | null;
  @Column('text', { name: 'withdrawn_by' }) withdrawnBy!: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { name: 'withdrawn_reason' }) withdrawnReason!: string;
  @Column('uuid', { nullable: true }) lease!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('integer') attempts!: number;
  @Column('integer') version!: number;
}
