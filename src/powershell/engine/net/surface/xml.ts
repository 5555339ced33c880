/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const XML = `
#System.Xml.XmlNode|abstract|System.Object|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
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
#System.Xml.XmlDocument|class|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pSystem.Xml.XmlDocumentType DocumentType {get;}
pSystem.Xml.XmlImplementation Implementation {get;}
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlElement DocumentElement {get;}
pxml OwnerDocument {get;}
pSystem.Xml.Schema.XmlSchemaSet Schemas {get;set;}
pSystem.Xml.XmlResolver XmlResolver {set;}
pSystem.Xml.XmlNameTable NameTable {get;}
pbool PreserveWhitespace {get;set;}
pbool IsReadOnly {get;}
pstring InnerText {set;}
pstring InnerXml {get;set;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
pstring BaseURI {get;}
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
#System.Xml.XmlElement|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pxml OwnerDocument {get;}
pbool IsEmpty {get;set;}
pSystem.Xml.XmlAttributeCollection Attributes {get;}
pbool HasAttributes {get;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
pstring InnerXml {get;set;}
pstring InnerText {get;set;}
pSystem.Xml.XmlNode NextSibling {get;}
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
#System.Xml.XmlAttribute|class|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNode ParentNode {get;}
pstring Name {get;}
pstring LocalName {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pxml OwnerDocument {get;}
pstring Value {get;set;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
pstring InnerText {set;}
pbool Specified {get;}
pSystem.Xml.XmlElement OwnerElement {get;}
pstring InnerXml {set;}
pstring BaseURI {get;}
#System.Xml.XmlLinkedNode|abstract|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Xml.XmlNode PreviousSibling {get;}
pSystem.Xml.XmlNode NextSibling {get;}
#System.Xml.XmlCharacterData|abstract|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pstring Value {get;set;}
pstring InnerText {get;set;}
pstring Data {get;set;}
pint Length {get;}
mstring Substring(int offset, int count)
mvoid AppendData(string strData)
mvoid InsertData(int offset, string strData)
mvoid DeleteData(int offset, int count)
mvoid ReplaceData(int offset, int count, string strData)
#System.Xml.XmlText|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pstring Value {get;set;}
pSystem.Xml.XmlNode PreviousText {get;}
mSystem.Xml.XmlText SplitText(int offset)
#System.Xml.XmlCDataSection|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pSystem.Xml.XmlNode PreviousText {get;}
#System.Xml.XmlComment|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
#System.Xml.XmlDeclaration|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Version {get;}
pstring Encoding {get;set;}
pstring Standalone {get;set;}
pstring Value {get;set;}
pstring InnerText {get;set;}
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
#System.Xml.XmlProcessingInstruction|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pstring Value {get;set;}
pstring Target {get;}
pstring Data {get;set;}
pstring InnerText {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
#System.Xml.XmlWhitespace|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pstring Value {get;set;}
pSystem.Xml.XmlNode PreviousText {get;}
#System.Xml.XmlSignificantWhitespace|class|System.Xml.XmlCharacterData|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pstring Value {get;set;}
pSystem.Xml.XmlNode PreviousText {get;}
#System.Xml.XmlDocumentFragment|class|System.Xml.XmlNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.XmlNode ParentNode {get;}
pxml OwnerDocument {get;}
pstring InnerXml {get;set;}
#System.Xml.XmlDocumentType|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pbool IsReadOnly {get;}
pSystem.Xml.XmlNamedNodeMap Entities {get;}
pSystem.Xml.XmlNamedNodeMap Notations {get;}
pstring PublicId {get;}
pstring SystemId {get;}
pstring InternalSubset {get;}
#System.Xml.XmlEntityReference|class|System.Xml.XmlLinkedNode|System.ICloneable System.Collections.IEnumerable System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;}
pstring LocalName {get;}
pstring Value {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pbool IsReadOnly {get;}
pstring BaseURI {get;}
#System.Xml.XmlNodeList|abstract|System.Object|System.Collections.IEnumerable System.IDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pint Count {get;}
mSystem.Xml.XmlNode Item(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Xml.XmlNode get_ItemOf(int i)
mvoid IDisposable.Dispose()
#System.Xml.XmlNamedNodeMap|class|System.Object|System.Collections.IEnumerable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pint Count {get;}
mSystem.Xml.XmlNode GetNamedItem(string name)
mSystem.Xml.XmlNode GetNamedItem(string localName, string namespaceURI)
mSystem.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)
mSystem.Xml.XmlNode RemoveNamedItem(string name)
mSystem.Xml.XmlNode RemoveNamedItem(string localName, string namespaceURI)
mSystem.Xml.XmlNode Item(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Xml.XmlAttributeCollection|class|System.Xml.XmlNamedNodeMap|System.Collections.IEnumerable System.Collections.ICollection|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
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
#System.Xml.XmlNamespaceManager|class|System.Object|System.Xml.IXmlNamespaceResolver System.Collections.IEnumerable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
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
#System.Xml.XmlWriter|abstract|System.Object|System.IDisposable System.IAsyncDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Xml.XmlWriterSettings Settings {get;}
pSystem.Xml.WriteState WriteState {get;}
pSystem.Xml.XmlSpace XmlSpace {get;}
pstring XmlLang {get;}
sSystem.Xml.XmlWriter Create(string outputFileName)
sSystem.Xml.XmlWriter Create(string outputFileName, System.Xml.XmlWriterSettings settings)
sSystem.Xml.XmlWriter Create(System.IO.Stream output)
sSystem.Xml.XmlWriter Create(System.IO.Stream output, System.Xml.XmlWriterSettings settings)
sSystem.Xml.XmlWriter Create(System.IO.TextWriter output)
sSystem.Xml.XmlWriter Create(System.IO.TextWriter output, System.Xml.XmlWriterSettings settings)
sSystem.Xml.XmlWriter Create(System.Text.StringBuilder output)
sSystem.Xml.XmlWriter Create(System.Text.StringBuilder output, System.Xml.XmlWriterSettings settings)
sSystem.Xml.XmlWriter Create(System.Xml.XmlWriter output)
sSystem.Xml.XmlWriter Create(System.Xml.XmlWriter output, System.Xml.XmlWriterSettings settings)
mvoid WriteStartDocument()
mvoid WriteStartDocument(bool standalone)
mvoid WriteEndDocument()
mvoid WriteDocType(string name, string pubid, string sysid, string subset)
mvoid WriteStartElement(string localName, string ns)
mvoid WriteStartElement(string prefix, string localName, string ns)
mvoid WriteStartElement(string localName)
mvoid WriteEndElement()
mvoid WriteFullEndElement()
mvoid WriteAttributeString(string localName, string ns, string value)
mvoid WriteAttributeString(string localName, string value)
mvoid WriteAttributeString(string prefix, string localName, string ns, string value)
mvoid WriteStartAttribute(string localName, string ns)
mvoid WriteStartAttribute(string prefix, string localName, string ns)
mvoid WriteStartAttribute(string localName)
mvoid WriteEndAttribute()
mvoid WriteCData(string text)
mvoid WriteComment(string text)
mvoid WriteProcessingInstruction(string name, string text)
mvoid WriteEntityRef(string name)
mvoid WriteCharEntity(char ch)
mvoid WriteWhitespace(string ws)
mvoid WriteString(string text)
mvoid WriteSurrogateCharEntity(char lowChar, char highChar)
mvoid WriteChars(char[] buffer, int index, int count)
mvoid WriteRaw(char[] buffer, int index, int count)
mvoid WriteRaw(string data)
mvoid WriteBase64(byte[] buffer, int index, int count)
mvoid WriteBinHex(byte[] buffer, int index, int count)
mvoid Close()
mvoid Flush()
mstring LookupPrefix(string ns)
mvoid WriteNmToken(string name)
mvoid WriteName(string name)
mvoid WriteQualifiedName(string localName, string ns)
mvoid WriteValue(System.Object value)
mvoid WriteValue(string value)
mvoid WriteValue(bool value)
mvoid WriteValue(datetime value)
mvoid WriteValue(System.DateTimeOffset value)
mvoid WriteValue(double value)
mvoid WriteValue(float value)
mvoid WriteValue(decimal value)
mvoid WriteValue(int value)
mvoid WriteValue(long value)
mvoid WriteAttributes(System.Xml.XmlReader reader, bool defattr)
mvoid WriteNode(System.Xml.XmlReader reader, bool defattr)
mvoid WriteNode(System.Xml.XPath.XPathNavigator navigator, bool defattr)
mvoid WriteElementString(string localName, string value)
mvoid WriteElementString(string localName, string ns, string value)
mvoid WriteElementString(string prefix, string localName, string ns, string value)
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.Threading.Tasks.Task WriteStartDocumentAsync()
mSystem.Threading.Tasks.Task WriteStartDocumentAsync(bool standalone)
mSystem.Threading.Tasks.Task WriteEndDocumentAsync()
mSystem.Threading.Tasks.Task WriteDocTypeAsync(string name, string pubid, string sysid, string subset)
mSystem.Threading.Tasks.Task WriteStartElementAsync(string prefix, string localName, string ns)
mSystem.Threading.Tasks.Task WriteEndElementAsync()
mSystem.Threading.Tasks.Task WriteFullEndElementAsync()
mSystem.Threading.Tasks.Task WriteAttributeStringAsync(string prefix, string localName, string ns, string value)
mSystem.Threading.Tasks.Task WriteCDataAsync(string text)
mSystem.Threading.Tasks.Task WriteCommentAsync(string text)
mSystem.Threading.Tasks.Task WriteProcessingInstructionAsync(string name, string text)
mSystem.Threading.Tasks.Task WriteEntityRefAsync(string name)
mSystem.Threading.Tasks.Task WriteCharEntityAsync(char ch)
mSystem.Threading.Tasks.Task WriteWhitespaceAsync(string ws)
mSystem.Threading.Tasks.Task WriteStringAsync(string text)
mSystem.Threading.Tasks.Task WriteSurrogateCharEntityAsync(char lowChar, char highChar)
mSystem.Threading.Tasks.Task WriteCharsAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.Task WriteRawAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.Task WriteRawAsync(string data)
mSystem.Threading.Tasks.Task WriteBase64Async(byte[] buffer, int index, int count)
mSystem.Threading.Tasks.Task WriteBinHexAsync(byte[] buffer, int index, int count)
mSystem.Threading.Tasks.Task FlushAsync()
mSystem.Threading.Tasks.Task WriteNmTokenAsync(string name)
mSystem.Threading.Tasks.Task WriteNameAsync(string name)
mSystem.Threading.Tasks.Task WriteQualifiedNameAsync(string localName, string ns)
mSystem.Threading.Tasks.Task WriteAttributesAsync(System.Xml.XmlReader reader, bool defattr)
mSystem.Threading.Tasks.Task WriteNodeAsync(System.Xml.XmlReader reader, bool defattr)
mSystem.Threading.Tasks.Task WriteNodeAsync(System.Xml.XPath.XPathNavigator navigator, bool defattr)
mSystem.Threading.Tasks.Task WriteElementStringAsync(string prefix, string localName, string ns, string value)
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
#System.Xml.XmlWriterSettings|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pbool Async {get;set;}
pSystem.Text.Encoding Encoding {get;set;}
pbool OmitXmlDeclaration {get;set;}
pSystem.Xml.NewLineHandling NewLineHandling {get;set;}
pstring NewLineChars {get;set;}
pbool Indent {get;set;}
pstring IndentChars {get;set;}
pbool NewLineOnAttributes {get;set;}
pbool CloseOutput {get;set;}
pSystem.Xml.ConformanceLevel ConformanceLevel {get;set;}
pbool CheckCharacters {get;set;}
pSystem.Xml.NamespaceHandling NamespaceHandling {get;set;}
pbool WriteEndDocumentOnClose {get;set;}
pSystem.Xml.XmlOutputMethod OutputMethod {get;}
pbool DoNotEscapeUriAttributes {get;set;}
cnew()
mvoid Reset()
mSystem.Xml.XmlWriterSettings Clone()
#System.Xml.XmlConvert|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
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
#System.Xml.XmlReader|abstract|System.Object|System.IDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Xml.XmlReaderSettings Settings {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Name {get;}
pstring LocalName {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;}
pbool HasValue {get;}
pstring Value {get;}
pint Depth {get;}
pstring BaseURI {get;}
pbool IsEmptyElement {get;}
pbool IsDefault {get;}
pchar QuoteChar {get;}
pSystem.Xml.XmlSpace XmlSpace {get;}
pstring XmlLang {get;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
ptype ValueType {get;}
pint AttributeCount {get;}
pbool EOF {get;}
pSystem.Xml.ReadState ReadState {get;}
pSystem.Xml.XmlNameTable NameTable {get;}
pbool CanResolveEntity {get;}
pbool CanReadBinaryContent {get;}
pbool CanReadValueChunk {get;}
pbool HasAttributes {get;}
sbool IsName(string str)
sbool IsNameToken(string str)
sSystem.Xml.XmlReader Create(string inputUri)
sSystem.Xml.XmlReader Create(string inputUri, System.Xml.XmlReaderSettings settings)
sSystem.Xml.XmlReader Create(string inputUri, System.Xml.XmlReaderSettings settings, System.Xml.XmlParserContext inputContext)
sSystem.Xml.XmlReader Create(System.IO.Stream input)
sSystem.Xml.XmlReader Create(System.IO.Stream input, System.Xml.XmlReaderSettings settings)
sSystem.Xml.XmlReader Create(System.IO.Stream input, System.Xml.XmlReaderSettings settings, string baseUri)
sSystem.Xml.XmlReader Create(System.IO.Stream input, System.Xml.XmlReaderSettings settings, System.Xml.XmlParserContext inputContext)
sSystem.Xml.XmlReader Create(System.IO.TextReader input)
sSystem.Xml.XmlReader Create(System.IO.TextReader input, System.Xml.XmlReaderSettings settings)
sSystem.Xml.XmlReader Create(System.IO.TextReader input, System.Xml.XmlReaderSettings settings, string baseUri)
sSystem.Xml.XmlReader Create(System.IO.TextReader input, System.Xml.XmlReaderSettings settings, System.Xml.XmlParserContext inputContext)
sSystem.Xml.XmlReader Create(System.Xml.XmlReader reader, System.Xml.XmlReaderSettings settings)
mSystem.Object ReadContentAsObject()
mbool ReadContentAsBoolean()
mdatetime ReadContentAsDateTime()
mSystem.DateTimeOffset ReadContentAsDateTimeOffset()
mdouble ReadContentAsDouble()
mfloat ReadContentAsFloat()
mdecimal ReadContentAsDecimal()
mint ReadContentAsInt()
mlong ReadContentAsLong()
mstring ReadContentAsString()
mSystem.Object ReadContentAs(type returnType, System.Xml.IXmlNamespaceResolver namespaceResolver)
mSystem.Object ReadElementContentAsObject()
mSystem.Object ReadElementContentAsObject(string localName, string namespaceURI)
mbool ReadElementContentAsBoolean()
mbool ReadElementContentAsBoolean(string localName, string namespaceURI)
mdatetime ReadElementContentAsDateTime()
mdatetime ReadElementContentAsDateTime(string localName, string namespaceURI)
mdouble ReadElementContentAsDouble()
mdouble ReadElementContentAsDouble(string localName, string namespaceURI)
mfloat ReadElementContentAsFloat()
mfloat ReadElementContentAsFloat(string localName, string namespaceURI)
mdecimal ReadElementContentAsDecimal()
mdecimal ReadElementContentAsDecimal(string localName, string namespaceURI)
mint ReadElementContentAsInt()
mint ReadElementContentAsInt(string localName, string namespaceURI)
mlong ReadElementContentAsLong()
mlong ReadElementContentAsLong(string localName, string namespaceURI)
mstring ReadElementContentAsString()
mstring ReadElementContentAsString(string localName, string namespaceURI)
mSystem.Object ReadElementContentAs(type returnType, System.Xml.IXmlNamespaceResolver namespaceResolver)
mSystem.Object ReadElementContentAs(type returnType, System.Xml.IXmlNamespaceResolver namespaceResolver, string localName, string namespaceURI)
mstring GetAttribute(string name)
mstring GetAttribute(string name, string namespaceURI)
mstring GetAttribute(int i)
mstring get_Item(int i)
mstring get_Item(string name)
mstring get_Item(string name, string namespaceURI)
mbool MoveToAttribute(string name)
mbool MoveToAttribute(string name, string ns)
mvoid MoveToAttribute(int i)
mbool MoveToFirstAttribute()
mbool MoveToNextAttribute()
mbool MoveToElement()
mbool ReadAttributeValue()
mbool Read()
mvoid Close()
mvoid Skip()
mstring LookupNamespace(string prefix)
mvoid ResolveEntity()
mint ReadContentAsBase64(byte[] buffer, int index, int count)
mint ReadElementContentAsBase64(byte[] buffer, int index, int count)
mint ReadContentAsBinHex(byte[] buffer, int index, int count)
mint ReadElementContentAsBinHex(byte[] buffer, int index, int count)
mint ReadValueChunk(char[] buffer, int index, int count)
mstring ReadString()
mSystem.Xml.XmlNodeType MoveToContent()
mvoid ReadStartElement()
mvoid ReadStartElement(string name)
mvoid ReadStartElement(string localname, string ns)
mstring ReadElementString()
mstring ReadElementString(string name)
mstring ReadElementString(string localname, string ns)
mvoid ReadEndElement()
mbool IsStartElement()
mbool IsStartElement(string name)
mbool IsStartElement(string localname, string ns)
mbool ReadToFollowing(string name)
mbool ReadToFollowing(string localName, string namespaceURI)
mbool ReadToDescendant(string name)
mbool ReadToDescendant(string localName, string namespaceURI)
mbool ReadToNextSibling(string name)
mbool ReadToNextSibling(string localName, string namespaceURI)
mstring ReadInnerXml()
mstring ReadOuterXml()
mSystem.Xml.XmlReader ReadSubtree()
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.Threading.Tasks.Task[string] GetValueAsync()
mSystem.Threading.Tasks.Task[System.Object] ReadContentAsObjectAsync()
mSystem.Threading.Tasks.Task[string] ReadContentAsStringAsync()
mSystem.Threading.Tasks.Task[System.Object] ReadContentAsAsync(type returnType, System.Xml.IXmlNamespaceResolver namespaceResolver)
mSystem.Threading.Tasks.Task[System.Object] ReadElementContentAsObjectAsync()
mSystem.Threading.Tasks.Task[string] ReadElementContentAsStringAsync()
mSystem.Threading.Tasks.Task[System.Object] ReadElementContentAsAsync(type returnType, System.Xml.IXmlNamespaceResolver namespaceResolver)
mSystem.Threading.Tasks.Task[bool] ReadAsync()
mSystem.Threading.Tasks.Task SkipAsync()
mSystem.Threading.Tasks.Task[int] ReadContentAsBase64Async(byte[] buffer, int index, int count)
mSystem.Threading.Tasks.Task[int] ReadElementContentAsBase64Async(byte[] buffer, int index, int count)
mSystem.Threading.Tasks.Task[int] ReadContentAsBinHexAsync(byte[] buffer, int index, int count)
mSystem.Threading.Tasks.Task[int] ReadElementContentAsBinHexAsync(byte[] buffer, int index, int count)
mSystem.Threading.Tasks.Task[int] ReadValueChunkAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.Task[System.Xml.XmlNodeType] MoveToContentAsync()
mSystem.Threading.Tasks.Task[string] ReadInnerXmlAsync()
mSystem.Threading.Tasks.Task[string] ReadOuterXmlAsync()
#System.Xml.XmlImplementation|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
cnew()
cnew(System.Xml.XmlNameTable nt)
mbool HasFeature(string strFeature, string strVersion)
mxml CreateDocument()
#System.Xml.XmlNameTable|abstract|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
mstring Get(char[] array, int offset, int length)
mstring Get(string array)
mstring Add(char[] array, int offset, int length)
mstring Add(string array)
#System.Xml.NameTable|class|System.Xml.XmlNameTable||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
cnew()
mstring Add(string key)
mstring Add(char[] key, int start, int len)
mstring Get(string value)
mstring Get(char[] key, int start, int len)
#System.Xml.XmlQualifiedName|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|!Empty
pstring Namespace {get;}
pstring Name {get;}
pbool IsEmpty {get;}
qSystem.Xml.XmlQualifiedName Empty {get;}
sbool op_Equality(System.Xml.XmlQualifiedName a, System.Xml.XmlQualifiedName b)
sbool op_Inequality(System.Xml.XmlQualifiedName a, System.Xml.XmlQualifiedName b)
sstring ToString(string name, string ns)
cnew()
cnew(string name)
cnew(string name, string ns)
mbool Equals(System.Object other)
#System.Xml.XmlResolver|abstract|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Net.ICredentials Credentials {set;}
qSystem.Xml.XmlResolver FileSystemResolver {get;}
qSystem.Xml.XmlResolver ThrowingResolver {get;}
mSystem.Object GetEntity(uri absoluteUri, string role, type ofObjectToReturn)
mSystem.Threading.Tasks.Task[System.Object] GetEntityAsync(uri absoluteUri, string role, type ofObjectToReturn)
muri ResolveUri(uri baseUri, string relativeUri)
mbool SupportsType(uri absoluteUri, type type)
#System.Xml.XmlUrlResolver|class|System.Xml.XmlResolver||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Net.ICredentials Credentials {set;}
pSystem.Net.IWebProxy Proxy {set;}
pSystem.Net.Cache.RequestCachePolicy CachePolicy {set;}
cnew()
#System.Xml.XmlReaderSettings|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pbool Async {get;set;}
pSystem.Xml.XmlNameTable NameTable {get;set;}
pSystem.Xml.XmlResolver XmlResolver {set;}
pint LineNumberOffset {get;set;}
pint LinePositionOffset {get;set;}
pSystem.Xml.ConformanceLevel ConformanceLevel {get;set;}
pbool CheckCharacters {get;set;}
plong MaxCharactersInDocument {get;set;}
plong MaxCharactersFromEntities {get;set;}
pbool IgnoreWhitespace {get;set;}
pbool IgnoreProcessingInstructions {get;set;}
pbool IgnoreComments {get;set;}
pbool ProhibitDtd {get;set;}
pSystem.Xml.DtdProcessing DtdProcessing {get;set;}
pbool CloseInput {get;set;}
pSystem.Xml.ValidationType ValidationType {get;set;}
pSystem.Xml.Schema.XmlSchemaValidationFlags ValidationFlags {get;set;}
pSystem.Xml.Schema.XmlSchemaSet Schemas {get;set;}
cnew()
mvoid Reset()
mSystem.Xml.XmlReaderSettings Clone()
#System.Xml.XmlTextReader|class|System.Xml.XmlReader|System.IDisposable System.Xml.IXmlLineInfo System.Xml.IXmlNamespaceResolver|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Name {get;}
pstring LocalName {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;}
pbool HasValue {get;}
pstring Value {get;}
pint Depth {get;}
pstring BaseURI {get;}
pbool IsEmptyElement {get;}
pbool IsDefault {get;}
pchar QuoteChar {get;}
pSystem.Xml.XmlSpace XmlSpace {get;}
pstring XmlLang {get;}
pint AttributeCount {get;}
pbool EOF {get;}
pSystem.Xml.ReadState ReadState {get;}
pSystem.Xml.XmlNameTable NameTable {get;}
pbool CanResolveEntity {get;}
pbool CanReadBinaryContent {get;}
pbool CanReadValueChunk {get;}
pint LineNumber {get;}
pint LinePosition {get;}
pbool Namespaces {get;set;}
pbool Normalization {get;set;}
pSystem.Text.Encoding Encoding {get;}
pSystem.Xml.WhitespaceHandling WhitespaceHandling {get;set;}
pbool ProhibitDtd {get;set;}
pSystem.Xml.DtdProcessing DtdProcessing {get;set;}
pSystem.Xml.EntityHandling EntityHandling {get;set;}
pSystem.Xml.XmlResolver XmlResolver {set;}
cnew(System.IO.Stream input)
cnew(string url, System.IO.Stream input)
cnew(System.IO.Stream input, System.Xml.XmlNameTable nt)
cnew(string url, System.IO.Stream input, System.Xml.XmlNameTable nt)
cnew(System.IO.TextReader input)
cnew(string url, System.IO.TextReader input)
cnew(System.IO.TextReader input, System.Xml.XmlNameTable nt)
cnew(string url, System.IO.TextReader input, System.Xml.XmlNameTable nt)
cnew(System.IO.Stream xmlFragment, System.Xml.XmlNodeType fragType, System.Xml.XmlParserContext context)
cnew(string xmlFragment, System.Xml.XmlNodeType fragType, System.Xml.XmlParserContext context)
cnew(string url)
cnew(string url, System.Xml.XmlNameTable nt)
mstring GetAttribute(string localName, string namespaceURI)
mbool MoveToAttribute(string localName, string namespaceURI)
mstring IXmlNamespaceResolver.LookupNamespace(string prefix)
mbool HasLineInfo()
mbool IXmlLineInfo.HasLineInfo()
mSystem.Collections.Generic.IDictionary[string,string] GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mSystem.Collections.Generic.IDictionary[string,string] IXmlNamespaceResolver.GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mvoid ResetState()
mSystem.IO.TextReader GetRemainder()
mint ReadChars(char[] buffer, int index, int count)
mint ReadBase64(byte[] array, int offset, int len)
mint ReadBinHex(byte[] array, int offset, int len)
mstring IXmlNamespaceResolver.LookupPrefix(string namespaceName)
#System.Xml.XmlTextWriter|class|System.Xml.XmlWriter|System.IDisposable System.IAsyncDisposable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.IO.Stream BaseStream {get;}
pbool Namespaces {get;set;}
pSystem.Xml.Formatting Formatting {get;set;}
pint Indentation {get;set;}
pchar IndentChar {get;set;}
pchar QuoteChar {get;set;}
pSystem.Xml.WriteState WriteState {get;}
pSystem.Xml.XmlSpace XmlSpace {get;}
pstring XmlLang {get;}
cnew(System.IO.Stream w, System.Text.Encoding encoding)
cnew(string filename, System.Text.Encoding encoding)
cnew(System.IO.TextWriter w)
#System.Xml.XmlNodeReader|class|System.Xml.XmlReader|System.IDisposable System.Xml.IXmlNamespaceResolver|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Name {get;}
pstring LocalName {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;}
pbool HasValue {get;}
pstring Value {get;}
pint Depth {get;}
pstring BaseURI {get;}
pbool CanResolveEntity {get;}
pbool IsEmptyElement {get;}
pbool IsDefault {get;}
pSystem.Xml.XmlSpace XmlSpace {get;}
pstring XmlLang {get;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
pint AttributeCount {get;}
pbool EOF {get;}
pSystem.Xml.ReadState ReadState {get;}
pbool HasAttributes {get;}
pSystem.Xml.XmlNameTable NameTable {get;}
pbool CanReadBinaryContent {get;}
cnew(System.Xml.XmlNode node)
mstring GetAttribute(int attributeIndex)
mbool MoveToAttribute(string name, string namespaceURI)
mvoid MoveToAttribute(int attributeIndex)
mstring IXmlNamespaceResolver.LookupNamespace(string prefix)
mSystem.Collections.Generic.IDictionary[string,string] IXmlNamespaceResolver.GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mstring IXmlNamespaceResolver.LookupPrefix(string namespaceName)
#System.Xml.XmlParserContext|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNameTable NameTable {get;set;}
pSystem.Xml.XmlNamespaceManager NamespaceManager {get;set;}
pstring DocTypeName {get;set;}
pstring PublicId {get;set;}
pstring SystemId {get;set;}
pstring BaseURI {get;set;}
pstring InternalSubset {get;set;}
pstring XmlLang {get;set;}
pSystem.Xml.XmlSpace XmlSpace {get;set;}
pSystem.Text.Encoding Encoding {get;set;}
cnew(System.Xml.XmlNameTable nt, System.Xml.XmlNamespaceManager nsMgr, string xmlLang, System.Xml.XmlSpace xmlSpace)
cnew(System.Xml.XmlNameTable nt, System.Xml.XmlNamespaceManager nsMgr, string xmlLang, System.Xml.XmlSpace xmlSpace, System.Text.Encoding enc)
cnew(System.Xml.XmlNameTable nt, System.Xml.XmlNamespaceManager nsMgr, string docTypeName, string pubId, string sysId, string internalSubset, string baseURI, string xmlLang, System.Xml.XmlSpace xmlSpace)
cnew(System.Xml.XmlNameTable nt, System.Xml.XmlNamespaceManager nsMgr, string docTypeName, string pubId, string sysId, string internalSubset, string baseURI, string xmlLang, System.Xml.XmlSpace xmlSpace, System.Text.Encoding enc)
#System.Xml.XPath.XPathDocument|class|System.Object|System.Xml.XPath.IXPathNavigable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
cnew(System.Xml.XmlReader reader)
cnew(System.Xml.XmlReader reader, System.Xml.XmlSpace space)
cnew(System.IO.TextReader textReader)
cnew(System.IO.Stream stream)
cnew(string uri)
cnew(string uri, System.Xml.XmlSpace space)
mSystem.Xml.XPath.XPathNavigator CreateNavigator()
mSystem.Xml.XPath.XPathNavigator IXPathNavigable.CreateNavigator()
#System.Xml.XPath.XPathNavigator|abstract|System.Xml.XPath.XPathItem|System.ICloneable System.Xml.XPath.IXPathNavigable System.Xml.IXmlNamespaceResolver|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pbool IsNode {get;}
pSystem.Xml.Schema.XmlSchemaType XmlType {get;}
pSystem.Object TypedValue {get;}
ptype ValueType {get;}
pbool ValueAsBoolean {get;}
pdatetime ValueAsDateTime {get;}
pdouble ValueAsDouble {get;}
pint ValueAsInt {get;}
plong ValueAsLong {get;}
pSystem.Xml.XmlNameTable NameTable {get;}
pSystem.Xml.XPath.XPathNodeType NodeType {get;}
pstring LocalName {get;}
pstring Name {get;}
pstring NamespaceURI {get;}
pstring Prefix {get;}
pstring BaseURI {get;}
pbool IsEmptyElement {get;}
pstring XmlLang {get;}
pSystem.Object UnderlyingObject {get;}
pbool HasAttributes {get;}
pbool HasChildren {get;}
pSystem.Xml.Schema.IXmlSchemaInfo SchemaInfo {get;}
pbool CanEdit {get;}
pstring OuterXml {get;set;}
pstring InnerXml {get;set;}
qSystem.Collections.IEqualityComparer NavigatorComparer {get;}
mvoid SetValue(string value)
mvoid SetTypedValue(System.Object typedValue)
mSystem.Xml.XPath.XPathNavigator CreateNavigator()
mSystem.Xml.XPath.XPathNavigator IXPathNavigable.CreateNavigator()
mstring LookupNamespace(string prefix)
mstring IXmlNamespaceResolver.LookupNamespace(string prefix)
mstring LookupPrefix(string namespaceURI)
mstring IXmlNamespaceResolver.LookupPrefix(string namespaceName)
mSystem.Collections.Generic.IDictionary[string,string] GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mSystem.Collections.Generic.IDictionary[string,string] IXmlNamespaceResolver.GetNamespacesInScope(System.Xml.XmlNamespaceScope scope)
mSystem.Xml.XPath.XPathNavigator Clone()
mSystem.Object ICloneable.Clone()
mSystem.Xml.XmlReader ReadSubtree()
mvoid WriteSubtree(System.Xml.XmlWriter writer)
mstring GetAttribute(string localName, string namespaceURI)
mbool MoveToAttribute(string localName, string namespaceURI)
mbool MoveToFirstAttribute()
mbool MoveToNextAttribute()
mstring GetNamespace(string name)
mbool MoveToNamespace(string name)
mbool MoveToFirstNamespace(System.Xml.XPath.XPathNamespaceScope namespaceScope)
mbool MoveToFirstNamespace()
mbool MoveToNextNamespace(System.Xml.XPath.XPathNamespaceScope namespaceScope)
mbool MoveToNextNamespace()
mbool MoveToNext()
mbool MoveToNext(string localName, string namespaceURI)
mbool MoveToNext(System.Xml.XPath.XPathNodeType type)
mbool MoveToPrevious()
mbool MoveToFirst()
mbool MoveToFirstChild()
mbool MoveToParent()
mvoid MoveToRoot()
mbool MoveTo(System.Xml.XPath.XPathNavigator other)
mbool MoveToId(string id)
mbool MoveToChild(string localName, string namespaceURI)
mbool MoveToChild(System.Xml.XPath.XPathNodeType type)
mbool MoveToFollowing(string localName, string namespaceURI)
mbool MoveToFollowing(string localName, string namespaceURI, System.Xml.XPath.XPathNavigator end)
mbool MoveToFollowing(System.Xml.XPath.XPathNodeType type)
mbool MoveToFollowing(System.Xml.XPath.XPathNodeType type, System.Xml.XPath.XPathNavigator end)
mbool IsSamePosition(System.Xml.XPath.XPathNavigator other)
mbool IsDescendant(System.Xml.XPath.XPathNavigator nav)
mSystem.Xml.XmlNodeOrder ComparePosition(System.Xml.XPath.XPathNavigator nav)
mbool CheckValidity(System.Xml.Schema.XmlSchemaSet schemas, System.Xml.Schema.ValidationEventHandler validationEventHandler)
mSystem.Xml.XPath.XPathExpression Compile(string xpath)
mSystem.Xml.XPath.XPathNavigator SelectSingleNode(string xpath)
mSystem.Xml.XPath.XPathNavigator SelectSingleNode(string xpath, System.Xml.IXmlNamespaceResolver resolver)
mSystem.Xml.XPath.XPathNavigator SelectSingleNode(System.Xml.XPath.XPathExpression expression)
mSystem.Xml.XPath.XPathNodeIterator Select(string xpath)
mSystem.Xml.XPath.XPathNodeIterator Select(string xpath, System.Xml.IXmlNamespaceResolver resolver)
mSystem.Xml.XPath.XPathNodeIterator Select(System.Xml.XPath.XPathExpression expr)
mSystem.Object Evaluate(string xpath)
mSystem.Object Evaluate(string xpath, System.Xml.IXmlNamespaceResolver resolver)
mSystem.Object Evaluate(System.Xml.XPath.XPathExpression expr)
mSystem.Object Evaluate(System.Xml.XPath.XPathExpression expr, System.Xml.XPath.XPathNodeIterator context)
mbool Matches(System.Xml.XPath.XPathExpression expr)
mbool Matches(string xpath)
mSystem.Xml.XPath.XPathNodeIterator SelectChildren(System.Xml.XPath.XPathNodeType type)
mSystem.Xml.XPath.XPathNodeIterator SelectChildren(string name, string namespaceURI)
mSystem.Xml.XPath.XPathNodeIterator SelectAncestors(System.Xml.XPath.XPathNodeType type, bool matchSelf)
mSystem.Xml.XPath.XPathNodeIterator SelectAncestors(string name, string namespaceURI, bool matchSelf)
mSystem.Xml.XPath.XPathNodeIterator SelectDescendants(System.Xml.XPath.XPathNodeType type, bool matchSelf)
mSystem.Xml.XPath.XPathNodeIterator SelectDescendants(string name, string namespaceURI, bool matchSelf)
mSystem.Xml.XmlWriter PrependChild()
mvoid PrependChild(string newChild)
mvoid PrependChild(System.Xml.XmlReader newChild)
mvoid PrependChild(System.Xml.XPath.XPathNavigator newChild)
mSystem.Xml.XmlWriter AppendChild()
mvoid AppendChild(string newChild)
mvoid AppendChild(System.Xml.XmlReader newChild)
mvoid AppendChild(System.Xml.XPath.XPathNavigator newChild)
mSystem.Xml.XmlWriter InsertAfter()
mvoid InsertAfter(string newSibling)
mvoid InsertAfter(System.Xml.XmlReader newSibling)
mvoid InsertAfter(System.Xml.XPath.XPathNavigator newSibling)
mSystem.Xml.XmlWriter InsertBefore()
mvoid InsertBefore(string newSibling)
mvoid InsertBefore(System.Xml.XmlReader newSibling)
mvoid InsertBefore(System.Xml.XPath.XPathNavigator newSibling)
mSystem.Xml.XmlWriter CreateAttributes()
mSystem.Xml.XmlWriter ReplaceRange(System.Xml.XPath.XPathNavigator lastSiblingToReplace)
mvoid ReplaceSelf(string newNode)
mvoid ReplaceSelf(System.Xml.XmlReader newNode)
mvoid ReplaceSelf(System.Xml.XPath.XPathNavigator newNode)
mvoid DeleteRange(System.Xml.XPath.XPathNavigator lastSiblingToDelete)
mvoid DeleteSelf()
mvoid PrependChildElement(string prefix, string localName, string namespaceURI, string value)
mvoid AppendChildElement(string prefix, string localName, string namespaceURI, string value)
mvoid InsertElementBefore(string prefix, string localName, string namespaceURI, string value)
mvoid InsertElementAfter(string prefix, string localName, string namespaceURI, string value)
mvoid CreateAttribute(string prefix, string localName, string namespaceURI, string value)
#System.Xml.XPath.XPathNodeIterator|abstract|System.Object|System.ICloneable System.Collections.IEnumerable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Xml.XPath.XPathNavigator Current {get;}
pint CurrentPosition {get;}
pint Count {get;}
mSystem.Xml.XPath.XPathNodeIterator Clone()
mSystem.Object ICloneable.Clone()
mbool MoveNext()
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Xml.XPath.XPathExpression|abstract|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pstring Expression {get;}
pSystem.Xml.XPath.XPathResultType ReturnType {get;}
sSystem.Xml.XPath.XPathExpression Compile(string xpath)
sSystem.Xml.XPath.XPathExpression Compile(string xpath, System.Xml.IXmlNamespaceResolver nsResolver)
mvoid AddSort(System.Object expr, System.Collections.IComparer comparer)
mvoid AddSort(System.Object expr, System.Xml.XPath.XmlSortOrder order, System.Xml.XPath.XmlCaseOrder caseOrder, string lang, System.Xml.XPath.XmlDataType dataType)
mSystem.Xml.XPath.XPathExpression Clone()
mvoid SetContext(System.Xml.XmlNamespaceManager nsManager)
mvoid SetContext(System.Xml.IXmlNamespaceResolver nsResolver)
#System.Xml.Schema.XmlSchema|class|System.Xml.Schema.XmlSchemaObject||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|=Namespace =InstanceNamespace
pSystem.Xml.Schema.XmlSchemaForm AttributeFormDefault {get;set;}
pSystem.Xml.Schema.XmlSchemaDerivationMethod BlockDefault {get;set;}
pSystem.Xml.Schema.XmlSchemaDerivationMethod FinalDefault {get;set;}
pSystem.Xml.Schema.XmlSchemaForm ElementFormDefault {get;set;}
pstring TargetNamespace {get;set;}
pstring Version {get;set;}
pSystem.Xml.Schema.XmlSchemaObjectCollection Includes {get;}
pSystem.Xml.Schema.XmlSchemaObjectCollection Items {get;}
pbool IsCompiled {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable Attributes {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable AttributeGroups {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable SchemaTypes {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable Elements {get;}
pstring Id {get;set;}
pSystem.Xml.XmlAttribute[] UnhandledAttributes {get;set;}
pSystem.Xml.Schema.XmlSchemaObjectTable Groups {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable Notations {get;}
qstring Namespace {get;}
qstring InstanceNamespace {get;}
sSystem.Xml.Schema.XmlSchema Read(System.IO.TextReader reader, System.Xml.Schema.ValidationEventHandler validationEventHandler)
sSystem.Xml.Schema.XmlSchema Read(System.IO.Stream stream, System.Xml.Schema.ValidationEventHandler validationEventHandler)
sSystem.Xml.Schema.XmlSchema Read(System.Xml.XmlReader reader, System.Xml.Schema.ValidationEventHandler validationEventHandler)
cnew()
mvoid Write(System.IO.Stream stream)
mvoid Write(System.IO.Stream stream, System.Xml.XmlNamespaceManager namespaceManager)
mvoid Write(System.IO.TextWriter writer)
mvoid Write(System.IO.TextWriter writer, System.Xml.XmlNamespaceManager namespaceManager)
mvoid Write(System.Xml.XmlWriter writer)
mvoid Write(System.Xml.XmlWriter writer, System.Xml.XmlNamespaceManager namespaceManager)
mvoid Compile(System.Xml.Schema.ValidationEventHandler validationEventHandler)
mvoid Compile(System.Xml.Schema.ValidationEventHandler validationEventHandler, System.Xml.XmlResolver resolver)
#System.Xml.Schema.XmlSchemaSet|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNameTable NameTable {get;}
pbool IsCompiled {get;}
pSystem.Xml.XmlResolver XmlResolver {set;}
pSystem.Xml.Schema.XmlSchemaCompilationSettings CompilationSettings {get;set;}
pint Count {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable GlobalElements {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable GlobalAttributes {get;}
pSystem.Xml.Schema.XmlSchemaObjectTable GlobalTypes {get;}
cnew()
cnew(System.Xml.XmlNameTable nameTable)
mSystem.Xml.Schema.XmlSchema Add(string targetNamespace, string schemaUri)
mSystem.Xml.Schema.XmlSchema Add(string targetNamespace, System.Xml.XmlReader schemaDocument)
mvoid Add(System.Xml.Schema.XmlSchemaSet schemas)
mSystem.Xml.Schema.XmlSchema Add(System.Xml.Schema.XmlSchema schema)
mSystem.Xml.Schema.XmlSchema Remove(System.Xml.Schema.XmlSchema schema)
mbool RemoveRecursive(System.Xml.Schema.XmlSchema schemaToRemove)
mbool Contains(string targetNamespace)
mbool Contains(System.Xml.Schema.XmlSchema schema)
mvoid Compile()
mSystem.Xml.Schema.XmlSchema Reprocess(System.Xml.Schema.XmlSchema schema)
mvoid CopyTo(System.Xml.Schema.XmlSchema[] schemas, int index)
mSystem.Collections.ICollection Schemas()
mSystem.Collections.ICollection Schemas(string targetNamespace)
#System.Xml.Schema.ValidationEventArgs|class|System.EventArgs||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.Schema.XmlSeverityType Severity {get;}
pSystem.Xml.Schema.XmlSchemaException Exception {get;}
pstring Message {get;}
#System.Xml.Schema.ValidationEventHandler|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(System.Object sender, System.Xml.Schema.ValidationEventArgs e)
mSystem.IAsyncResult BeginInvoke(System.Object sender, System.Xml.Schema.ValidationEventArgs e, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Xml.Serialization.XmlSerializer|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
sSystem.Xml.Serialization.XmlSerializer[] FromMappings(System.Xml.Serialization.XmlMapping[] mappings)
sSystem.Xml.Serialization.XmlSerializer[] FromMappings(System.Xml.Serialization.XmlMapping[] mappings, type type)
sSystem.Xml.Serialization.XmlSerializer[] FromTypes(type[] types)
sstring GetXmlSerializerAssemblyName(type type)
sstring GetXmlSerializerAssemblyName(type type, string defaultNamespace)
cnew(type type, System.Xml.Serialization.XmlAttributeOverrides overrides, type[] extraTypes, System.Xml.Serialization.XmlRootAttribute root, string defaultNamespace)
cnew(type type, System.Xml.Serialization.XmlRootAttribute root)
cnew(type type, type[] extraTypes)
cnew(type type, System.Xml.Serialization.XmlAttributeOverrides overrides)
cnew(System.Xml.Serialization.XmlTypeMapping xmlTypeMapping)
cnew(type type)
cnew(type type, string defaultNamespace)
cnew(type type, System.Xml.Serialization.XmlAttributeOverrides overrides, type[] extraTypes, System.Xml.Serialization.XmlRootAttribute root, string defaultNamespace, string location)
mvoid Serialize(System.IO.TextWriter textWriter, System.Object o)
mvoid Serialize(System.IO.TextWriter textWriter, System.Object o, System.Xml.Serialization.XmlSerializerNamespaces namespaces)
mvoid Serialize(System.IO.Stream stream, System.Object o)
mvoid Serialize(System.IO.Stream stream, System.Object o, System.Xml.Serialization.XmlSerializerNamespaces namespaces)
mvoid Serialize(System.Xml.XmlWriter xmlWriter, System.Object o)
mvoid Serialize(System.Xml.XmlWriter xmlWriter, System.Object o, System.Xml.Serialization.XmlSerializerNamespaces namespaces)
mvoid Serialize(System.Xml.XmlWriter xmlWriter, System.Object o, System.Xml.Serialization.XmlSerializerNamespaces namespaces, string encodingStyle)
mvoid Serialize(System.Xml.XmlWriter xmlWriter, System.Object o, System.Xml.Serialization.XmlSerializerNamespaces namespaces, string encodingStyle, string id)
mSystem.Object Deserialize(System.IO.Stream stream)
mSystem.Object Deserialize(System.IO.TextReader textReader)
mSystem.Object Deserialize(System.Xml.XmlReader xmlReader)
mSystem.Object Deserialize(System.Xml.XmlReader xmlReader, System.Xml.Serialization.XmlDeserializationEvents events)
mSystem.Object Deserialize(System.Xml.XmlReader xmlReader, string encodingStyle)
mSystem.Object Deserialize(System.Xml.XmlReader xmlReader, string encodingStyle, System.Xml.Serialization.XmlDeserializationEvents events)
mbool CanDeserialize(System.Xml.XmlReader xmlReader)
#System.Xml.Xsl.XslCompiledTransform|class|System.Object||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pSystem.Xml.XmlWriterSettings OutputSettings {get;}
cnew()
cnew(bool enableDebug)
mvoid Load(System.Xml.XmlReader stylesheet)
mvoid Load(System.Xml.XmlReader stylesheet, System.Xml.Xsl.XsltSettings settings, System.Xml.XmlResolver stylesheetResolver)
mvoid Load(System.Xml.XPath.IXPathNavigable stylesheet)
mvoid Load(System.Xml.XPath.IXPathNavigable stylesheet, System.Xml.Xsl.XsltSettings settings, System.Xml.XmlResolver stylesheetResolver)
mvoid Load(string stylesheetUri)
mvoid Load(string stylesheetUri, System.Xml.Xsl.XsltSettings settings, System.Xml.XmlResolver stylesheetResolver)
mvoid Load(type compiledStylesheet)
mvoid Load(System.Reflection.MethodInfo executeMethod, byte[] queryData, type[] earlyBoundTypes)
mvoid Transform(System.Xml.XPath.IXPathNavigable input, System.Xml.XmlWriter results)
mvoid Transform(System.Xml.XPath.IXPathNavigable input, System.Xml.Xsl.XsltArgumentList arguments, System.Xml.XmlWriter results)
mvoid Transform(System.Xml.XPath.IXPathNavigable input, System.Xml.Xsl.XsltArgumentList arguments, System.IO.TextWriter results)
mvoid Transform(System.Xml.XPath.IXPathNavigable input, System.Xml.Xsl.XsltArgumentList arguments, System.IO.Stream results)
mvoid Transform(System.Xml.XmlReader input, System.Xml.XmlWriter results)
mvoid Transform(System.Xml.XmlReader input, System.Xml.Xsl.XsltArgumentList arguments, System.Xml.XmlWriter results)
mvoid Transform(System.Xml.XmlReader input, System.Xml.Xsl.XsltArgumentList arguments, System.IO.TextWriter results)
mvoid Transform(System.Xml.XmlReader input, System.Xml.Xsl.XsltArgumentList arguments, System.IO.Stream results)
mvoid Transform(string inputUri, System.Xml.XmlWriter results)
mvoid Transform(string inputUri, System.Xml.Xsl.XsltArgumentList arguments, System.Xml.XmlWriter results)
mvoid Transform(string inputUri, System.Xml.Xsl.XsltArgumentList arguments, System.IO.TextWriter results)
mvoid Transform(string inputUri, System.Xml.Xsl.XsltArgumentList arguments, System.IO.Stream results)
mvoid Transform(string inputUri, string resultsFile)
mvoid Transform(System.Xml.XmlReader input, System.Xml.Xsl.XsltArgumentList arguments, System.Xml.XmlWriter results, System.Xml.XmlResolver documentResolver)
mvoid Transform(System.Xml.XPath.IXPathNavigable input, System.Xml.Xsl.XsltArgumentList arguments, System.Xml.XmlWriter results, System.Xml.XmlResolver documentResolver)
`;
