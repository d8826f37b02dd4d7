import { PostgreSqlPlatform } from "@mikro-orm/postgresql";
import { textArray } from "../text-array.ts";

/**
 * MikroORM's platform, with array literals that say what the array holds. Its own leave texts such as "\r\n"
 * and "NULL" without quotes, so that PostgreSQL reads an empty array, or a null, and a filter by such a text
 * lets all rows through.
 */
export class ArrayPlatform extends PostgreSqlPlatform {
  override marshallArray(values: string[]): string {
    return textArray(values);
  }
}
