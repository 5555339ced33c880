export { DEFAULT_XML_LIMITS, type XmlLimits } from './limits.js';
export { toUtf8Document, type XmlEncoding } from './encoding.js';
export {
  resolvePrefix,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  XmlReader,
  type NamespaceScope,
  type XmlAttribute,
  type XmlNode,
  type XmlReaderOptions,
} from './xml-reader.js';
export { parseXml, XmlElement } from './xml-element.js';
export { escapeXmlAttribute, escapeXmlText, XmlWriter, type XmlAttributes } from './xml-writer.js';
