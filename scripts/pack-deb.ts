// npm run pack:deb: a Debian package around the packed folder, by dpkg-deb alone. The folder around the shipped Electron
// (dist/linux-unpacked) is taken when there is one, else the one of the checks, whose package says that it is for tests.
// The same folder at the same commit gives the same file, byte for byte.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const debian = join(root, "packaging/debian");
const work = join(root, "dist/deb");
const DEPENDS = [
  ["libgtk-3-0 | libgtk-3-0t64", "libnss3", "libgbm1", "libasound2 | libasound2t64"], // what Electron links to
  ["xdg-utils"], // opens web and mail addresses
].flat();
/** Keeps the keys of the vault; without it the app asks how to go on. */
const RECOMMENDS = ["gnome-keyring | kwalletmanager", "libsecret-1-0"];

const shipped = join(root, "dist/linux-unpacked");
const isShipped = existsSync(join(shipped, "banhop"));
const folder = isShipped ? shipped : join(root, "dist/check/linux-unpacked");
if (!existsSync(join(folder, "banhop"))) throw new Error("no packed app: run `npm run pack:check` first");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<"version" | "author", string>;
/** A tilde sorts before everything: the shipped package of the same version replaces one that was for tests. */
const version = isShipped ? manifest.version : `${manifest.version}~test`;
const architecture = execFileSync("dpkg", ["--print-architecture"], { encoding: "utf8" }).trim();

process.umask(0o022); // what is installed may be read by everybody, whatever the umask of the packer
rmSync(work, { recursive: true, force: true });
stageProgram();
stageDesktop();
stageControl();
const target = join(root, "dist", `banhop_${version}_${architecture}.deb`);
execFileSync("dpkg-deb", ["--root-owner-group", "-Zzstd", "--build", work, target], {
  env: { ...process.env, SOURCE_DATE_EPOCH: commitTime() }, // times of files are cut down to it
});
rmSync(work, { recursive: true });
console.log(`${target} ${Math.round(statSync(target).size / 2 ** 20)} MB`);

function stageProgram(): void {
  const program = join(work, "opt/banhop");
  cpSync(folder, program, { recursive: true });
  place(join(debian, "apparmor-profile"), "opt/banhop/resources/apparmor-profile");
  for (const name of readdirSync(program, { recursive: true, encoding: "utf8" })) {
    const path = join(program, name);
    chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function stageDesktop(): void {
  place(join(debian, "banhop.desktop"), "usr/share/applications/banhop.desktop");
  place(join(root, "packaging/icon.png"), "usr/share/icons/hicolor/512x512/apps/banhop.png");
  place(join(root, "packaging/icon.svg"), "usr/share/icons/hicolor/scalable/apps/banhop.svg");
  place(join(root, "LICENSE"), "usr/share/doc/banhop/copyright");
  mkdirSync(join(work, "usr/bin"));
  symlinkSync("/opt/banhop/banhop", join(work, "usr/bin/banhop"));
}

function stageControl(): void {
  for (const script of ["postinst", "postrm"]) place(join(debian, script), `DEBIAN/${script}`, 0o755);
  const installedKib = Number(execFileSync("du", ["-sk", work], { encoding: "utf8" }).split("\t")[0]);
  const control = [
    "Package: banhop",
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    `Maintainer: ${manifest.author}`,
    `Installed-Size: ${installedKib}`,
    `Depends: ${DEPENDS.join(", ")}`,
    `Recommends: ${RECOMMENDS.join(", ")}`,
    "Section: editors",
    "Priority: optional",
    `Description: Bàn Họp, phòng họp không giấy${isShipped ? "" : " (bản kiểm thử)"}`,
    " Chương trình, tài liệu, góp ý và diễn biến cuộc họp trên một màn hình.",
    ...(isShipped ? [] : [" Gói này chứa Electron cũ để kiểm thử, không cấp cho người dùng."]),
  ];
  writeFileSync(join(work, "DEBIAN/control"), control.join("\n") + "\n");
}

/** Copies a file into the tree of the package. */
function place(from: string, to: string, mode = 0o644): void {
  const path = join(work, to);
  mkdirSync(dirname(path), { recursive: true });
  cpSync(from, path);
  chmodSync(path, mode);
}

/** Of the commit that is checked out, in seconds. */
function commitTime(): string {
  return execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: root, encoding: "utf8" }).trim();
}
