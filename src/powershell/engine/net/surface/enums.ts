/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const ENUMS = `
#System.DayOfWeek|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Sunday=0,Monday=1,Tuesday=2,Wednesday=3,Thursday=4,Friday=5,Saturday=6
#System.DateTimeKind|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Unspecified=0,Utc=1,Local=2
#System.ConsoleColor|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Console, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Black=0,DarkBlue=1,DarkGreen=2,DarkCyan=3,DarkRed=4,DarkMagenta=5,DarkYellow=6,Gray=7,DarkGray=8,Blue=9,Green=10,Cyan=11,Red=12,Magenta=13,Yellow=14,White=15
#System.ConsoleKey|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Console, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|None=0,Backspace=8,Tab=9,Clear=12,Enter=13,Pause=19,Escape=27,Spacebar=32,PageUp=33,PageDown=34,End=35,Home=36,LeftArrow=37,UpArrow=38,RightArrow=39,DownArrow=40,Select=41,Print=42,Execute=43,PrintScreen=44,Insert=45,Delete=46,Help=47,D0=48,D1=49,D2=50,D3=51,D4=52,D5=53,D6=54,D7=55,D8=56,D9=57,A=65,B=66,C=67,D=68,E=69,F=70,G=71,H=72,I=73,J=74,K=75,L=76,M=77,N=78,O=79,P=80,Q=81,R=82,S=83,T=84,U=85,V=86,W=87,X=88,Y=89,Z=90,LeftWindows=91,RightWindows=92,Applications=93,Sleep=95,NumPad0=96,NumPad1=97,NumPad2=98,NumPad3=99,NumPad4=100,NumPad5=101,NumPad6=102,NumPad7=103,NumPad8=104,NumPad9=105,Multiply=106,Add=107,Separator=108,Subtract=109,Decimal=110,Divide=111,F1=112,F2=113,F3=114,F4=115,F5=116,F6=117,F7=118,F8=119,F9=120,F10=121,F11=122,F12=123,F13=124,F14=125,F15=126,F16=127,F17=128,F18=129,F19=130,F20=131,F21=132,F22=133,F23=134,F24=135,BrowserBack=166,BrowserForward=167,BrowserRefresh=168,BrowserStop=169,BrowserSearch=170,BrowserFavorites=171,BrowserHome=172,VolumeMute=173,VolumeDown=174,VolumeUp=175,MediaNext=176,MediaPrevious=177,MediaStop=178,MediaPlay=179,LaunchMail=180,LaunchMediaSelect=181,LaunchApp1=182,LaunchApp2=183,Oem1=186,OemPlus=187,OemComma=188,OemMinus=189,OemPeriod=190,Oem2=191,Oem3=192,Oem4=219,Oem5=220,Oem6=221,Oem7=222,Oem8=223,Oem102=226,Process=229,Packet=231,Attention=246,CrSel=247,ExSel=248,EraseEndOfFile=249,Play=250,Zoom=251,NoName=252,Pa1=253,OemClear=254
#System.ConsoleModifiers|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Console, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,Alt=1,Shift=2,Control=4
#System.StringComparison|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|CurrentCulture=0,CurrentCultureIgnoreCase=1,InvariantCulture=2,InvariantCultureIgnoreCase=3,Ordinal=4,OrdinalIgnoreCase=5
#System.StringSplitOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,RemoveEmptyEntries=1,TrimEntries=2
#System.MidpointRounding|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|ToEven=0,AwayFromZero=1,ToZero=2,ToNegativeInfinity=3,ToPositiveInfinity=4
#System.Base64FormattingOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,InsertLineBreaks=1
#System.TypeCode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Empty=0,Object=1,DBNull=2,Boolean=3,Char=4,SByte=5,Byte=6,Int16=7,UInt16=8,Int32=9,UInt32=10,Int64=11,UInt64=12,Single=13,Double=14,Decimal=15,DateTime=16,String=18
#System.UriKind|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|RelativeOrAbsolute=0,Absolute=1,Relative=2
#System.UriPartial|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Scheme=0,Authority=1,Path=2,Query=3
#System.UriHostNameType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=0,Basic=1,Dns=2,IPv4=3,IPv6=4
#System.UriFormat|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|UriEscaped=1,Unescaped=2,SafeUnescaped=3
#System.UriComponents|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|Scheme=1,UserInfo=2,Host=4,Port=8,Path=16,Query=32,Fragment=64,StrongPort=128,NormalizedHost=256,KeepDelimiter=1073741824,SerializationInfoString=-2147483648,AbsoluteUri=127,HostAndPort=132,StrongAuthority=134,SchemeAndServer=13,HttpRequestUrl=61,PathAndQuery=48
#System.PlatformID|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Win32S=0,Win32Windows=1,Win32NT=2,WinCE=3,Unix=4,Xbox=5,MacOSX=6,Other=7
#System.EnvironmentVariableTarget|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Process=0,User=1,Machine=2
#System.GCCollectionMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Default=0,Forced=1,Optimized=2,Aggressive=3
#System.LoaderOptimization|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|DisallowBindings=4,DomainMask=3,MultiDomain=2,MultiDomainHost=3,NotSpecified=0,SingleDomain=1
#System.AttributeTargets|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Assembly=1,Module=2,Class=4,Struct=8,Enum=16,Constructor=32,Method=64,Property=128,Field=256,Event=512,Interface=1024,Parameter=2048,Delegate=4096,ReturnValue=8192,GenericParameter=16384,All=32767
#System.Environment+SpecialFolder|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||102|
e|System.Int32|ApplicationData=26,CommonApplicationData=35,LocalApplicationData=28,Cookies=33,Desktop=0,Favorites=6,History=34,InternetCache=32,Programs=2,MyComputer=17,MyMusic=13,MyPictures=39,MyVideos=14,Recent=8,SendTo=9,StartMenu=11,Startup=7,System=37,Templates=21,DesktopDirectory=16,Personal=5,MyDocuments=5,ProgramFiles=38,CommonProgramFiles=43,AdminTools=48,CDBurning=59,CommonAdminTools=47,CommonDocuments=46,CommonMusic=53,CommonOemLinks=58,CommonPictures=54,CommonStartMenu=22,CommonPrograms=23,CommonStartup=24,CommonDesktopDirectory=25,CommonTemplates=45,CommonVideos=55,Fonts=20,NetworkShortcuts=19,PrinterShortcuts=27,UserProfile=40,CommonProgramFilesX86=44,ProgramFilesX86=42,Resources=56,LocalizedResources=57,SystemX86=41,Windows=36
#System.Environment+SpecialFolderOption|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||102|
e|System.Int32|None=0,Create=32768,DoNotVerify=16384
#System.IO.FileMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|CreateNew=1,Create=2,Open=3,OpenOrCreate=4,Truncate=5,Append=6
#System.IO.FileAccess|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Read=1,Write=2,ReadWrite=3
#System.IO.FileShare|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,Read=1,Write=2,ReadWrite=3,Delete=4,Inheritable=16
#System.IO.FileAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,ReadOnly=1,Hidden=2,System=4,Directory=16,Archive=32,Device=64,Normal=128,Temporary=256,SparseFile=512,ReparsePoint=1024,Compressed=2048,Offline=4096,NotContentIndexed=8192,Encrypted=16384,IntegrityStream=32768,NoScrubData=131072
#System.IO.FileOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,WriteThrough=-2147483648,Asynchronous=1073741824,RandomAccess=268435456,DeleteOnClose=67108864,SequentialScan=134217728,Encrypted=16384
#System.IO.SearchOption|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|TopDirectoryOnly=0,AllDirectories=1
#System.IO.SeekOrigin|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Begin=0,Current=1,End=2
#System.IO.DriveType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.FileSystem.DriveInfo, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=0,NoRootDirectory=1,Removable=2,Fixed=3,Network=4,CDRom=5,Ram=6
#System.IO.UnixFileMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,OtherExecute=1,OtherWrite=2,OtherRead=4,GroupExecute=8,GroupWrite=16,GroupRead=32,UserExecute=64,UserWrite=128,UserRead=256,StickyBit=512,SetGroup=1024,SetUser=2048
#System.IO.MatchType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Simple=0,Win32=1
#System.IO.Compression.CompressionMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||101|
e|System.Int32|Decompress=0,Compress=1
#System.IO.Compression.CompressionLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||101|
e|System.Int32|Optimal=0,Fastest=1,NoCompression=2,SmallestSize=3
#System.Globalization.NumberStyles|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,AllowLeadingWhite=1,AllowTrailingWhite=2,AllowLeadingSign=4,AllowTrailingSign=8,AllowParentheses=16,AllowDecimalPoint=32,AllowThousands=64,AllowExponent=128,AllowCurrencySymbol=256,AllowHexSpecifier=512,AllowBinarySpecifier=1024,Integer=7,HexNumber=515,BinaryNumber=1027,Number=111,Float=167,Currency=383,Any=511
#System.Globalization.DateTimeStyles|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,AllowLeadingWhite=1,AllowTrailingWhite=2,AllowInnerWhite=4,AllowWhiteSpaces=7,NoCurrentDateDefault=8,AdjustToUniversal=16,AssumeLocal=32,AssumeUniversal=64,RoundtripKind=128
#System.Globalization.TimeSpanStyles|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,AssumeNegative=1
#System.Globalization.CompareOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,IgnoreCase=1,IgnoreNonSpace=2,IgnoreSymbols=4,IgnoreKanaType=8,IgnoreWidth=16,NumericOrdering=32,OrdinalIgnoreCase=268435456,StringSort=536870912,Ordinal=1073741824
#System.Globalization.UnicodeCategory|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|UppercaseLetter=0,LowercaseLetter=1,TitlecaseLetter=2,ModifierLetter=3,OtherLetter=4,NonSpacingMark=5,SpacingCombiningMark=6,EnclosingMark=7,DecimalDigitNumber=8,LetterNumber=9,OtherNumber=10,SpaceSeparator=11,LineSeparator=12,ParagraphSeparator=13,Control=14,Format=15,Surrogate=16,PrivateUse=17,ConnectorPunctuation=18,DashPunctuation=19,OpenPunctuation=20,ClosePunctuation=21,InitialQuotePunctuation=22,FinalQuotePunctuation=23,OtherPunctuation=24,MathSymbol=25,CurrencySymbol=26,ModifierSymbol=27,OtherSymbol=28,OtherNotAssigned=29
#System.Globalization.CalendarWeekRule|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|FirstDay=0,FirstFullWeek=1,FirstFourDayWeek=2
#System.Globalization.CultureTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|NeutralCultures=1,SpecificCultures=2,InstalledWin32Cultures=4,AllCultures=7,UserCustomCulture=8,ReplacementCultures=16,WindowsOnlyCultures=32,FrameworkCultures=64
#System.Text.NormalizationForm|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|FormC=1,FormD=2,FormKC=5,FormKD=6
#System.Text.RegularExpressions.RegexOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,IgnoreCase=1,Multiline=2,ExplicitCapture=4,Compiled=8,Singleline=16,IgnorePatternWhitespace=32,RightToLeft=64,ECMAScript=256,CultureInvariant=512,NonBacktracking=1024
#System.Text.RegularExpressions.RegexParseError|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=0,AlternationHasTooManyConditions=1,AlternationHasMalformedCondition=2,InvalidUnicodePropertyEscape=3,MalformedUnicodePropertyEscape=4,UnrecognizedEscape=5,UnrecognizedControlCharacter=6,MissingControlCharacter=7,InsufficientOrInvalidHexDigits=8,QuantifierOrCaptureGroupOutOfRange=9,UndefinedNamedReference=10,UndefinedNumberedReference=11,MalformedNamedReference=12,UnescapedEndingBackslash=13,UnterminatedComment=14,InvalidGroupingConstruct=15,AlternationHasNamedCapture=16,AlternationHasComment=17,AlternationHasMalformedReference=18,AlternationHasUndefinedReference=19,CaptureGroupNameInvalid=20,CaptureGroupOfZero=21,UnterminatedBracket=22,ExclusionGroupNotLast=23,ReversedCharacterRange=24,ShorthandClassInCharacterRange=25,InsufficientClosingParentheses=26,ReversedQuantifierRange=27,NestedQuantifiersNotParenthesized=28,QuantifierAfterNothing=29,InsufficientOpeningParentheses=30,UnrecognizedUnicodeProperty=31
#System.Xml.XmlNodeType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|None=0,Element=1,Attribute=2,Text=3,CDATA=4,EntityReference=5,Entity=6,ProcessingInstruction=7,Comment=8,Document=9,DocumentType=10,DocumentFragment=11,Notation=12,Whitespace=13,SignificantWhitespace=14,EndElement=15,EndEntity=16,XmlDeclaration=17
#System.Xml.NewLineHandling|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Replace=0,Entitize=1,None=2
#System.Xml.XmlDateTimeSerializationMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Local=0,Utc=1,Unspecified=2,RoundtripKind=3
#System.Xml.Formatting|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|None=0,Indented=1
#System.Net.HttpStatusCode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Continue=100,SwitchingProtocols=101,Processing=102,EarlyHints=103,OK=200,Created=201,Accepted=202,NonAuthoritativeInformation=203,NoContent=204,ResetContent=205,PartialContent=206,MultiStatus=207,AlreadyReported=208,IMUsed=226,MultipleChoices=300,Ambiguous=300,MovedPermanently=301,Moved=301,Found=302,Redirect=302,SeeOther=303,RedirectMethod=303,NotModified=304,UseProxy=305,Unused=306,TemporaryRedirect=307,RedirectKeepVerb=307,PermanentRedirect=308,BadRequest=400,Unauthorized=401,PaymentRequired=402,Forbidden=403,NotFound=404,MethodNotAllowed=405,NotAcceptable=406,ProxyAuthenticationRequired=407,RequestTimeout=408,Conflict=409,Gone=410,LengthRequired=411,PreconditionFailed=412,RequestEntityTooLarge=413,RequestUriTooLong=414,UnsupportedMediaType=415,RequestedRangeNotSatisfiable=416,ExpectationFailed=417,MisdirectedRequest=421,UnprocessableEntity=422,UnprocessableContent=422,Locked=423,FailedDependency=424,UpgradeRequired=426,PreconditionRequired=428,TooManyRequests=429,RequestHeaderFieldsTooLarge=431,UnavailableForLegalReasons=451,InternalServerError=500,NotImplemented=501,BadGateway=502,ServiceUnavailable=503,GatewayTimeout=504,HttpVersionNotSupported=505,VariantAlsoNegotiates=506,InsufficientStorage=507,LoopDetected=508,NotExtended=510,NetworkAuthenticationRequired=511
#System.Net.SecurityProtocolType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|SystemDefault=0,Ssl3=48,Tls=192,Tls11=768,Tls12=3072,Tls13=12288
#System.Net.Sockets.AddressFamily|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=-1,Unspecified=0,Unix=1,InterNetwork=2,ImpLink=3,Pup=4,Chaos=5,NS=6,Ipx=6,Iso=7,Osi=7,Ecma=8,DataKit=9,Ccitt=10,Sna=11,DecNet=12,DataLink=13,Lat=14,HyperChannel=15,AppleTalk=16,NetBios=17,VoiceView=18,FireFox=19,Banyan=21,Atm=22,InterNetworkV6=23,Cluster=24,Ieee12844=25,Irda=26,NetworkDesigners=28,Max=29,Packet=65536,ControllerAreaNetwork=65537
#System.Net.Sockets.ProtocolType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|IP=0,IPv6HopByHopOptions=0,Icmp=1,Igmp=2,Ggp=3,IPv4=4,Tcp=6,Pup=12,Udp=17,Idp=22,IPv6=41,IPv6RoutingHeader=43,IPv6FragmentHeader=44,IPSecEncapsulatingSecurityPayload=50,IPSecAuthenticationHeader=51,IcmpV6=58,IPv6NoNextHeader=59,IPv6DestinationOptions=60,ND=77,Raw=255,Unspecified=0,Ipx=1000,Spx=1256,SpxII=1257,Unknown=-1
#System.Net.Sockets.SocketError|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Success=0,SocketError=-1,Interrupted=10004,AccessDenied=10013,Fault=10014,InvalidArgument=10022,TooManyOpenSockets=10024,WouldBlock=10035,InProgress=10036,AlreadyInProgress=10037,NotSocket=10038,DestinationAddressRequired=10039,MessageSize=10040,ProtocolType=10041,ProtocolOption=10042,ProtocolNotSupported=10043,SocketNotSupported=10044,OperationNotSupported=10045,ProtocolFamilyNotSupported=10046,AddressFamilyNotSupported=10047,AddressAlreadyInUse=10048,AddressNotAvailable=10049,NetworkDown=10050,NetworkUnreachable=10051,NetworkReset=10052,ConnectionAborted=10053,ConnectionReset=10054,NoBufferSpaceAvailable=10055,IsConnected=10056,NotConnected=10057,Shutdown=10058,TimedOut=10060,ConnectionRefused=10061,HostDown=10064,HostUnreachable=10065,ProcessLimit=10067,SystemNotReady=10091,VersionNotSupported=10092,NotInitialized=10093,Disconnecting=10101,TypeNotFound=10109,HostNotFound=11001,TryAgain=11002,NoRecovery=11003,NoData=11004,IOPending=997,OperationAborted=995
#System.Security.Cryptography.CipherMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|CBC=1,ECB=2,OFB=3,CFB=4,CTS=5
#System.Security.Cryptography.PaddingMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|None=1,PKCS7=2,Zeros=3,ANSIX923=4,ISO10126=5
#System.Security.AccessControl.FileSystemRights|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.FileSystem.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|ListDirectory=1,ReadData=1,CreateFiles=2,WriteData=2,AppendData=4,CreateDirectories=4,ReadExtendedAttributes=8,WriteExtendedAttributes=16,ExecuteFile=32,Traverse=32,DeleteSubdirectoriesAndFiles=64,ReadAttributes=128,WriteAttributes=256,Write=278,Delete=65536,ReadPermissions=131072,Read=131209,ReadAndExecute=131241,Modify=197055,ChangePermissions=262144,TakeOwnership=524288,Synchronize=1048576,FullControl=2032127
#System.Security.AccessControl.AccessControlType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Allow=0,Deny=1
#System.Security.Principal.WindowsBuiltInRole|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Administrator=544,User=545,Guest=546,PowerUser=547,AccountOperator=548,SystemOperator=549,PrintOperator=550,BackupOperator=551,Replicator=552
#System.Threading.ThreadState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Running=0,StopRequested=1,SuspendRequested=2,Background=4,Unstarted=8,Stopped=16,WaitSleepJoin=32,Suspended=64,AbortRequested=128,Aborted=256
#System.Threading.ThreadPriority|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Lowest=0,BelowNormal=1,Normal=2,AboveNormal=3,Highest=4
#System.Threading.ApartmentState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|STA=0,MTA=1,Unknown=2
#System.Threading.Tasks.TaskStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Created=0,WaitingForActivation=1,WaitingToRun=2,Running=3,WaitingForChildrenToComplete=4,RanToCompletion=5,Canceled=6,Faulted=7
#System.Diagnostics.ProcessPriorityClass|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Normal=32,Idle=64,High=128,RealTime=256,BelowNormal=16384,AboveNormal=32768
#System.Diagnostics.ThreadState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Initialized=0,Ready=1,Running=2,Standby=3,Terminated=4,Wait=5,Transition=6,Unknown=7
#System.Diagnostics.ThreadPriorityLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Idle=-15,Lowest=-2,BelowNormal=-1,Normal=0,AboveNormal=1,Highest=2,TimeCritical=15
#System.Diagnostics.ProcessWindowStyle|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Normal=0,Hidden=1,Minimized=2,Maximized=3
#System.Diagnostics.TraceLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Off=0,Error=1,Warning=2,Info=3,Verbose=4
#System.Diagnostics.EventLogEntryType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.EventLog, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Error=1,Warning=2,Information=4,SuccessAudit=8,FailureAudit=16
#System.Runtime.InteropServices.Architecture|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|X86=0,X64=1,Arm=2,Arm64=3,Wasm=4,S390x=5,LoongArch64=6,Armv6=7,Ppc64le=8,RiscV64=9
#System.Collections.Specialized.NotifyCollectionChangedAction|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Add=0,Remove=1,Replace=2,Move=3,Reset=4
#System.ComponentModel.ListSortDirection|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Ascending=0,Descending=1
#System.Reflection.MemberTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Constructor=1,Event=2,Field=4,Method=8,Property=16,TypeInfo=32,Custom=64,NestedType=128,All=191
#System.Reflection.MethodAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|MemberAccessMask=7,PrivateScope=0,Private=1,FamANDAssem=2,Assembly=3,Family=4,FamORAssem=5,Public=6,Static=16,Final=32,Virtual=64,HideBySig=128,CheckAccessOnOverride=512,VtableLayoutMask=256,ReuseSlot=0,NewSlot=256,Abstract=1024,SpecialName=2048,PinvokeImpl=8192,UnmanagedExport=8,RTSpecialName=4096,HasSecurity=16384,RequireSecObject=32768,ReservedMask=53248
#System.Reflection.TypeAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|VisibilityMask=7,NotPublic=0,Public=1,NestedPublic=2,NestedPrivate=3,NestedFamily=4,NestedAssembly=5,NestedFamANDAssem=6,NestedFamORAssem=7,LayoutMask=24,AutoLayout=0,SequentialLayout=8,ExplicitLayout=16,ClassSemanticsMask=32,Class=0,Interface=32,Abstract=128,Sealed=256,SpecialName=1024,Import=4096,Serializable=8192,WindowsRuntime=16384,StringFormatMask=196608,AnsiClass=0,UnicodeClass=65536,AutoClass=131072,CustomFormatClass=196608,CustomFormatMask=12582912,BeforeFieldInit=1048576,RTSpecialName=2048,HasSecurity=262144,ReservedMask=264192
#System.Management.Automation.ActionPreference|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|SilentlyContinue=0,Stop=1,Continue=2,Inquire=3,Ignore=4,Suspend=5,Break=6
#System.Management.Automation.ConfirmImpact|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,Low=1,Medium=2,High=3
#System.Management.Automation.ErrorCategory|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|NotSpecified=0,OpenError=1,CloseError=2,DeviceError=3,DeadlockDetected=4,InvalidArgument=5,InvalidData=6,InvalidOperation=7,InvalidResult=8,InvalidType=9,MetadataError=10,NotImplemented=11,NotInstalled=12,ObjectNotFound=13,OperationStopped=14,OperationTimeout=15,SyntaxError=16,ParserError=17,PermissionDenied=18,ResourceBusy=19,ResourceExists=20,ResourceUnavailable=21,ReadError=22,WriteError=23,FromStdErr=24,SecurityError=25,ProtocolError=26,ConnectionError=27,AuthenticationError=28,LimitsExceeded=29,QuotaExceeded=30,NotEnabled=31
#System.Management.Automation.PSMemberTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|AliasProperty=1,CodeProperty=2,Property=4,NoteProperty=8,ScriptProperty=16,PropertySet=32,Method=64,CodeMethod=128,ScriptMethod=256,ParameterizedProperty=512,MemberSet=1024,Event=2048,Dynamic=4096,InferredProperty=8192,Properties=8223,Methods=448,All=16383
#System.Management.Automation.PSMemberViewTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|Extended=1,Adapted=2,Base=4,All=7
#System.Management.Automation.CommandTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|Alias=1,Function=2,Filter=4,Cmdlet=8,ExternalScript=16,Application=32,Script=64,Configuration=256,All=383
#System.Management.Automation.CommandOrigin|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Runspace=0,Internal=1
#System.Management.Automation.ScopedItemOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,ReadOnly=1,Constant=2,Private=4,AllScope=8,Unspecified=16
#System.Management.Automation.SessionStateEntryVisibility|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Public=0,Private=1
#System.Management.Automation.JobState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|NotStarted=0,Running=1,Completed=2,Failed=3,Stopped=4,Blocked=5,Suspended=6,Disconnected=7,Suspending=8,Stopping=9,AtBreakpoint=10
#System.Management.Automation.PSLanguageMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|FullLanguage=0,RestrictedLanguage=1,NoLanguage=2,ConstrainedLanguage=3
#System.Management.Automation.PSInvocationState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|NotStarted=0,Running=1,Stopping=2,Stopped=3,Completed=4,Failed=5,Disconnected=6
#System.Management.Automation.WildcardOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,Compiled=1,IgnoreCase=2,CultureInvariant=4
#System.Management.Automation.ProgressRecordType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Processing=0,Completed=1
#System.Management.Automation.ModuleType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Script=0,Binary=1,Manifest=2,Cim=3
#System.Management.Automation.ModuleAccessMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|ReadWrite=0,ReadOnly=1,Constant=2
#System.Management.Automation.ParameterAttribute|class|System.Management.Automation.Internal.ParsingBaseAttribute||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|=AllParameterSets
#System.Management.Automation.SplitOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|SimpleMatch=1,RegexMatch=2,CultureInvariant=4,IgnorePatternWhitespace=8,Multiline=16,Singleline=32,IgnoreCase=64,ExplicitCapture=128
#System.Management.Automation.VariableAccessMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Read=0,Write=1,ReadWrite=2
#System.Management.Automation.WhereOperatorSelectionMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Default=0,First=1,Last=2,SkipUntil=3,Until=4,Split=5
#System.Management.Automation.ErrorView|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|NormalView=0,CategoryView=1,ConciseView=2,DetailedView=3
#System.Management.Automation.NativeArgumentPassingStyle|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Legacy=0,Standard=1,Windows=2
#System.Management.Automation.OutputRendering|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Host=0,PlainText=1,Ansi=2
#System.Management.Automation.Runspaces.RunspaceState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|BeforeOpen=0,Opening=1,Opened=2,Closed=3,Closing=4,Broken=5,Disconnecting=6,Disconnected=7,Connecting=8
#System.Management.Automation.Runspaces.RunspaceAvailability|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,Available=1,AvailableForNestedCommand=2,Busy=3,RemoteDebug=4
#System.Management.Automation.Runspaces.PipelineState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|NotStarted=0,Running=1,Stopping=2,Stopped=3,Completed=4,Failed=5,Disconnected=6
#System.Management.Automation.Runspaces.PSThreadOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Default=0,UseNewThread=1,ReuseThread=2,UseCurrentThread=3
#System.Management.Automation.Runspaces.RunspaceCapability|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Default=0,SupportsDisconnect=1,NamedPipeTransport=2,VMSocketTransport=4,SSHTransport=8,CustomTransport=256
#System.Management.Automation.Runspaces.AuthenticationMechanism|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Default=0,Basic=1,Negotiate=2,NegotiateWithImplicitCredential=3,Credssp=4,Digest=5,Kerberos=6
#System.Management.Automation.Runspaces.OutputBufferingMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,Drop=1,Block=2
#System.Management.Automation.Remoting.ProxyAccessType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,IEConfig=1,WinHttpConfig=2,AutoDetect=4,NoProxyServer=8
#System.Management.Automation.Remoting.SessionType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Empty=0,RestrictedRemoteServer=1,Default=2
#System.Management.Automation.Host.ReadKeyOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|AllowCtrlC=1,NoEcho=2,IncludeKeyDown=4,IncludeKeyUp=8
#System.Management.Automation.Language.TokenKind|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Unknown=0,Variable=1,SplattedVariable=2,Parameter=3,Number=4,Label=5,Identifier=6,Generic=7,NewLine=8,LineContinuation=9,Comment=10,EndOfInput=11,StringLiteral=12,StringExpandable=13,HereStringLiteral=14,HereStringExpandable=15,LParen=16,RParen=17,LCurly=18,RCurly=19,LBracket=20,RBracket=21,AtParen=22,AtCurly=23,DollarParen=24,Semi=25,AndAnd=26,OrOr=27,Ampersand=28,Pipe=29,Comma=30,MinusMinus=31,PlusPlus=32,DotDot=33,ColonColon=34,Dot=35,Exclaim=36,Multiply=37,Divide=38,Rem=39,Plus=40,Minus=41,Equals=42,PlusEquals=43,MinusEquals=44,MultiplyEquals=45,DivideEquals=46,RemainderEquals=47,Redirection=48,RedirectInStd=49,Format=50,Not=51,Bnot=52,And=53,Or=54,Xor=55,Band=56,Bor=57,Bxor=58,Join=59,Ieq=60,Ine=61,Ige=62,Igt=63,Ilt=64,Ile=65,Ilike=66,Inotlike=67,Imatch=68,Inotmatch=69,Ireplace=70,Icontains=71,Inotcontains=72,Iin=73,Inotin=74,Isplit=75,Ceq=76,Cne=77,Cge=78,Cgt=79,Clt=80,Cle=81,Clike=82,Cnotlike=83,Cmatch=84,Cnotmatch=85,Creplace=86,Ccontains=87,Cnotcontains=88,Cin=89,Cnotin=90,Csplit=91,Is=92,IsNot=93,As=94,PostfixPlusPlus=95,PostfixMinusMinus=96,Shl=97,Shr=98,Colon=99,QuestionMark=100,QuestionQuestionEquals=101,QuestionQuestion=102,QuestionDot=103,QuestionLBracket=104,Begin=119,Break=120,Catch=121,Class=122,Continue=123,Data=124,Define=125,Do=126,Dynamicparam=127,Else=128,ElseIf=129,End=130,Exit=131,Filter=132,Finally=133,For=134,Foreach=135,From=136,Function=137,If=138,In=139,Param=140,Process=141,Return=142,Switch=143,Throw=144,Trap=145,Try=146,Until=147,Using=148,Var=149,While=150,Workflow=151,Parallel=152,Sequence=153,InlineScript=154,Configuration=155,DynamicKeyword=156,Public=157,Private=158,Static=159,Interface=160,Enum=161,Namespace=162,Module=163,Type=164,Assembly=165,Command=166,Hidden=167,Base=168,Default=169,Clean=170
#System.Management.Automation.Language.TokenFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,BinaryPrecedenceLogical=1,BinaryPrecedenceBitwise=2,BinaryPrecedenceComparison=5,BinaryPrecedenceCoalesce=7,BinaryPrecedenceAdd=9,BinaryPrecedenceMultiply=10,BinaryPrecedenceFormat=12,BinaryPrecedenceRange=13,BinaryPrecedenceMask=15,Keyword=16,ScriptBlockBlockName=32,BinaryOperator=256,UnaryOperator=512,CaseSensitiveOperator=1024,TernaryOperator=2048,SpecialOperator=4096,AssignmentOperator=8192,ParseModeInvariant=32768,TokenInError=65536,DisallowedInRestrictedMode=131072,PrefixOrPostfixOperator=262144,CommandName=524288,MemberName=1048576,TypeName=2097152,AttributeName=4194304,CanConstantFold=8388608,StatementDoesntSupportAttributes=16777216
#System.Net.AuthenticationSchemes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,Digest=1,Negotiate=2,Ntlm=4,Basic=8,Anonymous=32768,IntegratedWindowsAuthentication=6
#System.Net.DecompressionMethods|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,GZip=1,Deflate=2,Brotli=4,All=-1
#System.Net.Mail.MailPriority|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Normal=0,Low=1,High=2
#System.Data.CommandType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Text=1,StoredProcedure=4,TableDirect=512
#System.Timers.Timer|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable System.ComponentModel.ISupportInitialize|System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool AutoReset {get;set;}
pbool Enabled {get;set;}
pdouble Interval {get;set;}
pSystem.ComponentModel.ISite Site {get;set;}
pSystem.ComponentModel.ISynchronizeInvoke SynchronizingObject {get;set;}
cnew()
cnew(double interval)
cnew(timespan interval)
mvoid BeginInit()
mvoid ISupportInitialize.BeginInit()
mvoid Close()
mvoid EndInit()
mvoid ISupportInitialize.EndInit()
mvoid Start()
mvoid Stop()
#System.Xml.ConformanceLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Auto=0,Fragment=1,Document=2
#System.Xml.XmlSpace|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|None=0,Default=1,Preserve=2
#System.Security.SecurityZone|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Permissions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Internet=3,Intranet=1,MyComputer=0,NoZone=-1,Trusted=2,Untrusted=4
#System.ConsoleKeyInfo|struct|System.ValueType|System.IEquatable\`1[System.ConsoleKeyInfo]|System.Console, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|
pchar KeyChar {get;}
pSystem.ConsoleKey Key {get;}
pSystem.ConsoleModifiers Modifiers {get;}
sbool op_Equality(System.ConsoleKeyInfo a, System.ConsoleKeyInfo b)
sbool op_Inequality(System.ConsoleKeyInfo a, System.ConsoleKeyInfo b)
cnew(char keyChar, System.ConsoleKey key, bool shift, bool alt, bool control)
mbool Equals(System.Object value)
mbool Equals(System.ConsoleKeyInfo obj)
mbool IEquatable[ConsoleKeyInfo].Equals(System.ConsoleKeyInfo other)
#System.StringNormalizationExtensions|static|System.Object||||100181|
sbool IsNormalized(string strInput)
sbool IsNormalized(string strInput, System.Text.NormalizationForm normalizationForm)
sbool IsNormalized(System.ReadOnlySpan[char] source, System.Text.NormalizationForm normalizationForm = System.Text.NormalizationForm.FormC)
sstring Normalize(string strInput)
sstring Normalize(string strInput, System.Text.NormalizationForm normalizationForm)
sbool TryNormalize(System.ReadOnlySpan[char] source, System.Span[char] destination, [ref] int charsWritten, System.Text.NormalizationForm normalizationForm = System.Text.NormalizationForm.FormC)
sint GetNormalizedLength(System.ReadOnlySpan[char] source, System.Text.NormalizationForm normalizationForm = System.Text.NormalizationForm.FormC)
#System.Globalization.CalendarAlgorithmType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Unknown=0,SolarCalendar=1,LunarCalendar=2,LunisolarCalendar=3
#System.Globalization.DigitShapes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Context=0,None=1,NativeNational=2
#System.Globalization.GregorianCalendarTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Localized=1,USEnglish=2,MiddleEastFrench=9,Arabic=10,TransliteratedEnglish=11,TransliteratedFrench=12
#System.Threading.EventResetMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|AutoReset=0,ManualReset=1
#System.Threading.ThreadStart|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|||101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke()
mSystem.IAsyncResult BeginInvoke(System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Threading.Tasks.TaskCreationOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,PreferFairness=1,LongRunning=2,AttachedToParent=4,DenyChildAttach=8,HideScheduler=16,RunContinuationsAsynchronously=64
#System.Threading.Tasks.TaskContinuationOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,PreferFairness=1,LongRunning=2,AttachedToParent=4,DenyChildAttach=8,HideScheduler=16,LazyCancellation=32,RunContinuationsAsynchronously=64,NotOnRanToCompletion=65536,NotOnFaulted=131072,NotOnCanceled=262144,OnlyOnRanToCompletion=393216,OnlyOnFaulted=327680,OnlyOnCanceled=196608,ExecuteSynchronously=524288
#System.Threading.LazyThreadSafetyMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|None=0,PublicationOnly=1,ExecutionAndPublication=2
#System.IO.NotifyFilters|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.FileSystem.Watcher, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|FileName=1,DirectoryName=2,Attributes=4,Size=8,LastWrite=16,LastAccess=32,CreationTime=64,Security=256
#System.IO.WatcherChangeTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.FileSystem.Watcher, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|Created=1,Deleted=2,Changed=4,Renamed=8,All=15
#System.IO.HandleInheritability|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|None=0,Inheritable=1
#System.IO.MatchCasing|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|PlatformDefault=0,CaseSensitive=1,CaseInsensitive=2
#System.IO.Pipes.PipeDirection|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|In=1,Out=2,InOut=3
#System.IO.Pipes.PipeOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,WriteThrough=-2147483648,Asynchronous=1073741824,CurrentUserOnly=536870912,FirstPipeInstance=524288
#System.IO.Pipes.PipeTransmissionMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Byte=0,Message=1
#System.Xml.EntityHandling|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|ExpandEntities=1,ExpandCharEntities=2
#System.Xml.DtdProcessing|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Prohibit=0,Ignore=1,Parse=2
#System.Xml.ValidationType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|None=0,Auto=1,DTD=2,XDR=3,Schema=4
#System.Xml.WhitespaceHandling|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|All=0,Significant=1,None=2
#System.Xml.ReadState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Initial=0,Interactive=1,Error=2,EndOfFile=3,Closed=4
#System.Xml.WriteState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Start=0,Prolog=1,Element=2,Attribute=3,Content=4,Closed=5,Error=6
#System.Xml.NamespaceHandling|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
eflags|System.Int32|Default=0,OmitDuplicates=1
#System.Xml.XmlNodeOrder|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Before=0,After=1,Same=2,Unknown=3
#System.Xml.XmlOutputMethod|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Xml=0,Html=1,Text=2,AutoDetect=3
#System.Xml.Schema.XmlSeverityType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Error=0,Warning=1
#System.Xml.Schema.XmlSchemaValidationFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
eflags|System.Int32|None=0,ProcessInlineSchema=1,ProcessSchemaLocation=2,ReportValidationWarnings=4,ProcessIdentityConstraints=8,AllowXmlAttributes=16
#System.Xml.XPath.XPathNodeType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Root=0,Element=1,Attribute=2,Namespace=3,Text=4,SignificantWhitespace=5,Whitespace=6,ProcessingInstruction=7,Comment=8,All=9
#System.Xml.XPath.XPathResultType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Number=0,String=1,Boolean=2,NodeSet=3,Navigator=1,Any=5,Error=6
#System.Collections.Specialized.NotifyCollectionChangedEventArgs|class|System.EventArgs||System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Collections.Specialized.NotifyCollectionChangedAction Action {get;}
pSystem.Collections.IList NewItems {get;}
pSystem.Collections.IList OldItems {get;}
pint NewStartingIndex {get;}
pint OldStartingIndex {get;}
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Object changedItem)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Object changedItem, int index)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Collections.IList changedItems)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Collections.IList changedItems, int startingIndex)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Object newItem, System.Object oldItem)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Object newItem, System.Object oldItem, int index)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Collections.IList newItems, System.Collections.IList oldItems)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Collections.IList newItems, System.Collections.IList oldItems, int startingIndex)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Object changedItem, int index, int oldIndex)
cnew(System.Collections.Specialized.NotifyCollectionChangedAction action, System.Collections.IList changedItems, int index, int oldIndex)
#System.ComponentModel.CollectionChangeAction|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Add=1,Remove=2,Refresh=3
#System.Diagnostics.TraceEventType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Critical=1,Error=2,Warning=4,Information=8,Verbose=16,Start=256,Stop=512,Suspend=1024,Resume=2048,Transfer=4096
#System.Diagnostics.TraceOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,LogicalOperationStack=1,DateTime=2,Timestamp=4,ProcessId=8,ThreadId=16,Callstack=32
#System.Diagnostics.SourceLevels|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|Off=0,Critical=1,Error=3,Warning=7,Information=15,Verbose=31,ActivityTracing=65280,All=-1
#System.Diagnostics.OverflowAction|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.EventLog, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|DoNotOverwrite=-1,OverwriteAsNeeded=0,OverwriteOlder=1
#System.Diagnostics.PerformanceCounterType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.PerformanceCounter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|NumberOfItemsHEX32=0,NumberOfItemsHEX64=256,NumberOfItems32=65536,NumberOfItems64=65792,CounterDelta32=4195328,CounterDelta64=4195584,SampleCounter=4260864,CountPerTimeInterval32=4523008,CountPerTimeInterval64=4523264,RateOfCountsPerSecond32=272696320,RateOfCountsPerSecond64=272696576,RawFraction=537003008,CounterTimer=541132032,Timer100Ns=542180608,SampleFraction=549585920,CounterTimerInverse=557909248,Timer100NsInverse=558957824,CounterMultiTimer=574686464,CounterMultiTimer100Ns=575735040,CounterMultiTimerInverse=591463680,CounterMultiTimer100NsInverse=592512256,AverageTimer32=805438464,ElapsedTime=807666944,AverageCount64=1073874176,SampleBase=1073939457,AverageBase=1073939458,RawBase=1073939459,CounterMultiBase=1107494144
#System.Diagnostics.ThreadWaitReason|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Executive=0,FreePage=1,PageIn=2,SystemAllocation=3,ExecutionDelay=4,Suspended=5,UserRequest=6,EventPairHigh=7,EventPairLow=8,LpcReceive=9,LpcReply=10,VirtualMemory=11,PageOut=12,Unknown=13
#System.Runtime.GCLargeObjectHeapCompactionMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Default=1,CompactOnce=2
#System.Management.Automation.DebugModes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,Default=1,LocalScript=2,RemoteScript=4
#System.Management.Automation.DebuggerResumeAction|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Continue=0,StepInto=1,StepOut=2,StepOver=3,Stop=4
#System.Management.Automation.Alignment|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Undefined=0,Left=1,Center=2,Right=3
#System.Management.Automation.ExperimentAction|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,Hide=1,Show=2
#System.Management.Automation.PSTraceSourceOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,Constructor=1,Dispose=2,Finalizer=4,Method=8,Property=16,Delegates=32,Events=64,Exception=128,Lock=256,Error=512,Warning=1024,Verbose=2048,WriteLine=4096,Scope=8192,Assert=16384,ExecutionFlow=8303,Data=6167,Errors=640,All=32767
#System.Management.Automation.ReturnContainers|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|ReturnMatchingContainers=0,ReturnAllContainers=1
#System.Management.Automation.RemotingCapability|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,PowerShell=1,SupportedByCommand=2,OwnedByCommand=3
#System.Management.Automation.RemotingBehavior|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,PowerShell=1,Custom=2
#System.Management.Automation.ResolutionPurpose|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Encryption=0,Decryption=1
#System.Management.Automation.ShouldProcessReason|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,WhatIf=1
#System.Management.Automation.SessionCapabilities|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|RemoteServer=1,Language=4
#System.Management.Automation.SignatureStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Valid=0,UnknownError=1,NotSigned=2,HashMismatch=3,NotTrusted=4,NotSupportedFileFormat=5,Incompatible=6
#System.Management.Automation.SignatureType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|None=0,Authenticode=1,Catalog=2
#System.Management.Automation.SigningOption|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|AddOnlyCertificate=0,AddFullCertificateChain=1,AddFullCertificateChainExceptRoot=2,Default=2
#System.Management.Automation.CompletionResultType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Text=0,History=1,Command=2,ProviderItem=3,ProviderContainer=4,Property=5,Method=6,ParameterName=7,ParameterValue=8,Variable=9,Namespace=10,Type=11,Keyword=12,DynamicKeyword=13
#System.Management.Automation.PathInfoStack|class|System.Collections.Generic.Stack\`1[System.Management.Automation.PathInfo]|System.Collections.Generic.IEnumerable\`1[System.Management.Automation.PathInfo] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[System.Management.Automation.PathInfo]|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.DSCResourceRunAsCredential|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Default=0,NotSupported=1,Mandatory=2,Optional=0
#System.Management.Automation.Language.StringConstantType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|SingleQuoted=0,SingleQuotedHereString=1,DoubleQuoted=2,DoubleQuotedHereString=3,BareWord=4
#System.Management.Automation.Language.SwitchFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,File=1,Regex=2,Wildcard=4,Exact=8,CaseSensitive=16,Parallel=32
#System.Management.Automation.Language.ConfigurationType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Resource=0,Meta=1
#System.Management.Automation.Language.SequencePointAst|class|System.Management.Automation.Language.Ast||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100000|
#System.Management.Automation.Runspaces.PipelineResultTypes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|None=0,Output=1,Error=2,Warning=3,Verbose=4,Debug=5,Information=6,All=7,Null=8
#System.Management.Automation.Runspaces.TypeTable|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
#Microsoft.PowerShell.ExecutionPolicy|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Unrestricted=0,RemoteSigned=1,AllSigned=2,Restricted=3,Bypass=4,Undefined=5,Default=3
#Microsoft.PowerShell.ExecutionPolicyScope|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Process=0,CurrentUser=1,LocalMachine=2,UserPolicy=3,MachinePolicy=4
#Microsoft.PowerShell.Commands.OpenMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Add=0,New=1,Overwrite=2
#System.Management.Automation.Host.ControlKeyStates|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
eflags|System.Int32|RightAltPressed=1,LeftAltPressed=2,RightCtrlPressed=4,LeftCtrlPressed=8,ShiftPressed=16,NumLockOn=32,ScrollLockOn=64,CapsLockOn=128,EnhancedKey=256
#System.Management.Automation.Host.BufferCellType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||101|
e|System.Int32|Complete=0,Leading=1,Trailing=2
`;
