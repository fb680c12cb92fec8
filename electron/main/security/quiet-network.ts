// The shell speaks to its one server and to nobody else. Chromium's own errands are switched off; and what a page could
// do past its policy (peer connections, asking for names) finds no way. Heard on the wire: tests/network/silence.spec.ts.
import type { CommandLine, ProxyConfig, Session } from "electron";

/** Nothing listens there: a request that is sent to this proxy is a request that is not sent. */
const NOWHERE = "127.0.0.1:9";

/** Chromium's switches. */
const SWITCHES = {
  "disable-background-networking": "",
  "disable-component-update": "",
  "disable-domain-reliability": "",
  "no-pings": "", // <a ping> is a request that follows a click
  "blink-settings": "dnsPrefetchingEnabled=false", // asking for a name tells it, and no policy of a page forbids that
  "disable-features": "WebRtcHideLocalIpsWithMdns", // announces a name to the local network
};

/** Switches off what Chromium does by itself; has to be called before the app is ready. */
export function quietChromium(commandLine: CommandLine): void {
  for (const [name, value] of Object.entries(SWITCHES)) commandLine.appendSwitch(name, value);
}

/** Keeps the spelling checker of a session from fetching dictionaries; for each session as soon as it is there. */
export function quietSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

/** From now on the session reaches this server only. @param serverAddress protocol, host and port */
export async function speakOnlyTo(session: Session, serverAddress: string): Promise<void> {
  await session.setProxy({ mode: "system" });
  await session.setProxy(proxyFor(serverAddress, await session.resolveProxy(serverAddress)));
}

/** @param way how the system reaches the server, in the words of a proxy script */
export function proxyFor(serverAddress: string, way: string): ProxyConfig {
  // Behind a proxy of the organisation, it is that proxy which says who can be reached.
  if (way !== "DIRECT") return { mode: "system" };
  return {
    mode: "fixed_servers",
    proxyRules: NOWHERE,
    proxyBypassRules: `<-loopback>;${new URL(serverAddress).host}`, // the first: this machine's other programs are no exception
  };
}
