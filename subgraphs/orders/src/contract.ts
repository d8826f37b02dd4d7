import { printContract } from "@maillon/subgraph-kit";
import { orders } from "./subgraph.ts";

printContract(orders);
