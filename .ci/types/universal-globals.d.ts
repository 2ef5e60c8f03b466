/*
 * The only globals the pure core may use beyond ECMAScript: text encoding, which every browser,
 * worker and Node provides alike. Only tsconfig.core.json includes this file, so a wider
 * declaration from the DOM or from Node never reaches the core.
 */

interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare const TextDecoder: {
  new (label?: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
