import ipaddr from "ipaddr.js";

/** Whether the gateway may connect to an IP address on behalf of a subgraph. */
export type MayConnect = (address: string) => boolean;

/** Public by its number, but inside of a cloud it answers with the machine's own secrets. */
const METADATA = "168.63.129.16";

/** Whether a text is a network such as `10.0.0.0/8` or `::1/128`. */
export function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

/**
 * Allows public addresses and the networks that the operator named. Whoever controls a subgraph's URL or DNS
 * record could otherwise make the gateway ask machines that only it can reach: itself, its neighbours, a
 * cloud's metadata service.
 *
 * @param networks in CIDR notation
 */
export function createMayConnect(networks: readonly string[]): MayConnect {
  const allowed = networks.map((network) => ipaddr.parseCIDR(network));
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    // An IPv4 address inside an IPv6 one is judged as what it leads to.
    const address = ipaddr.process(text);
    const named = allowed.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    );
    return named || (address.range() === "unicast" && address.toString() !== METADATA);
  };
}
