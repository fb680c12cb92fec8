// A plain WebSocket relay with no document: each frame to everybody else in the room. The cost of sockets alone. PORT.
import { WebSocketServer, type WebSocket } from "ws";

const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ port: Number(process.env["PORT"]), host: "127.0.0.1", perMessageDeflate: false });
server.on("connection", (socket, request) => {
  const name = (request.url ?? "").split("?")[0] ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on("message", (data, binary) => {
    for (const other of room) if (other !== socket) other.send(data, { binary });
  });
  socket.on("close", () => room.delete(socket));
});
server.on("listening", () => console.log("ready"));
