/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const XML = `
#System.Xml.XmlNode|abstract|System.Object|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pstring Name {get;}
pstring Value {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pSystem.Xml.XmlNodeList ChildNodes {get;}
pSystem.Xml.XmlNode PreviousSibling {get;}
pSystem.Xml.XmlNode NextSibling {get;}
pSystem.Xml.XmlAttributeCollection Attributes {get;}
pxml OwnerDocument {get;}
pSystem.Xml.XmlNode FirstChild {get;}
pSystem.Xml.XmlNode LastChild {get;}
pbool HasChildNodes {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;set;}
pstring LocalName {get;}
pbool IsReadOnly {get;}
pstring InnerText {get;set;}
pstring OuterXml {get;}
pstring InnerXml {get;set;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
pstring BaseURI {get;}
pSystem.Xml.XmlNode PreviousText {get;}
mSystem.Xml.XPath.XPathNavigator CreateNavigator()
mSystem.Xml.XPath.XPathNavigator IXPathNavigable.CreateNavigator()
mSystem.Xml.XmlNode SelectSingleNode(string xpath)
mSystem.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)
mSystem.Xml.XmlNodeList SelectNodes(string xpath)
mSystem.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)
mSystem.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)
mSystem.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)
mSystem.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)
mSystem.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)
mSystem.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)
mSystem.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)
mSystem.Xml.XmlNode CloneNode(bool deep)
mvoid Normalize()
mbool Supports(string feature, string version)
mSystem.Xml.XmlNode Clone()
mSystem.Object ICloneable.Clone()
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid WriteTo(System.Xml.XmlWriter w)
mvoid WriteContentTo(System.Xml.XmlWriter w)
mvoid RemoveAll()
mstring GetNamespaceOfPrefix(string prefix)
mstring GetPrefixOfNamespace(string namespaceURI)
mSystem.Xml.XmlElement get_Item(string name)
mSystem.Xml.XmlElement get_Item(string localname, string ns)
#System.Xml.XmlDocument|class|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pSystem.Xml.XmlDocumentType DocumentType {get;}
pSystem.Xml.XmlImplementation Implementation {get;}
pSystem.Xml.XmlElement DocumentElement {get;}
pSystem.Xml.Schema.XmlSchemaSet Schemas {get;set;}
pSystem.Xml.XmlResolver XmlResolver {set;}
pSystem.Xml.XmlNameTable NameTable {get;}
pbool PreserveWhitespace {get;set;}
pstring InnerText {set;}
cnew()
cnew(System.Xml.XmlNameTable nt)
mSystem.Xml.XmlAttribute CreateAttribute(string name)
mSystem.Xml.XmlAttribute CreateAttribute(string qualifiedName, string namespaceURI)
mSystem.Xml.XmlAttribute CreateAttribute(string prefix, string localName, string namespaceURI)
mSystem.Xml.XmlCDataSection CreateCDataSection(string data)
mSystem.Xml.XmlComment CreateComment(string data)
mSystem.Xml.XmlDocumentType CreateDocumentType(string name, string publicId, string systemId, string internalSubset)
mSystem.Xml.XmlDocumentFragment CreateDocumentFragment()
mSystem.Xml.XmlElement CreateElement(string name)
mSystem.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)
mSystem.Xml.XmlElement CreateElement(string prefix, string localName, string namespaceURI)
mSystem.Xml.XmlEntityReference CreateEntityReference(string name)
mSystem.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)
mSystem.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)
mSystem.Xml.XmlText CreateTextNode(string text)
mSystem.Xml.XmlSignificantWhitespace CreateSignificantWhitespace(string text)
mSystem.Xml.XmlWhitespace CreateWhitespace(string text)
mSystem.Xml.XmlNodeList GetElementsByTagName(string name)
mSystem.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)
mSystem.Xml.XmlElement GetElementById(string elementId)
mSystem.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)
mSystem.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string prefix, string name, string namespaceURI)
mSystem.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)
mSystem.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string name, string namespaceURI)
mSystem.Xml.XmlNode ReadNode(System.Xml.XmlReader reader)
mvoid Load(string filename)
mvoid Load(System.IO.Stream inStream)
mvoid Load(System.IO.TextReader txtReader)
mvoid Load(System.Xml.XmlReader reader)
mvoid LoadXml(string xml)
mvoid Save(string filename)
mvoid Save(System.IO.Stream outStream)
mvoid Save(System.IO.TextWriter writer)
mvoid Save(System.Xml.XmlWriter w)
mvoid WriteContentTo(System.Xml.XmlWriter xw)
mvoid Validate(System.Xml.Schema.ValidationEventHandler validationEventHandler)
mvoid Validate(System.Xml.Schema.ValidationEventHandler validationEventHandler, System.Xml.XmlNode nodeToValidate)
#System.Xml.XmlElement|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pbool IsEmpty {get;set;}
pbool HasAttributes {get;}
mstring GetAttribute(string name)
mstring GetAttribute(string localName, string namespaceURI)
mvoid SetAttribute(string name, string value)
mstring SetAttribute(string localName, string namespaceURI, string value)
mvoid RemoveAttribute(string name)
mvoid RemoveAttribute(string localName, string namespaceURI)
mSystem.Xml.XmlAttribute GetAttributeNode(string name)
mSystem.Xml.XmlAttribute GetAttributeNode(string localName, string namespaceURI)
mSystem.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)
mSystem.Xml.XmlAttribute SetAttributeNode(string localName, string namespaceURI)
mSystem.Xml.XmlAttribute RemoveAttributeNode(System.Xml.XmlAttribute oldAttr)
mSystem.Xml.XmlAttribute RemoveAttributeNode(string localName, string namespaceURI)
mSystem.Xml.XmlNodeList GetElementsByTagName(string name)
mSystem.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)
mbool HasAttribute(string name)
mbool HasAttribute(string localName, string namespaceURI)
mSystem.Xml.XmlNode RemoveAttributeAt(int i)
mvoid RemoveAllAttributes()
#System.Xml.XmlAttribute|class|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pstring InnerText {set;}
pbool Specified {get;}
pSystem.Xml.XmlElement OwnerElement {get;}
pstring InnerXml {set;}
#System.Xml.XmlLinkedNode|abstract|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlCharacterData|abstract|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pstring Data {get;set;}
pint Length {get;}
mstring Substring(int offset, int count)
mvoid AppendData(string strData)
mvoid InsertData(int offset, string strData)
mvoid DeleteData(int offset, int count)
mvoid ReplaceData(int offset, int count, string strData)
#System.Xml.XmlText|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
mSystem.Xml.XmlText SplitText(int offset)
#System.Xml.XmlCDataSection|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlComment|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlDeclaration|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pstring Version {get;}
pstring Encoding {get;set;}
pstring Standalone {get;set;}
#System.Xml.XmlProcessingInstruction|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pstring Target {get;}
pstring Data {get;set;}
#System.Xml.XmlWhitespace|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlSignificantWhitespace|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlDocumentFragment|class|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlDocumentType|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pSystem.Xml.XmlNamedNodeMap Entities {get;}
pSystem.Xml.XmlNamedNodeMap Notations {get;}
pstring PublicId {get;}
pstring SystemId {get;}
pstring InternalSubset {get;}
#System.Xml.XmlEntityReference|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlNodeList|abstract|System.Object|System.Collections.IEnumerable System.IDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pint Count {get;}
mSystem.Xml.XmlNode Item(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Xml.XmlNode get_ItemOf(int i)
mvoid IDisposable.Dispose()
#System.Xml.XmlNamedNodeMap|class|System.Object|System.Collections.IEnumerable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pint Count {get;}
mSystem.Xml.XmlNode GetNamedItem(string name)
mSystem.Xml.XmlNode GetNamedItem(string localName, string namespaceURI)
mSystem.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)
mSystem.Xml.XmlNode RemoveNamedItem(string name)
mSystem.Xml.XmlNode RemoveNamedItem(string localName, string namespaceURI)
mSystem.Xml.XmlNode Item(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Xml.XmlAttributeCollection|class|System.Xml.XmlNamedNodeMap|System.Collections.IEnumerable System.Collections.ICollection|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mSystem.Xml.XmlAttribute get_ItemOf(int i)
mSystem.Xml.XmlAttribute get_ItemOf(string name)
mSystem.Xml.XmlAttribute get_ItemOf(string localName, string namespaceURI)
mSystem.Xml.XmlAttribute Prepend(System.Xml.XmlAttribute node)
mSystem.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)
mSystem.Xml.XmlAttribute InsertBefore(System.Xml.XmlAttribute newNode, System.Xml.XmlAttribute refNode)
mSystem.Xml.XmlAttribute InsertAfter(System.Xml.XmlAttribute newNode, System.Xml.XmlAttribute refNode)
mSystem.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)
mSystem.Xml.XmlAttribute RemoveAt(int i)
mvoid RemoveAll()
mvoid CopyTo(System.Xml.XmlAttribute[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mint ICollection.get_Count()
#System.Xml.XmlNamespaceManager|class|System.Object|System.Xml.IXmlNamespaceResolver System.Collections.IEnumerable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pSystem.Xml.XmlNameTable NameTable {get;}
pstring DefaultNamespace {get;}
cnew(System.Xml.XmlNameTable nameTable)
mvoid PushScope()
mbool PopScope()
mvoid AddNamespace(string prefix, string uri)
mvoid RemoveNamespace(string prefix, string uri)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.Generic.IDictionary[string,string] GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mSystem.Collections.Generic.IDictionary[string,string] IXmlNamespaceResolver.GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mstring LookupNamespace(string prefix)
mstring IXmlNamespaceResolver.LookupNamespace(string prefix)
mstring LookupPrefix(string uri)
mstring IXmlNamespaceResolver.LookupPrefix(string namespaceName)
mbool HasNamespace(string prefix)
#System.Xml.XmlWriter|abstract|System.Object|System.IDisposable System.IAsyncDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlWriterSettings|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Xml.XmlConvert|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
sstring EncodeName(string name)
sstring EncodeNmToken(string name)
sstring EncodeLocalName(string name)
sstring DecodeName(string name)
sstring VerifyName(string name)
sstring VerifyNCName(string name)
sstring VerifyTOKEN(string token)
sstring VerifyNMTOKEN(string name)
sstring VerifyXmlChars(string content)
sstring VerifyPublicId(string publicId)
sstring VerifyWhitespace(string content)
sbool IsStartNCNameChar(char ch)
sbool IsNCNameChar(char ch)
sbool IsXmlChar(char ch)
sbool IsXmlSurrogatePair(char lowChar, char highChar)
sbool IsPublicIdChar(char ch)
sbool IsWhitespaceChar(char ch)
sstring ToString(bool value)
sstring ToString(char value)
sstring ToString(decimal value)
sstring ToString(sbyte value)
sstring ToString(short value)
sstring ToString(int value)
sstring ToString(long value)
sstring ToString(byte value)
sstring ToString(ushort value)
sstring ToString(uint value)
sstring ToString(ulong value)
sstring ToString(float value)
sstring ToString(double value)
sstring ToString(timespan value)
sstring ToString(datetime value)
sstring ToString(datetime value, string format)
sstring ToString(datetime value, System.Xml.XmlDateTimeSerializationMode dateTimeOption)
sstring ToString(System.DateTimeOffset value)
sstring ToString(System.DateTimeOffset value, string format)
sstring ToString(guid value)
sbool ToBoolean(string s)
schar ToChar(string s)
sdecimal ToDecimal(string s)
ssbyte ToSByte(string s)
sshort ToInt16(string s)
sint ToInt32(string s)
slong ToInt64(string s)
sbyte ToByte(string s)
sushort ToUInt16(string s)
suint ToUInt32(string s)
sulong ToUInt64(string s)
sfloat ToSingle(string s)
sdouble ToDouble(string s)
stimespan ToTimeSpan(string s)
sdatetime ToDateTime(string s)
sdatetime ToDateTime(string s, string format)
sdatetime ToDateTime(string s, string[] formats)
sdatetime ToDateTime(string s, System.Xml.XmlDateTimeSerializationMode dateTimeOption)
sSystem.DateTimeOffset ToDateTimeOffset(string s)
sSystem.DateTimeOffset ToDateTimeOffset(string s, string format)
sSystem.DateTimeOffset ToDateTimeOffset(string s, string[] formats)
sguid ToGuid(string s)
cnew()
#System.Xml.XmlReader|abstract|System.Object|System.IDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
`;
