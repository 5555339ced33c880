/**
 * How many levels of properties an object of a type has in a document, wherever it stands: PowerShell's own type data
 * says so (`SerializationDepth`), and of some types its serializer. protocol.md 2.5
 */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ...[
    'HelpInfo',
    'System.Globalization.CultureInfo',
    // What Tab offers has to arrive.
    'System.Management.Automation.CompletionResult',
    'System.Management.Automation.JobStateInfo',
    'System.Management.Automation.PSCredential',
    'System.Management.Automation.SwitchParameter',
    'System.Net.IPAddress',
    'System.Net.Mail.MailAddress',
    'System.Security.Cryptography.X509Certificates.X500DistinguishedName',
    'System.Security.Cryptography.X509Certificates.X509Certificate2',
  ].map((name) => [name, 1] as const),
  // What Get-FormatData gives is made again where commands are imported.
  ...'CustomControlEntry CustomItemBase DisplayEntry EntrySelectedBy ExtendedTypeDefinition FormatViewDefinition ListControlEntry ListControlEntryItem PSControl TableControlColumn TableControlColumnHeader TableControlRow WideControlEntryItem'
    .split(' ')
    .map((name) => [`System.Management.Automation.${name}`, 1] as const),
  ['System.Management.Automation.PSControlGroupBy', 2],
  ['System.Management.Automation.Job', 2],
  ['System.Management.Automation.PSListModifier', 2],
  ['System.Management.Automation.Signature', 2],
  ['System.Management.Automation.Remoting.PSSenderInfo', 4],
]);
/** Format data arrives whole or is of no use. */
const FORMAT_DATA = 'Microsoft.PowerShell.Commands.Internal.Format.';

/**
 * @param typeNames of the object; the type itself counts, or the one it is derived from.
 * @param depth the levels that are left where it stands; Infinity: all, and so of this one too.
 */
export function depthOfType(typeNames: readonly string[], depth: number): number {
  const [first = '', second = ''] = typeNames;
  if (depth === Infinity) return depth;
  return LEVELS.get(first) ?? LEVELS.get(second) ?? (first.startsWith(FORMAT_DATA) ? Math.max(1, depth) : depth);
}
