// @y/websocket-server as it comes, from the folder into which the bench has installed it: PORT, PACKAGES.
import { createServer, type IncomingMessage } from "node:http";
import { pathToFileURL } from "node:url";
import { WebSocketServer, type WebSocket } from "ws";

interface Utils {
  setupWSConnection: (socket: WebSocket, request: IncomingMessage) => void;
}

const file = `${process.env["PACKAGES"] ?? ""}/node_modules/@y/websocket-server/src/utils.js`;
const { setupWSConnection } = (await import(pathToFileURL(file).href)) as Utils;
const sockets = new WebSocketServer({ noServer: true });
const server = createServer();
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => setupWSConnection(webSocket, request));
});
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => console.log("ready"));
