import { manyOrders } from "./many-orders.ts";
import { orderPageChain } from "./order-page.ts";
import { serveSubgraphs } from "./serve-subgraphs.ts";

serveSubgraphs([manyOrders, ...orderPageChain]);
