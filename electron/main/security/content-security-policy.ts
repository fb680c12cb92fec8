// What the page may load and whom it may talk to: its own files and the one server, nothing else.

/** The policy for the page, as the value of the header. @param serverAddress protocol, host and port */
export function contentSecurityPolicy(serverAddress: string): string {
  const socketAddress = serverAddress.replace(/^http/, "ws");
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'", // pdf.js decodes some pictures by WebAssembly
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'", // Mantine and pdf.js set styles on elements
    `img-src 'self' data: blob: ${serverAddress}`,
    "font-src 'self' data: blob:", // fonts embedded in a PDF
    `connect-src 'self' ${serverAddress} ${socketAddress}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
