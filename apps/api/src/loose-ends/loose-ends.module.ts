import { Module } from '@nestjs/common';
import { LooseEnds } from './loose-ends';
import { LooseEndsController } from './loose-ends.controller';

@Module({ controllers: [LooseEndsController], providers: [LooseEnds] })
export class LooseEndsModule {}
