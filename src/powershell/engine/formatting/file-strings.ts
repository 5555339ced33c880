/** The columns of a listing as properties of its files: `NameString`, `LengthString`, `LastWriteTimeString`. */
import { active, getProperty, hiddenTypeData } from '../runtime/members.js';
import { dayAndTime, fileLength, fileName } from './data/expressions.js';
import { Expressions } from './expressions.js';
import type { NativeExpression } from './format-data.js';
import { plainAccess } from './plain-access.js';

const COLUMNS: Readonly<Record<string, NativeExpression>> = {
  NameString: fileName,
  LengthString: fileLength,
  LastWriteTimeString: dayAndTime('LastWriteTime'),
};
const { look: LOOK } = new Expressions(
  {
    ...plainAccess,
    get: (value, name) =>
      active.runtime === undefined ? plainAccess.get(value, name) : getProperty(active.runtime, value, name),
  },
  4,
);
for (const typeName of ['system.io.fileinfo', 'system.io.directoryinfo'])
  hiddenTypeData.set(
    typeName,
    new Map(
      Object.entries(COLUMNS).map(([name, column]) => [
        name.toLowerCase(),
        {
          kind: 'NativeProperty',
          name,
          get: (self) => column(self, LOOK),
        },
      ]),
    ),
  );
