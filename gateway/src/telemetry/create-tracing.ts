import { randomBytes } from "node:crypto";
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { IncomingHeaders, RequestTrace, Tracing } from "./request-trace.ts";

const headerGetter: TextMapGetter<IncomingHeaders> = {
  keys: (headers) => Object.keys(headers),
  get: (headers, name) => headers[name],
};

/**
 * Traces requests and sends them to an OpenTelemetry collector (OTLP over HTTP). A span tells how long
 * something took and how it ended, never what was asked for or answered. The provider is this object's own,
 * not the process's: libraries that trace by themselves would put documents into their spans.
 */
export function createTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: new URL("v1/traces", asFolder(endpoint)).href });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "maillon-gateway" }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer("maillon-gateway");
  const propagator = new W3CTraceContextPropagator();
  return {
    begin({ id, headers }) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, headerGetter);
      const attributes = { "http.route": "/graphql", "maillon.request.id": id };
      const span = tracer.startSpan("POST /graphql", { kind: SpanKind.SERVER, attributes }, parent);
      return traceOf(span, tracer, trace.setSpan(parent, span));
    },
    close: () => provider.shutdown(),
  };
}

function traceOf(span: Span, tracer: Tracer, within: Context): RequestTrace {
  const partnerTraces = new Map<string, string>();
  return {
    // A partner that got the client's trace could find out with others that they served the same person.
    headersFor(subgraph) {
      const id = partnerTraces.get(subgraph) ?? randomBytes(16).toString("hex");
      partnerTraces.set(subgraph, id);
      return { traceparent: `00-${id}-${randomBytes(8).toString("hex")}-01` };
    },
    fetched({ operation, entities }, { subgraph, outcome, seconds, size }) {
      const end = Date.now();
      const attributes: Attributes = {
        "maillon.subgraph": subgraph,
        "maillon.operation": operation,
        "maillon.entities": entities ?? 0,
        "maillon.answer.size": size,
        "maillon.outcome": outcome,
        "maillon.partner.trace": partnerTraces.get(subgraph) ?? "",
      };
      const options = { kind: SpanKind.CLIENT, attributes, startTime: end - seconds * 1_000 };
      const fetch = tracer.startSpan(`ask ${subgraph}`, options, within);
      if (outcome !== "ok") fetch.setStatus({ code: SpanStatusCode.ERROR });
      fetch.end(end);
    },
    end(status) {
      span.setAttribute("http.response.status_code", status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** So that the path of a collector behind a prefix stays. */
function asFolder(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
