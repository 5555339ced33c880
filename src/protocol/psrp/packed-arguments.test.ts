import { describe, expect, it } from 'vitest';
import { PSDictionary, PSVersion } from '../objects/index.js';
import { NO_HOST, packed, type InitRunspacePool } from './index.js';

const init = (applicationArguments: PSDictionary | null): InitRunspacePool => ({
  minRunspaces: 1,
  maxRunspaces: 1,
  threadOptions: 0,
  apartmentState: 0,
  hostInfo: NO_HOST,
  applicationArguments,
});
const TYPE_NAMES = [
  'System.Management.Automation.PSPrimitiveDictionary',
  'System.Collections.Hashtable',
  'System.Object',
];

describe('what a client says of itself', () => {
  it('is the same when it is asked for, types and all', () => {
    const versions = new PSDictionary([['PSVersion', new PSVersion(7, 6, 1)]], { typeNames: TYPE_NAMES });
    const given = new PSDictionary([['PSVersionTable', versions]], { typeNames: TYPE_NAMES });
    expect(packed(init(given)).applicationArguments).toEqual(given);
  });
  it('is each session’s own, so that a script which changes it changes nobody else’s', () => {
    const given = new PSDictionary([['a', 1]], { typeNames: TYPE_NAMES });
    const [one, other] = [packed(init(given)), packed(init(given))].map((each) => each.applicationArguments);
    one?.append('b', 2);
    expect([one?.count, other?.count, given.count]).toEqual([2, 1, 1]);
  });
  it('may be nothing', () => {
    expect(packed(init(null)).applicationArguments).toBe(null);
  });
});
