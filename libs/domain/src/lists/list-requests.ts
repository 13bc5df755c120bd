import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { WordsInOneLine } from '../validation/one-line';

/** A list that planners keep, in its new order: every entry once. */
export class OrderList {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  ids: string[] = [];
}

/** An entry of a list that planners keep, where a name and a description are all there is. */
export class SaveListEntry {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(120)
  name = '';

  @IsString()
  @MaxLength(2000)
  description = '';
}

/** One page of a long list: how many rows, and behind which one it begins. */
export class PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(600)
  after?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** A page of a list that words narrow down. */
export class ListQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}
