/**
 * A glance at an XML document's outermost nodes, which is what PowerShell shows as the properties of an XmlDocument. Not
 * a parser: the text was written by one.
 */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';

interface Glance {
  readonly declaration: string | undefined;
  readonly root: string | undefined;
  /** Where the root element's start tag ends; whether it has attributes. */
  readonly hasAttributes: boolean;
  readonly text: string | undefined;
}
const HEAD = /^(?:\s+|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>|<\?(?!xml\s)[\s\S]*?\?>)*/;

function glance(xml: string): Glance {
  const declared = /^\s*<\?xml\s+([\s\S]*?)\s*\?>/.exec(xml);
  const rest = xml.slice(declared?.[0].length ?? 0);
  const body = rest.slice(HEAD.exec(rest)?.[0].length ?? 0);
  const tag = /^<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/.exec(body);
  const declaration = declared?.[1];
  if (tag === null) return { declaration, root: undefined, hasAttributes: false, text: undefined };
  const root = tag[1] ?? '';
  const inner = tag[3] === '/' ? '' : /^([^<]*)<\//.exec(body.slice(tag[0].length))?.[1];
  return { declaration, root, hasAttributes: (tag[2] ?? '') !== '', text: inner };
}
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export function xmlNames(xml: string): readonly string[] {
  const { declaration, root } = glance(xml);
  return [...(declaration === undefined ? [] : ['xml']), ...(root === undefined ? [] : [root])];
}
export function xmlValue(xml: string, name: string): PSValue | undefined {
  const { declaration, root, hasAttributes, text } = glance(xml);
  const lower = name.toLowerCase();
  if (lower === root?.toLowerCase()) {
    if (text !== undefined && !hasAttributes) return unescapeXml(text);
    return new PSObject({
      typeNames: ['System.Xml.XmlElement', 'System.Xml.XmlLinkedNode', 'System.Xml.XmlNode', 'System.Object'],
      toStringText: root.replace(/^.*:/, ''),
    });
  }
  return lower === 'xml' ? declaration : undefined;
}
