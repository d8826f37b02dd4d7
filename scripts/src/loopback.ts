/** The networks of this machine alone, as `GATEWAY_SUBGRAPH_NETWORKS` names them. */
export const LOOPBACK = "127.0.0.0/8,::1/128";
