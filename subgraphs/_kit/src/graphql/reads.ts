import "reflect-metadata";
import { Directive } from "type-graphql";

/** A field by its type and name, such as `Order.total`. */
export type Coordinate = `${string}.${string}`;

/** Declares in the SDL the protected fields that an argument or a computed field depends on. */
export function Reads(
  ...fields: [Coordinate, ...Coordinate[]]
): MethodDecorator & PropertyDecorator & ParameterDecorator {
  // type-graphql's own type leaves out that a directive can stand on a parameter.
  return Directive(`@reads(fields: ${JSON.stringify(fields)})`) as MethodDecorator &
    PropertyDecorator &
    ParameterDecorator;
}
