/** Test-Json with schemas. Texts measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../../test-support/run-script.js';
import { atOnce, NO_TICK } from '../../pending.js';
import { JsonSchema, SchemaProblem } from './json-schema.js';

async function said(json: string, schema: string): Promise<readonly string[]> {
  const { output, errors } = await runEngine(`'${json}' | Test-Json -Schema '${schema}'`);
  return [
    ...errors.map(({ exception }) => exception.message.replace('The JSON is not valid with the schema: ', '')),
    ...output,
  ];
}
describe('Test-Json -Schema', () => {
  it('says what does not fit, where', async () => {
    const object =
      '{"required":["a"],"properties":{"a":{"type":"integer","minimum":1},"b":{"items":{"type":"string"}}},"additionalProperties":false}';
    const cases: [string, string, ...string[]][] = [
      ['{"a":1}', object, 'True'],
      ['{}', object, `Required properties ["a"] are not present at ''`, 'False'],
      ['{"a":"x"}', object, `Value is "string" but should be "integer" at '/a'`, 'False'],
      ['{"a":0}', object, `0 should be at least 1 at '/a'`, 'False'],
      ['{"a":1,"z":2}', object, `All values fail against the false schema at '/z'`, 'False'],
      ['{"a":1,"b":[1]}', object, 'False'],
      ['1', '{"oneOf":[{"type":"integer"},{"minimum":0}]}', `Expected 1 matching subschema but found 2 at ''`, 'False'],
      ['1', '{"not":{"type":"integer"}}', 'False'],
      ['1', '{"if":{"type":"integer"},"then":{"minimum":5}}', `1 should be at least 5 at ''`, 'False'],
      [
        '3',
        '{"multipleOf":2,"exclusiveMaximum":3}',
        `3 should be a multiple of 2 at ''`,
        `3 should be less than 3 at ''`,
        'False',
      ],
      ['0.3', '{"multipleOf":0.1}', 'True'],
      ['{"p":1}', '{"$defs":{"s":{"type":"string"}},"properties":{"p":{"$ref":"#/$defs/s"}}}', 'False'],
      ['[1,1]', '{"uniqueItems":true}', `Found duplicates at the following index pairs: "(0, 1)" at ''`, 'False'],
    ];
    for (const [json, schema, ...expected] of cases) expect(await said(json, schema)).toEqual(expected);
  });
  it('refuses schemas that are none, or need what there is not', () => {
    for (const schema of ['{bad', '3', '{"type":"nope"}', '{"allOf":{}}', '{"unevaluatedItems":false}'])
      expect(() => new JsonSchema(schema)).toThrow(SchemaProblem);
    const evaluated = (schema: string) => () => atOnce(new JsonSchema(schema).evaluate(1, NO_TICK));
    expect(evaluated('{"$ref":"https://example.org/s"}')).toThrow(SchemaProblem);
    // A schema that refers to itself for ever ends.
    expect(evaluated('{"$ref":"#"}')).toThrow(SchemaProblem);
  });
  it('says by id that a schema or its file is wrong', async () => {
    expect((await runEngine(`'1' | Test-Json -Schema '{bad'; '1' | Test-Json -SchemaFile /nope/none`)).ids).toEqual([
      'InvalidJsonSchema,Microsoft.PowerShell.Commands.TestJsonCommand',
      'JsonSchemaFileOpenFailure,Microsoft.PowerShell.Commands.TestJsonCommand',
    ]);
    expect((await runEngine(`Test-Json '{"a":1,} // x' -Options AllowTrailingCommas, IgnoreComments`)).output).toEqual([
      'True',
    ]);
  });
});
