// Where a webhook may go: https to the public internet only, never to our own machines or network.
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

const inside = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inside.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  ["::", 128],
  ["::1", 128],
  ["64:ff9b::", 96],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(net, prefix, "ipv6");

/** True for an address of the public internet. An IPv4 address written as IPv6 is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped !== null) return isPublicAddress(mapped[1] as string);
  const kind = isIP(address);
  if (kind === 0 || /^::ffff:/i.test(address)) return false;
  return !inside.check(address, kind === 4 ? "ipv4" : "ipv6");
}

/** What is wrong with the form of an address for webhooks, or null. */
export function webhookAddressFlaw(text: string): "form" | "https" | "port" | "user" | "inside" | null {
  if (text.length > 500 || !URL.canParse(text)) return "form";
  const url = new URL(text);
  if (url.protocol !== "https:") return "https";
  if (url.username !== "" || url.password !== "") return "user";
  if (url.port !== "" && url.port !== "443" && url.port !== "8443") return "port";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : "inside";
  return !host.includes(".") || /(^|\.)(localhost|local|internal|lan|home|corp|test|invalid|example)$/i.test(host)
    ? "inside"
    : null;
}

export type Lookup = (host: string) => Promise<readonly string[]>;

const systemLookup: Lookup = async (host) => (await lookup(host, { all: true })).map((one) => one.address);

/**
 * The addresses that a host stands for now, all public; throws when any is not. The call must go to one of these and not look the name up
 * again, because the answer could be another one by then.
 */
export async function publicAddressesOf(host: string, ask: Lookup = systemLookup): Promise<readonly string[]> {
  const bare = host.replace(/^\[|\]$/g, "");
  const addresses = isIP(bare) === 0 ? await ask(bare) : [bare];
  if (addresses.length === 0 || !addresses.every(isPublicAddress))
    throw new Error("The address does not lead to the public internet");
  return addresses;
}
