import "reflect-metadata";
import type { DataClass } from "@maillon/schema";
import { Directive } from "type-graphql";
import { noteClasses, noteTypeClasses } from "../mask/mask.ts";

/**
 * Declares a type's or field's data classes in the SDL; several mean that all of them are needed. On a column's own
 * property it classes the column, too.
 */
export function Visible(
  ...classes: [DataClass, ...DataClass[]]
): MethodDecorator & PropertyDecorator & ClassDecorator {
  const directive = Directive(`@visible(class: ${JSON.stringify(classes)})`);
  return (target: object, property?: string | symbol, ...rest: unknown[]) => {
    if (property === undefined) noteTypeClasses(target, classes);
    else noteClasses(target, String(property), classes);
    return Reflect.apply(directive, undefined, [target, property, ...rest]);
  };
}
