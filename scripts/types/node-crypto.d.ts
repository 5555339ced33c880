/** What the protocol floor may use of Node: the synchronous part of `node:crypto`, and nothing else. For tsconfig.protocol.json. */
declare module 'node:crypto' {
  export interface KeyObject {
    readonly asymmetricKeyDetails?: { readonly modulusLength?: number; readonly publicExponent?: bigint };
    export(options: { readonly format: 'jwk' }): {
      readonly [name in 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi']?: string;
    };
  }
  interface Updating {
    update(data: Uint8Array): Uint8Array;
  }
  export interface Hash {
    update(data: Uint8Array): this;
    digest(): Uint8Array;
  }
  export interface Cipher extends Updating {
    final(): Uint8Array;
    setAutoPadding(auto: boolean): this;
  }
  export const constants: { readonly RSA_NO_PADDING: number };
  export function createHash(name: string): Hash;
  export function createHmac(name: string, key: Uint8Array): Hash;
  export function createCipheriv(name: string, key: Uint8Array, iv: Uint8Array): Cipher;
  export function createDecipheriv(name: string, key: Uint8Array, iv: Uint8Array): Cipher;
  export function createPublicKey(key: { readonly key: unknown; readonly format: 'jwk' }): KeyObject;
  export function createPrivateKey(key: { readonly key: unknown; readonly format: 'jwk' }): KeyObject;
  export function generateKeyPairSync(
    type: 'rsa',
    options: { readonly modulusLength: number },
  ): { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  export function publicEncrypt(options: { readonly key: KeyObject; readonly padding: number }, data: Uint8Array): Uint8Array;
  export function privateDecrypt(options: { readonly key: KeyObject; readonly padding: number }, data: Uint8Array): Uint8Array;
}
