import "reflect-metadata";
import { pageOf } from "@maillon/subgraph-kit";
import { ObjectType } from "type-graphql";
import { Award } from "./award.ts";

/** A page of the list of awards. */
@ObjectType({ description: "A page of awards, the latest first." })
export class AwardConnection extends pageOf(Award) {}
