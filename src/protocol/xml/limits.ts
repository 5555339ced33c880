/** What a document may cost. Every limit has an end that a peer's largest honest envelope stays well below. */
export interface XmlLimits {
  /** Elements inside elements. */
  readonly maxDepth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly maxAttributes: number;
  /** Elements in the document. */
  readonly maxElements: number;
  /** Namespace declarations in scope at once. */
  readonly maxNamespaces: number;
  /** Bytes of the document, as received. */
  readonly maxBytes: number;
}

export const DEFAULT_XML_LIMITS: XmlLimits = {
  maxDepth: 128,
  maxAttributes: 64,
  maxElements: 200_000,
  maxNamespaces: 256,
  maxBytes: 64 * 1024 * 1024,
};
