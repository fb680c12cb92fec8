// Two networks on this machine with one wire between them, and an ear on it: the app lives in one, the server in the
// other, and whatever the app sends anywhere has to pass the wire. Linux and root only.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { until } from "./until.ts";

const SERVER = { v4: "10.213.77.1", v6: "fd13:77::1" };
const APP = { v4: "10.213.77.2", v6: "fd13:77::2" };
/** A documentation address: a question for a name goes over the wire and is never answered. */
const NAME_SERVER = "192.0.2.53";

/** A packet that left the app's network. */
export interface Packet {
  protocol: string;
  /** Address and port, joined by a dot. */
  to: string;
}

export interface TwoNetworks {
  serverAddress: string;
  /** Words before a command that shall run in the one network or the other. */
  inApp: string[];
  inServer: string[];
  /** All packets from the app's network so far, without the housekeeping of the two kernels (ARP, ICMPv6). */
  packets(): Packet[];
  close(): Promise<void>;
}

/** Makes both and starts to listen. @throws Error when the system refuses */
export async function makeTwoNetworks(): Promise<TwoNetworks> {
  const [app, server] = [`banhop-app-${process.pid}`, `banhop-server-${process.pid}`];
  const [appEnd, serverEnd] = [`bha${process.pid}`, `bhs${process.pid}`];
  const ip = (...args: string[]) => execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
  const settings = `/etc/netns/${app}`;
  ip("netns", "add", app);
  ip("netns", "add", server);
  const remove = () => {
    for (const name of [app, server]) spawnSync("ip", ["netns", "delete", name]); // the wire goes with its ends
    rmSync(settings, { recursive: true, force: true });
  };
  try {
    mkdirSync(settings, { recursive: true });
    writeFileSync(`${settings}/resolv.conf`, `nameserver ${NAME_SERVER}\noptions timeout:1 attempts:1\n`);
    ip("link", "add", appEnd, "netns", app, "type", "veth", "peer", "name", serverEnd, "netns", server);
    for (const [name, end, own] of [[app, appEnd, APP] as const, [server, serverEnd, SERVER] as const]) {
      ip("-n", name, "link", "set", "lo", "up");
      ip("-n", name, "address", "add", `${own.v4}/24`, "dev", end);
      ip("-n", name, "-6", "address", "add", `${own.v6}/64`, "dev", end, "nodad");
      ip("-n", name, "link", "set", end, "up");
    }
    // What is meant for the outside takes the wire too, and is heard.
    ip("-n", app, "route", "add", "default", "via", SERVER.v4);
    ip("-n", app, "-6", "route", "add", "default", "via", SERVER.v6);
    const ear = await listen(server, serverEnd);
    return {
      serverAddress: SERVER.v4,
      inApp: ["ip", "netns", "exec", app],
      inServer: ["ip", "netns", "exec", server],
      packets: ear.packets,
      close: async () => {
        await ear.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function listen(network: string, end: string) {
  const filter = "not arp and not icmp6 and not dst host ff02::16"; // the last: groups that the kernel itself joins
  const options = ["-i", end, "-Q", "in", "-l", "-nn", "-t", "-q", filter];
  const child = spawn("ip", ["netns", "exec", network, "tcpdump", ...options]);
  let [lines, complaints] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (lines += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  await until(() => complaints.includes("listening on") || child.exitCode !== null, "tcpdump to listen");
  if (child.exitCode !== null) throw new Error(`tcpdump ended:\n${complaints}`);
  return {
    packets: () =>
      lines
        .split("\n")
        .slice(0, -1)
        .map((line): Packet => {
          const parts = /^(IP6?) \S+ > (\S+): (\w+)/.exec(line);
          return { protocol: parts?.[3]?.toLowerCase() ?? line, to: parts?.[2] ?? line };
        }),
    close: async () => {
      const exited = once(child, "exit");
      child.kill();
      await exited;
    },
  };
}
