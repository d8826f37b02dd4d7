// Stock @apollo/gateway behind Apollo Server and Fastify, as its documentation sets it up.
import { readFileSync } from "node:fs";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify from "fastify";

process.env.APOLLO_TELEMETRY_DISABLED = "1";
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.env.SUPERGRAPH, "utf8") });
const apollo = new ApolloServer({ gateway });
await apollo.start();
const app = Fastify();
app.post("/graphql", fastifyApolloHandler(apollo));
process.send({ ready: await app.listen({ port: 0, host: "127.0.0.1" }) });
process.on("disconnect", () => process.exit());
