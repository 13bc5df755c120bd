import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TextBlockCategory } from '@runder-tisch/domain/settings';

@Entity('text_block')
export class TextBlock {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') category!: TextBlockCategory;
  @Column('text') name!: string;
  @Column('text') text!: string;
  @Column('integer') position!: number;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
