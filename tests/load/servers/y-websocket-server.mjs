// @y/websocket-server as it comes, from the folder into which the bench has installed it: PORT, PACKAGES.
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const from = (path) => import(pathToFileURL(`${process.env.PACKAGES}/node_modules/${path}`).href);
const { setupWSConnection } = await from("@y/websocket-server/src/utils.js");
const { WebSocketServer } = await from("ws/wrapper.mjs");
const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", setupWSConnection);
const server = createServer();
server.on("upgrade", (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit("connection", ws, request)),
);
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
