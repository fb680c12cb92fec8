// The first page of a paper, small. Fetched with the token, since the desktop window has no cookie for the server.
import { useEffect, useState } from "react";
import { rawRoutes } from "../../shared/protocol/http/contract.ts";
import { api } from "../platform/api.ts";
import { serverUrl } from "../platform/server.ts";

/** A sheet of the right shape stands there until the picture comes; null: there is none. */
export function Thumbnail({ paperId }: { paperId: string | null }) {
  const url = useBlobUrl(paperId && rawRoutes.paperThumbnail.path.replace(":paperId", paperId));
  return <span className="thumb">{url && <img src={url} alt="" />}</span>;
}

function useBlobUrl(path: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    let made = "";
    fetch(serverUrl(path), { headers: api.headers(), signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) return;
        made = URL.createObjectURL(await response.blob());
        setUrl(made);
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) console.info("no thumbnail", path, error);
      });
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [path]);
  return url;
}
