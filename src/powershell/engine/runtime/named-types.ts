/**
 * Types of PowerShell that scripts name (in parameters, in `-is`, for a static member) and that the engine makes no
 * instances of.
 */
import { CMDLET } from './cmdlet-types.js';
import { COMMON_PARAMETERS } from './common-parameters.js';
import { strings } from '../net/support.js';
import { addMembers, defineType } from '../values/net-type.js';

const AUTOMATION = 'System.Management.Automation';
const INFRASTRUCTURE = 'Microsoft.Management.Infrastructure';
for (const name of ['CimInstance', 'CimClass', 'CimSession', 'CimConverter']) defineType(`${INFRASTRUCTURE}.${name}`);
defineType(`${INFRASTRUCTURE}.CimType`, {
  kind: 'enum',
  enumText:
    'Unknown=0,Boolean=1,UInt8=2,SInt8=3,UInt16=4,SInt16=5,UInt32=6,SInt32=7,UInt64=8,SInt64=9,Real32=10,Real64=11,Char16=12,DateTime=13,String=14,Reference=15,Instance=16,BooleanArray=17,UInt8Array=18,SInt8Array=19,UInt16Array=20,SInt16Array=21,UInt32Array=22,SInt32Array=23,UInt64Array=24,SInt64Array=25,Real32Array=26,Real64Array=27,Char16Array=28,DateTimeArray=29,StringArray=30,ReferenceArray=31,InstanceArray=32',
});
// Here none is on, as in a PowerShell whose settings turn none on.
addMembers(defineType(`${AUTOMATION}.ExperimentalFeature`), {
  'static bool IsEnabled(string featureName)': () => false,
});
defineType(`${AUTOMATION}.PSListModifier`);
defineType('Microsoft.PowerShell.Commands.PSPropertyExpression');

addMembers(CMDLET, {
  'static System.Collections.Generic.HashSet[string] CommonParameters': () =>
    strings(COMMON_PARAMETERS.map(({ name }) => name)),
  'static System.Collections.Generic.HashSet[string] OptionalCommonParameters': () =>
    strings(['WhatIf', 'Confirm', 'UseTransaction']),
});
