// How electron-updater learns of a new version: from a list that is believed only with the signature of the offline key.
// The list holds the SHA-512 of every installer, which electron-updater compares before it installs: so one signature
// covers all, on systems whose installers carry none, too.
import { Provider, type AppUpdater, type ResolvedUpdateFileInfo, type UpdateInfo } from "electron-updater";
import { parseUpdateInfo, resolveFiles, type ProviderRuntimeOptions } from "electron-updater/out/providers/Provider";
import { isSigned, type UpdateSource } from "./source.ts";

type Feed = Exclude<Parameters<AppUpdater["setFeedURL"]>[0], string>;

/** A file beside the list: the signature covers names, and none may lead elsewhere. */
const PLAIN_NAME = /^[\w.-]+$/;

/** The options with which electron-updater makes its own instance of the provider. */
export function signedFeed(source: UpdateSource): Feed {
  const updateProvider = class extends SignedProvider {
    constructor(_options: unknown, _updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super(source, runtime);
    }
  };
  return { provider: "custom", updateProvider };
}

class SignedProvider extends Provider<UpdateInfo> {
  private readonly source: UpdateSource;

  constructor(source: UpdateSource, runtime: ProviderRuntimeOptions) {
    super(runtime);
    this.source = source;
  }

  async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const address = new URL(name, this.source.feed);
    const [text, signature] = await Promise.all([
      this.httpRequest(address),
      this.httpRequest(new URL(`${name}.sig`, this.source.feed)),
    ]);
    if (!text || !signature || !isSigned(text, signature, this.source.publicKey)) {
      throw new Error(`${name} is not signed by the key of this package`);
    }
    return parseUpdateInfo(text, name, address);
  }

  resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    if (info.files.some(({ url }) => !PLAIN_NAME.test(url))) {
      throw new Error("a file of the update lies elsewhere");
    }
    return resolveFiles(info, this.source.feed);
  }
}
