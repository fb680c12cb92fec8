// A WebSocket that tells when it sends something the server will acknowledge: an update or a state, not a question.
import { messageType, syncStep } from "../../shared/protocol/sync.ts";

/** Makes the socket class of one room; `onSent` is called for each frame that will be acknowledged. */
export function countingSocket(onSent: () => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      super.send(data as Parameters<WebSocket["send"]>[0]);
      if (data instanceof Uint8Array && data[0] === messageType.sync && data[1] !== syncStep.stateRequest) onSent();
    }
  };
}
