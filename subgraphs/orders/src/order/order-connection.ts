import "reflect-metadata";
import { pageOf } from "@maillon/subgraph-kit";
import { ObjectType } from "type-graphql";
import { Order } from "./order.ts";

/** A page of a list of orders. */
@ObjectType({ description: "A page of orders, the latest first." })
export class OrderConnection extends pageOf(Order) {}
