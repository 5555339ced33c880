/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const XLINQ = `
#System.Xml.Linq.XObject|abstract|System.Object|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pstring BaseUri {get;}
pSystem.Xml.Linq.XDocument Document {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.Linq.XElement Parent {get;}
pint LineNumber {get;}
pint LinePosition {get;}
mvoid AddAnnotation(System.Object annotation)
mSystem.Object Annotation(type type)
mT Annotation[T]()
mSystem.Collections.Generic.IEnumerable[System.Object] Annotations(type type)
mSystem.Collections.Generic.IEnumerable[T] Annotations[T]()
mvoid RemoveAnnotations(type type)
mvoid RemoveAnnotations[T]()
mbool IXmlLineInfo.HasLineInfo()
#System.Xml.Linq.XNode|abstract|System.Xml.Linq.XObject|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Xml.Linq.XNode NextNode {get;}
pSystem.Xml.Linq.XNode PreviousNode {get;}
qSystem.Xml.Linq.XNodeDocumentOrderComparer DocumentOrderComparer {get;}
qSystem.Xml.Linq.XNodeEqualityComparer EqualityComparer {get;}
sint CompareDocumentOrder(System.Xml.Linq.XNode n1, System.Xml.Linq.XNode n2)
sSystem.Xml.Linq.XNode ReadFrom(System.Xml.XmlReader reader)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XNode] ReadFromAsync(System.Xml.XmlReader reader, System.Threading.CancellationToken cancellationToken)
sbool DeepEquals(System.Xml.Linq.XNode n1, System.Xml.Linq.XNode n2)
mvoid AddAfterSelf(System.Object content)
mvoid AddAfterSelf(Params System.Object[] content)
mvoid AddBeforeSelf(System.Object content)
mvoid AddBeforeSelf(Params System.Object[] content)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Ancestors()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Ancestors(System.Xml.Linq.XName name)
mSystem.Xml.XmlReader CreateReader()
mSystem.Xml.XmlReader CreateReader(System.Xml.Linq.ReaderOptions readerOptions)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] NodesAfterSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] NodesBeforeSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] ElementsAfterSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] ElementsAfterSelf(System.Xml.Linq.XName name)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] ElementsBeforeSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] ElementsBeforeSelf(System.Xml.Linq.XName name)
mbool IsAfter(System.Xml.Linq.XNode node)
mbool IsBefore(System.Xml.Linq.XNode node)
mvoid Remove()
mvoid ReplaceWith(System.Object content)
mvoid ReplaceWith(Params System.Object[] content)
mstring ToString(System.Xml.Linq.SaveOptions options)
mvoid WriteTo(System.Xml.XmlWriter writer)
mSystem.Threading.Tasks.Task WriteToAsync(System.Xml.XmlWriter writer, System.Threading.CancellationToken cancellationToken)
#System.Xml.Linq.XContainer|abstract|System.Xml.Linq.XNode|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.Xml.Linq.XNode FirstNode {get;}
pSystem.Xml.Linq.XNode LastNode {get;}
mvoid Add(System.Object content)
mvoid Add(Params System.Object[] content)
mvoid AddFirst(System.Object content)
mvoid AddFirst(Params System.Object[] content)
mSystem.Xml.XmlWriter CreateWriter()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] DescendantNodes()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Descendants()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Descendants(System.Xml.Linq.XName name)
mSystem.Xml.Linq.XElement Element(System.Xml.Linq.XName name)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Elements()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Elements(System.Xml.Linq.XName name)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] Nodes()
mvoid RemoveNodes()
mvoid ReplaceNodes(System.Object content)
mvoid ReplaceNodes(Params System.Object[] content)
#System.Xml.Linq.XElement|class|System.Xml.Linq.XContainer|System.Xml.IXmlLineInfo System.Xml.Serialization.IXmlSerializable|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.Linq.XAttribute FirstAttribute {get;}
pbool HasAttributes {get;}
pbool HasElements {get;}
pbool IsEmpty {get;}
pSystem.Xml.Linq.XAttribute LastAttribute {get;}
pSystem.Xml.Linq.XName Name {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Value {get;set;}
qSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] EmptySequence {get;}
sSystem.Xml.Linq.XElement Load(string uri)
sSystem.Xml.Linq.XElement Load(string uri, System.Xml.Linq.LoadOptions options)
sSystem.Xml.Linq.XElement Load(System.IO.Stream stream)
sSystem.Xml.Linq.XElement Load(System.IO.Stream stream, System.Xml.Linq.LoadOptions options)
sSystem.Xml.Linq.XElement Load(System.IO.TextReader textReader)
sSystem.Xml.Linq.XElement Load(System.IO.TextReader textReader, System.Xml.Linq.LoadOptions options)
sSystem.Xml.Linq.XElement Load(System.Xml.XmlReader reader)
sSystem.Xml.Linq.XElement Load(System.Xml.XmlReader reader, System.Xml.Linq.LoadOptions options)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XElement] LoadAsync(System.IO.Stream stream, System.Xml.Linq.LoadOptions options, System.Threading.CancellationToken cancellationToken)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XElement] LoadAsync(System.IO.TextReader textReader, System.Xml.Linq.LoadOptions options, System.Threading.CancellationToken cancellationToken)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XElement] LoadAsync(System.Xml.XmlReader reader, System.Xml.Linq.LoadOptions options, System.Threading.CancellationToken cancellationToken)
sSystem.Xml.Linq.XElement Parse(string text)
sSystem.Xml.Linq.XElement Parse(string text, System.Xml.Linq.LoadOptions options)
sstring op_Explicit(System.Xml.Linq.XElement element)
cnew(System.Xml.Linq.XName name)
cnew(System.Xml.Linq.XName name, System.Object content)
cnew(System.Xml.Linq.XName name, Params System.Object[] content)
cnew(System.Xml.Linq.XElement other)
cnew(System.Xml.Linq.XStreamingElement other)
mvoid Save(string fileName)
mvoid Save(string fileName, System.Xml.Linq.SaveOptions options)
mvoid Save(System.IO.Stream stream)
mvoid Save(System.IO.Stream stream, System.Xml.Linq.SaveOptions options)
mvoid Save(System.IO.TextWriter textWriter)
mvoid Save(System.IO.TextWriter textWriter, System.Xml.Linq.SaveOptions options)
mvoid Save(System.Xml.XmlWriter writer)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] AncestorsAndSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] AncestorsAndSelf(System.Xml.Linq.XName name)
mSystem.Xml.Linq.XAttribute Attribute(System.Xml.Linq.XName name)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] Attributes()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] Attributes(System.Xml.Linq.XName name)
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] DescendantNodesAndSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] DescendantsAndSelf()
mSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] DescendantsAndSelf(System.Xml.Linq.XName name)
mSystem.Xml.Linq.XNamespace GetDefaultNamespace()
mSystem.Xml.Linq.XNamespace GetNamespaceOfPrefix(string prefix)
mstring GetPrefixOfNamespace(System.Xml.Linq.XNamespace ns)
mvoid RemoveAll()
mvoid RemoveAttributes()
mvoid ReplaceAll(System.Object content)
mvoid ReplaceAll(Params System.Object[] content)
mvoid ReplaceAttributes(System.Object content)
mvoid ReplaceAttributes(Params System.Object[] content)
mSystem.Threading.Tasks.Task SaveAsync(System.IO.Stream stream, System.Xml.Linq.SaveOptions options, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task SaveAsync(System.IO.TextWriter textWriter, System.Xml.Linq.SaveOptions options, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task SaveAsync(System.Xml.XmlWriter writer, System.Threading.CancellationToken cancellationToken)
mvoid SetAttributeValue(System.Xml.Linq.XName name, System.Object value)
mvoid SetElementValue(System.Xml.Linq.XName name, System.Object value)
mvoid SetValue(System.Object value)
mSystem.Xml.Schema.XmlSchema IXmlSerializable.GetSchema()
mvoid IXmlSerializable.ReadXml(System.Xml.XmlReader reader)
mvoid IXmlSerializable.WriteXml(System.Xml.XmlWriter writer)
#System.Xml.Linq.XDocument|class|System.Xml.Linq.XContainer|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.Linq.XDeclaration Declaration {get;set;}
pSystem.Xml.Linq.XDocumentType DocumentType {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.Linq.XElement Root {get;}
sSystem.Xml.Linq.XDocument Load(string uri)
sSystem.Xml.Linq.XDocument Load(string uri, System.Xml.Linq.LoadOptions options)
sSystem.Xml.Linq.XDocument Load(System.IO.Stream stream)
sSystem.Xml.Linq.XDocument Load(System.IO.Stream stream, System.Xml.Linq.LoadOptions options)
sSystem.Xml.Linq.XDocument Load(System.IO.TextReader textReader)
sSystem.Xml.Linq.XDocument Load(System.IO.TextReader textReader, System.Xml.Linq.LoadOptions options)
sSystem.Xml.Linq.XDocument Load(System.Xml.XmlReader reader)
sSystem.Xml.Linq.XDocument Load(System.Xml.XmlReader reader, System.Xml.Linq.LoadOptions options)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XDocument] LoadAsync(System.IO.Stream stream, System.Xml.Linq.LoadOptions options, System.Threading.CancellationToken cancellationToken)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XDocument] LoadAsync(System.IO.TextReader textReader, System.Xml.Linq.LoadOptions options, System.Threading.CancellationToken cancellationToken)
sSystem.Threading.Tasks.Task[System.Xml.Linq.XDocument] LoadAsync(System.Xml.XmlReader reader, System.Xml.Linq.LoadOptions options, System.Threading.CancellationToken cancellationToken)
sSystem.Xml.Linq.XDocument Parse(string text)
sSystem.Xml.Linq.XDocument Parse(string text, System.Xml.Linq.LoadOptions options)
cnew()
cnew(Params System.Object[] content)
cnew(System.Xml.Linq.XDeclaration declaration, Params System.Object[] content)
cnew(System.Xml.Linq.XDocument other)
mvoid Save(System.IO.Stream stream)
mvoid Save(System.IO.Stream stream, System.Xml.Linq.SaveOptions options)
mvoid Save(System.IO.TextWriter textWriter)
mvoid Save(System.IO.TextWriter textWriter, System.Xml.Linq.SaveOptions options)
mvoid Save(System.Xml.XmlWriter writer)
mvoid Save(string fileName)
mvoid Save(string fileName, System.Xml.Linq.SaveOptions options)
mSystem.Threading.Tasks.Task SaveAsync(System.IO.Stream stream, System.Xml.Linq.SaveOptions options, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task SaveAsync(System.IO.TextWriter textWriter, System.Xml.Linq.SaveOptions options, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task SaveAsync(System.Xml.XmlWriter writer, System.Threading.CancellationToken cancellationToken)
#System.Xml.Linq.XAttribute|class|System.Xml.Linq.XObject|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pbool IsNamespaceDeclaration {get;}
pSystem.Xml.Linq.XName Name {get;}
pSystem.Xml.Linq.XAttribute NextAttribute {get;}
pSystem.Xml.XmlNodeType NodeType {get;}
pSystem.Xml.Linq.XAttribute PreviousAttribute {get;}
pstring Value {get;set;}
qSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] EmptySequence {get;}
sstring op_Explicit(System.Xml.Linq.XAttribute attribute)
cnew(System.Xml.Linq.XName name, System.Object value)
cnew(System.Xml.Linq.XAttribute other)
mvoid Remove()
mvoid SetValue(System.Object value)
#System.Xml.Linq.XName|class|System.Object|System.IEquatable\`1[System.Xml.Linq.XName] System.Runtime.Serialization.ISerializable|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pstring LocalName {get;}
pSystem.Xml.Linq.XNamespace Namespace {get;}
pstring NamespaceName {get;}
sSystem.Xml.Linq.XName Get(string expandedName)
sSystem.Xml.Linq.XName Get(string localName, string namespaceName)
sSystem.Xml.Linq.XName op_Implicit(string expandedName)
sbool op_Equality(System.Xml.Linq.XName left, System.Xml.Linq.XName right)
sbool op_Inequality(System.Xml.Linq.XName left, System.Xml.Linq.XName right)
mbool IEquatable[XName].Equals(System.Xml.Linq.XName other)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Xml.Linq.XNamespace|class|System.Object||System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pstring NamespaceName {get;}
qSystem.Xml.Linq.XNamespace None {get;}
qSystem.Xml.Linq.XNamespace Xml {get;}
qSystem.Xml.Linq.XNamespace Xmlns {get;}
sSystem.Xml.Linq.XNamespace Get(string namespaceName)
sSystem.Xml.Linq.XNamespace op_Implicit(string namespaceName)
sSystem.Xml.Linq.XName op_Addition(System.Xml.Linq.XNamespace ns, string localName)
sbool op_Equality(System.Xml.Linq.XNamespace left, System.Xml.Linq.XNamespace right)
sbool op_Inequality(System.Xml.Linq.XNamespace left, System.Xml.Linq.XNamespace right)
mSystem.Xml.Linq.XName GetName(string localName)
#System.Xml.Linq.XText|class|System.Xml.Linq.XNode|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Value {get;set;}
cnew(string value)
cnew(System.Xml.Linq.XText other)
#System.Xml.Linq.XCData|class|System.Xml.Linq.XText|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNodeType NodeType {get;}
cnew(string value)
cnew(System.Xml.Linq.XCData other)
#System.Xml.Linq.XComment|class|System.Xml.Linq.XNode|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Value {get;set;}
cnew(string value)
cnew(System.Xml.Linq.XComment other)
#System.Xml.Linq.XDeclaration|class|System.Object||System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Encoding {get;set;}
pstring Standalone {get;set;}
pstring Version {get;set;}
cnew(string version, string encoding, string standalone)
cnew(System.Xml.Linq.XDeclaration other)
#System.Xml.Linq.XDocumentType|class|System.Xml.Linq.XNode|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring InternalSubset {get;set;}
pstring Name {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pstring PublicId {get;set;}
pstring SystemId {get;set;}
cnew(string name, string publicId, string systemId, string internalSubset)
cnew(System.Xml.Linq.XDocumentType other)
#System.Xml.Linq.XProcessingInstruction|class|System.Xml.Linq.XNode|System.Xml.IXmlLineInfo|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Data {get;set;}
pSystem.Xml.XmlNodeType NodeType {get;}
pstring Target {get;set;}
cnew(string target, string data)
cnew(System.Xml.Linq.XProcessingInstruction other)
#System.Xml.Linq.Extensions|static|System.Object||System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100181|
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] Attributes(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] Attributes(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source, System.Xml.Linq.XName name)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Ancestors[T](System.Collections.Generic.IEnumerable[T] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Ancestors[T](System.Collections.Generic.IEnumerable[T] source, System.Xml.Linq.XName name)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] AncestorsAndSelf(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] AncestorsAndSelf(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source, System.Xml.Linq.XName name)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] Nodes[T](System.Collections.Generic.IEnumerable[T] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] DescendantNodes[T](System.Collections.Generic.IEnumerable[T] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Descendants[T](System.Collections.Generic.IEnumerable[T] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Descendants[T](System.Collections.Generic.IEnumerable[T] source, System.Xml.Linq.XName name)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XNode] DescendantNodesAndSelf(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] DescendantsAndSelf(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] DescendantsAndSelf(System.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] source, System.Xml.Linq.XName name)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Elements[T](System.Collections.Generic.IEnumerable[T] source)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] Elements[T](System.Collections.Generic.IEnumerable[T] source, System.Xml.Linq.XName name)
sSystem.Collections.Generic.IEnumerable[T] InDocumentOrder[T](System.Collections.Generic.IEnumerable[T] source)
svoid Remove(System.Collections.Generic.IEnumerable[System.Xml.Linq.XAttribute] source)
svoid Remove[T](System.Collections.Generic.IEnumerable[T] source)
#System.Xml.XPath.Extensions|static|System.Object||System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100181|
sSystem.Xml.XPath.XPathNavigator CreateNavigator(System.Xml.Linq.XNode node)
sSystem.Xml.XPath.XPathNavigator CreateNavigator(System.Xml.Linq.XNode node, System.Xml.XmlNameTable nameTable)
sSystem.Object XPathEvaluate(System.Xml.Linq.XNode node, string expression)
sSystem.Object XPathEvaluate(System.Xml.Linq.XNode node, string expression, System.Xml.IXmlNamespaceResolver resolver)
sSystem.Xml.Linq.XElement XPathSelectElement(System.Xml.Linq.XNode node, string expression)
sSystem.Xml.Linq.XElement XPathSelectElement(System.Xml.Linq.XNode node, string expression, System.Xml.IXmlNamespaceResolver resolver)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] XPathSelectElements(System.Xml.Linq.XNode node, string expression)
sSystem.Collections.Generic.IEnumerable[System.Xml.Linq.XElement] XPathSelectElements(System.Xml.Linq.XNode node, string expression, System.Xml.IXmlNamespaceResolver resolver)
#System.Xml.Linq.LoadOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
eflags|System.Int32|None=0,PreserveWhitespace=1,SetBaseUri=2,SetLineInfo=4
#System.Xml.Linq.SaveOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Private.Xml.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
eflags|System.Int32|None=0,DisableFormatting=1,OmitDuplicateNamespaces=2
`;
