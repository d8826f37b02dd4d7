import { printContract } from "@maillon/subgraph-kit";
import { customers } from "./subgraph.ts";

printContract(customers);
