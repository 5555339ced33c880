/** The grammar of WWW-Authenticate and Authorization. [RFC 9110 11], protocol.md 8.2, 8.3 */

import { decodeBase64, encodeBase64 } from '../bytes/index.js';

const MAX_TOKEN_CHARS = 262_144;

/** A token as it stands behind its scheme: base64. */
export const writeToken = (token: Uint8Array): string => latin1(encodeBase64(token));

/** A token's bytes; undefined for a text that is no base64, or far too long. */
export function readToken(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_TOKEN_CHARS) return undefined;
  return decodeBase64(Uint8Array.from(trimmed, (char) => Math.min(char.charCodeAt(0), 0xff)));
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

export interface Challenge {
  /** As written by the peer; compare without case. */
  readonly scheme: string;
  /** The token68 behind the scheme, `Negotiate YII…`; undefined when there is none. */
  readonly token: string | undefined;
  /** The parameters, names in lower case, quotes taken off. */
  readonly parameters: Readonly<Record<string, string>>;
}

const MAX_CHALLENGES = 32;
const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * Reads one header value or several joined by commas. What cannot be read ends the list: a client goes on with what it
 * understood.
 */
export function readChallenges(header: string): readonly Challenge[] {
  const challenges: Array<{ scheme: string; token: string | undefined; parameters: Record<string, string> }> = [];
  let at = 0;
  const skip = (pattern: RegExp): void => {
    const found = match(pattern, header, at);
    if (found !== undefined) at += found.length;
  };
  while (at < header.length && challenges.length < MAX_CHALLENGES) {
    skip(/[\s,]+/y);
    const word = match(TOKEN, header, at);
    if (word === undefined) break;
    const afterWord = at + word.length;
    const equals = match(/\s*=\s*(?!=)/y, header, afterWord);
    const current = challenges.at(-1);
    if (equals !== undefined && current !== undefined && header[afterWord + equals.length] !== undefined) {
      const value = readValue(header, afterWord + equals.length);
      current.parameters[word.toLowerCase()] = value.text;
      at = value.end;
      continue;
    }
    at = afterWord;
    const challenge = {
      scheme: word,
      token: undefined as string | undefined,
      parameters: {} as Record<string, string>,
    };
    challenges.push(challenge);
    const blank = match(/[ \t]+/y, header, at);
    if (blank === undefined) continue;
    const start = at + blank.length;
    const token = match(TOKEN68, header, start);
    if (
      token !== undefined &&
      /^[ \t]*(?:,|$)/.test(header.slice(start + token.length, start + token.length + 64)) &&
      !/^[^=]+=[^=]/.test(token)
    ) {
      challenge.token = token;
      at = start + token.length;
    } else at = start;
  }
  return challenges;
}

function readValue(text: string, at: number): { readonly text: string; readonly end: number } {
  if (text[at] !== '"') {
    const value = match(/[^\s,]*/y, text, at) ?? '';
    return { text: value, end: at + value.length };
  }
  let value = '';
  let next = at + 1;
  while (next < text.length && text[next] !== '"') {
    if (text[next] === '\\') next += 1;
    value += text[next] ?? '';
    next += 1;
  }
  return { text: value, end: next + 1 };
}

/** The first challenge of a scheme, whatever its case. */
export const findChallenge = (challenges: readonly Challenge[], scheme: string): Challenge | undefined =>
  challenges.find((challenge) => challenge.scheme.toLowerCase() === scheme.toLowerCase());
