// Files by SHA-256 within one organisation.
export interface BlobStore {
  folder: string;
}
/** Opens the store in a folder. */
export function openBlobStore(folder: string): BlobStore {
  return { folder };
}
