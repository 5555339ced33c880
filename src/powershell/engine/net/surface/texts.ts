/** Made by test/programs/net-surface.ts: every family's text. */
import { AUTOMATION } from './automation.js';
import { CERTIFICATES } from './certificates.js';
import { COLLECTIONS } from './collections.js';
import { COMPRESSION } from './compression.js';
import { CONCURRENT } from './concurrent.js';
import { CRYPTOGRAPHY } from './cryptography.js';
import { CULTURE } from './culture.js';
import { DATA } from './data.js';
import { DATES } from './dates.js';
import { DIAGNOSTICS } from './diagnostics.js';
import { DRAWING } from './drawing.js';
import { ENUMS } from './enums.js';
import { EXCEPTIONS } from './exceptions.js';
import { GENERICS } from './generics.js';
import { HTTP } from './http.js';
import { INTEGERS } from './integers.js';
import { INTERFACES } from './interfaces.js';
import { IO } from './io.js';
import { JSON } from './json.js';
import { LINQ } from './linq.js';
import { MAIL } from './mail.js';
import { MATHEMATICS } from './mathematics.js';
import { NET } from './net.js';
import { NUMBERS } from './numbers.js';
import { REFLECTION } from './reflection.js';
import { SECRETS } from './secrets.js';
import { SOCKETS } from './sockets.js';
import { STRINGS } from './strings.js';
import { SYSTEM } from './system.js';
import { TEXT } from './text.js';
import { THREADING } from './threading.js';
import { TUPLES } from './tuples.js';
import { WINDOWS } from './windows.js';
import { XLINQ } from './xlinq.js';
import { XML } from './xml.js';

export const TEXTS: readonly string[] = [
  AUTOMATION,
  CERTIFICATES,
  COLLECTIONS,
  COMPRESSION,
  CONCURRENT,
  CRYPTOGRAPHY,
  CULTURE,
  DATA,
  DATES,
  DIAGNOSTICS,
  DRAWING,
  ENUMS,
  EXCEPTIONS,
  GENERICS,
  HTTP,
  INTEGERS,
  INTERFACES,
  IO,
  JSON,
  LINQ,
  MAIL,
  MATHEMATICS,
  NET,
  NUMBERS,
  REFLECTION,
  SECRETS,
  SOCKETS,
  STRINGS,
  SYSTEM,
  TEXT,
  THREADING,
  TUPLES,
  WINDOWS,
  XLINQ,
  XML,
];
