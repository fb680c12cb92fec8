// A program that writes to a vault until it is killed, and says what it was told is on disk: one line per act, after it.
import { Vault } from "../../electron/main/vault/vault.ts";
import { randomFrom } from "../helpers/random.ts";

const [folder = "", key = "", seed = ""] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const vault = await Vault.open(folder, Buffer.from(key, "hex"));
say(["open"]);

const scopes = ["meeting:1", "paper:1", "paper:2"];
for (let number = 0; ; number++) {
  const scope = scopes[Math.floor(random() * scopes.length)] ?? "";
  const name = `room:${Math.floor(random() * 3)}`;
  const words = Buffer.from(`${seed}.${number} ${"đại đoàn kết ".repeat(Math.floor(random() * 400))}`);
  const act = random();
  if (act < 0.75) {
    say(["append", scope, name, `${seed}.${number}`]);
    await vault.append(scope, name, [words]);
  } else if (act < 0.9) {
    say(["replace", scope, name, `${seed}.${number}`]);
    await vault.replace(scope, name, [words]);
  } else {
    say(["destroy", scope]);
    await vault.destroyScope(scope);
  }
  say(["done"]);
}
