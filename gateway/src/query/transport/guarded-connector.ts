import { lookup } from "node:dns/promises";
import { type LookupFunction, isIP } from "node:net";
import { buildConnector } from "undici";
import type { MayConnect } from "./allowed-addresses.ts";

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** One address of a host name. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** A subgraph's host has an address that the gateway does not connect to. */
export class AddressNotAllowedError extends Error {
  override readonly name = "AddressNotAllowedError";
}

/** What a connector is made of. */
export interface ConnectorOptions {
  /** Milliseconds until a connection must stand. */
  readonly timeout: number;
  readonly mayConnect: MayConnect;
  /** How names are resolved; as the machine does it unless told otherwise. */
  readonly resolve?: Resolve | undefined;
}

/**
 * Opens connections to allowed addresses only. A name is resolved once for each connection, every address
 * that it has is checked, and the connection goes to one of those: a name that is resolved a second time may
 * have become another address.
 */
export function guardedConnector({
  timeout,
  mayConnect,
  resolve = resolveAll,
}: ConnectorOptions): buildConnector.connector {
  const lookupAllowed: LookupFunction = (hostname, { all }, callback) => {
    const answer = async () => {
      try {
        const addresses = await allowedAddresses(hostname);
        const [first] = addresses;
        if (all) callback(null, [...addresses]);
        else callback(null, first?.address ?? "", first?.family);
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)), "");
      }
    };
    void answer();
  };
  const connect = buildConnector({ timeout, lookup: lookupAllowed });

  return (options, callback) => {
    // An address in the place of a name is never looked up.
    const literal = options.hostname.replaceAll(/^\[|\]$/g, "");
    if (isIP(literal) === 0 || mayConnect(literal)) connect(options, callback);
    else callback(notAllowed(literal), null);
  };

  async function allowedAddresses(hostname: string): Promise<readonly ResolvedAddress[]> {
    const addresses = await resolve(hostname);
    if (addresses.length === 0) throw new Error(`${hostname} has no address`);
    const wrong = addresses.find(({ address }) => !mayConnect(address));
    if (wrong) throw notAllowed(wrong.address);
    return addresses;
  }
}

function notAllowed(address: string): AddressNotAllowedError {
  return new AddressNotAllowedError(
    `its address ${address} is not public; GATEWAY_SUBGRAPH_NETWORKS can name its network`,
  );
}

async function resolveAll(hostname: string): Promise<readonly ResolvedAddress[]> {
  return lookup(hostname, { all: true });
}
