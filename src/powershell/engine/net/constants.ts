/** Constants of .NET types that need no code: a type a line, `name=value` each; `n` ends those that are Int64. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement, type MemberBody } from '../values/bodies.js';

const CONSTANTS = `
  System.TimeSpan|MicrosecondsPerMillisecond=1000n|MicrosecondsPerSecond=1000000n|MicrosecondsPerMinute=60000000n|MicrosecondsPerHour=3600000000n|MicrosecondsPerDay=86400000000n|MillisecondsPerSecond=1000n|MillisecondsPerMinute=60000n|MillisecondsPerHour=3600000n|MillisecondsPerDay=86400000n|SecondsPerHour=3600n|SecondsPerDay=86400n|MinutesPerDay=1440n
  System.Globalization.ChineseLunisolarCalendar|ChineseEra=1
  System.Globalization.JapaneseLunisolarCalendar|JapaneseEra=1
  System.Globalization.KoreanLunisolarCalendar|GregorianEra=1
  System.Threading.WaitHandle|WaitTimeout=258
  System.Text.UnicodeEncoding|CharSize=2
  System.Reflection.Emit.TypeBuilder|UnspecifiedTypeSize=0
  System.Diagnostics.StackFrame|OFFSET_UNKNOWN=-1
  System.Diagnostics.StackTrace|METHODS_TO_SKIP=0
  System.Management.Automation.PSObject|AdaptedMemberSetName=psadapted|ExtendedMemberSetName=psextended|BaseObjectMemberSetName=psbase
  System.Management.Automation.Runspaces.WSManConnectionInfo|HttpScheme=http|HttpsScheme=https
  System.Xml.Schema.XmlSchema|Namespace=http://www.w3.org/2001/XMLSchema|InstanceNamespace=http://www.w3.org/2001/XMLSchema-instance
  System.Data.Common.DbDataAdapter|DefaultSourceTableName=Table
  System.Net.CookieContainer|DefaultCookieLimit=300|DefaultPerDomainCookieLimit=20|DefaultCookieLengthLimit=4096
  System.Security.Cryptography.HMACMD5|HashSizeInBits=128|HashSizeInBytes=16
  System.Security.Cryptography.HMACSHA1|HashSizeInBits=160|HashSizeInBytes=20
  System.Security.Cryptography.HMACSHA256|HashSizeInBits=256|HashSizeInBytes=32
  System.Security.Cryptography.HMACSHA384|HashSizeInBits=384|HashSizeInBytes=48
  System.Security.Cryptography.HMACSHA512|HashSizeInBits=512|HashSizeInBytes=64
  System.Security.Cryptography.HMACSHA3_256|HashSizeInBits=256|HashSizeInBytes=32
  System.Security.Cryptography.SHA3_256|HashSizeInBits=256|HashSizeInBytes=32
  System.Security.Cryptography.SHA3_384|HashSizeInBits=384|HashSizeInBytes=48
  System.Security.Cryptography.SHA3_512|HashSizeInBits=512|HashSizeInBytes=64
  System.Net.Mime.MediaTypeNames+Application|FormUrlEncoded=application/x-www-form-urlencoded|GZip=application/gzip|Json=application/json|JsonPatch=application/json-patch+json|JsonSequence=application/json-seq|Manifest=application/manifest+json|Octet=application/octet-stream|Pdf=application/pdf|ProblemJson=application/problem+json|ProblemXml=application/problem+xml|Rtf=application/rtf|Soap=application/soap+xml|Wasm=application/wasm|Xml=application/xml|XmlDtd=application/xml-dtd|XmlPatch=application/xml-patch+xml|Yaml=application/yaml|Zip=application/zip
  System.Net.Mime.MediaTypeNames+Text|Css=text/css|Csv=text/csv|EventStream=text/event-stream|Html=text/html|JavaScript=text/javascript|Markdown=text/markdown|Plain=text/plain|RichText=text/richtext|Rtf=text/rtf|Xml=text/xml
  System.IO.Pipes.NamedPipeServerStream|MaxAllowedServerInstances=-1
  System.Security.Claims.ClaimsIdentity|DefaultIssuer=LOCAL AUTHORITY|DefaultNameClaimType=http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name|DefaultRoleClaimType=http://schemas.microsoft.com/ws/2008/06/identity/claims/role
`;

function valueOf(text: string): PSValue {
  if (!/^-?\d+n?$/.test(text)) return text;
  return text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text);
}
for (const line of CONSTANTS.trim().split('\n')) {
  const [type = '', ...pairs] = line.trim().split('|');
  implement(type, () => {
    const bodies: Record<string, MemberBody> = {};
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      const value = valueOf(pair.slice(at + 1));
      bodies[`static ${pair.slice(0, at)}`] = () => value;
    }
    return bodies;
  });
}
