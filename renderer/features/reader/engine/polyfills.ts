// What pdf.js's "legacy" build expects and Chrome 109–118 lacks (it only fills in what is newer than that).
// Imported first by the page and by the PDF worker.
import "core-js/actual/promise/with-resolvers";
import "core-js/actual/promise/try";
import "core-js/actual/array/from-async";
import "core-js/actual/array-buffer/transfer-to-fixed-length";
import "core-js/actual/typed-array/from-base64";
import "core-js/actual/typed-array/set-from-base64";
import "core-js/actual/typed-array/to-base64";
import "core-js/actual/typed-array/to-hex";
import "core-js/actual/set";
import "core-js/actual/map/group-by";
import "core-js/actual/object/group-by";
import "core-js/actual/iterator";
import "core-js/actual/array/to-spliced";
import "../../../abort-signal-any.ts";

for (const type of [Blob, Response]) {
  // eslint-disable-next-line @typescript-eslint/unbound-method, @typescript-eslint/no-unnecessary-condition -- missing before Chrome 132
  type.prototype.bytes ??= async function (this: Blob | Response) {
    return new Uint8Array(await this.arrayBuffer());
  };
}
// Chrome before 124 cannot loop over a stream with `for await`.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- missing before Chrome 124
ReadableStream.prototype[Symbol.asyncIterator] ??= async function* (
  this: ReadableStream<unknown>,
): ReadableStreamAsyncIterator<unknown> {
  const reader = this.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.releaseLock();
  }
};
