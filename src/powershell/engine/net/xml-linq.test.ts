import { expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

const shown = async (script: string): Promise<readonly string[]> => (await runEngine(script)).output;

it('goes over the nodes of a document with an XmlReader', async () => {
  expect(
    await shown(
      `$r = [System.Xml.XmlReader]::Create([System.IO.StringReader]'<a k="1"><b>x</b><c/></a>')
       while ($r.Read()) { "$($r.NodeType) $($r.Name)$($r.Value) $($r.Depth) $($r.GetAttribute('k'))" }`,
    ),
  ).toEqual(['Element a 0 1', 'Element b 1 ', 'Text x 2 ', 'EndElement b 1 ', 'Element c 1 ', 'EndElement a 0 ']);
});
it('gives the nodes before a mistake first', async () => {
  expect(
    await shown(
      `$r = [System.Xml.XmlReader]::Create([System.IO.StringReader]'<a><b>1</c></a>')
       try { while ($r.Read()) { $r.Name } } catch { $_.Exception.InnerException.Message }; "$($r.ReadState)"`,
    ),
  ).toEqual([
    'a',
    'b',
    '',
    "The 'b' start tag on line 1 position 5 does not match the end tag of 'c'. Line 1, position 10.",
    'Error',
  ]);
});
it('makes and changes elements of LINQ to XML', async () => {
  expect(
    await shown(
      `$e = [System.Xml.Linq.XElement]::Parse('<r xmlns:p="urn:1"><p:i n="1">a</p:i></r>')
       $e.Add([System.Xml.Linq.XElement]::new([System.Xml.Linq.XName]'{urn:1}j', 2.5))
       $e.SetAttributeValue('k', $true)
       $e.ToString('DisableFormatting'); $e.Element('{urn:1}i').Attribute('n').Value; @($e.Elements()).Count`,
    ),
  ).toEqual(['<r xmlns:p="urn:1" k="true"><p:i n="1">a</p:i><p:j>2.5</p:j></r>', '1', '2']);
});
it('puts entities in that a document declares, as many as .NET does', async () => {
  expect(await shown(`([xml]'<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>').OuterXml`)).toEqual([
    '<!DOCTYPE a[<!ENTITY e "v">]><a>v</a>',
  ]);
  expect(
    await shown(
      `try { [xml]('<!DOCTYPE a [<!ENTITY e "' + 'x' * 100000 + '">]><a>' + '&e;' * 200 + '</a>') } catch { $_.Exception.InnerException.Message }`,
    ),
  ).toEqual([expect.stringContaining('MaxCharactersFromEntities')]);
});
it('writes values and names as XmlConvert does', async () => {
  expect(
    await shown(
      `[System.Xml.XmlConvert]::ToString([double]::PositiveInfinity); [System.Xml.XmlConvert]::EncodeLocalName('a b:c'); [System.Xml.XmlConvert]::DecodeName('a_x0020_b'); [System.Xml.XmlConvert]::ToTimeSpan('PT1M').TotalSeconds`,
    ),
  ).toEqual(['INF', 'a_x0020_b_x003A_c', 'a b', '60']);
});
