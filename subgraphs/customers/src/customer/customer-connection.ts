import { pageOf } from "@maillon/subgraph-kit";
import { ObjectType } from "type-graphql";
import { Customer } from "./customer.ts";

/** A page of customers. */
@ObjectType({ description: "A page of customers." })
export class CustomerConnection extends pageOf(Customer) {}
