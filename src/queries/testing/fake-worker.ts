import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type Endpoint, expose } from 'comlink';

/** A worker on this thread: messages are cloned as for a real one, and it can be made to fail. */
export class FakeWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  terminated = false;
  private readonly near: MessagePort;
  private readonly far: MessagePort;

  constructor(api: object) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.near = port1;
    this.far = port2;
    this.near.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })));
    const listeners = new Map<unknown, (data: unknown) => void>();
    const endpoint: Endpoint = {
      postMessage: (message, transfer) =>
        this.far.postMessage(message, (transfer ?? []) as ArrayBuffer[]),
      addEventListener: (_, listener) => {
        const handle = (data: unknown): void => {
          const event = new MessageEvent('message', { data });
          if (typeof listener === 'function') listener(event);
          else listener.handleEvent(event);
        };
        listeners.set(listener, handle);
        this.far.on('message', handle);
      },
      removeEventListener: (_, listener) => {
        const handle = listeners.get(listener);
        if (handle !== undefined) this.far.off('message', handle);
      },
    };
    expose(api, endpoint);
  }

  postMessage(message: unknown, transfer?: unknown): void {
    this.near.postMessage(message, (transfer ?? []) as ArrayBuffer[]);
  }

  terminate(): void {
    this.terminated = true;
    this.near.close();
  }

  breakDown(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}
