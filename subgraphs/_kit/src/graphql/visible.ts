import "reflect-metadata";
import type { DataClass } from "@maillon/schema";
import { Directive } from "type-graphql";

/** Declares a type's or field's data classes in the SDL; several mean that all of them are needed. */
export function Visible(
  ...classes: [DataClass, ...DataClass[]]
): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Directive(`@visible(class: ${JSON.stringify(classes)})`);
}
