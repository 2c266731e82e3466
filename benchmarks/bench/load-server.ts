// The server that load is put on, in a process of its own: answers every DELETE with 204 and does nothing else.
// Prints its address. Bundled by throughput.ts.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

let tokens = 0;

const server = createServer((request, response) => {
  if (request.method === "DELETE") return void response.writeHead(204).end();
  if (request.url === "/tokens") return void response.end(String(tokens));
  tokens++;
  response.writeHead(200, { "content-type": "application/json" });
  response.end('{"State":"Succeeded","Token":"issued"}');
});

server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
