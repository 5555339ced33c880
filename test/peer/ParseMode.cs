using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Peer;

/** The oracle of the parser: the tree of the real engine, written down by reflection so that nothing is left out. */
public static class ParseMode
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /** Properties that only repeat what others say. */
    static readonly HashSet<string> Skipped = ["Parent", "Extent", "ErrorPosition", "NestedExpressions"];

    /**
     * In: {id?, text | path, tokens?, tree?, encoding?}. Out: {id, tree?, tokens?, errors, ms}. A tree node:
     * {type, start, end, line, column, endLine, endColumn, <property>: value | node | [nodes]}.
     */
    public static int Run()
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        foreach (string line in JsonLines.Read())
        {
            JsonNode request = JsonNode.Parse(line)!;
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 100_000, SkipValidation = true,
            }))
                One(request, json);
            output.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            output.Write('\n');
            output.Flush();
        }
        return 0;
    }

    static void One(JsonNode request, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (request["id"] is { } id)
        {
            json.WritePropertyName("id");
            id.WriteTo(json);
        }
        try
        {
            string text = (string?)request["text"] ?? File.ReadAllText((string)request["path"]!);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            ScriptBlockAst? ast = null;
            Token[] tokens = [];
            ParseError[] errors = [];
            // Deep input wants a deep stack; the engine guards itself only on the stack it was given.
            var thread = new Thread(() => ast = Parser.ParseInput(text, out tokens, out errors), 256 << 20);
            thread.Start();
            thread.Join();
            double ms = watch.Elapsed.TotalMilliseconds;
            json.WriteNumber("ms", Math.Round(ms, 3));
            json.WriteStartArray("errors");
            foreach (ParseError error in errors) json.WriteRawValue(Records.ParseError(error).ToJsonString());
            json.WriteEndArray();
            if ((bool?)request["tokens"] ?? false)
            {
                json.WriteStartArray("tokens");
                foreach (Token token in tokens) WriteToken(json, token);
                json.WriteEndArray();
            }
            if ((bool?)request["tree"] ?? true)
            {
                json.WritePropertyName("tree");
                var writer = new Thread(() => WriteNode(json, ast!), 256 << 20);
                writer.Start();
                writer.Join();
            }
        }
        catch (Exception error)
        {
            json.WriteString("failure", error.ToString());
        }
        json.WriteEndObject();
    }

    static void WriteExtent(Utf8JsonWriter json, IScriptExtent extent)
    {
        json.WriteNumber("start", extent.StartOffset);
        json.WriteNumber("end", extent.EndOffset);
        json.WriteNumber("line", extent.StartLineNumber);
        json.WriteNumber("column", extent.StartColumnNumber);
        json.WriteNumber("endLine", extent.EndLineNumber);
        json.WriteNumber("endColumn", extent.EndColumnNumber);
    }

    static void WriteToken(Utf8JsonWriter json, Token token)
    {
        json.WriteStartObject();
        json.WriteString("type", token.GetType().Name);
        json.WriteString("kind", token.Kind.ToString());
        json.WriteString("flags", token.TokenFlags.ToString());
        WriteExtent(json, token.Extent);
        json.WriteString("text", token.Text);
        if (token.HasError) json.WriteBoolean("error", true);
        switch (token)
        {
            case StringToken text: json.WriteString("value", text.Value); break;
            case NumberToken number:
                json.WritePropertyName("value");
                WriteValue(json, number.Value);
                break;
            case VariableToken variable: json.WriteString("value", variable.VariablePath.UserPath); break;
            case ParameterToken parameter:
                json.WriteString("value", parameter.ParameterName);
                json.WriteBoolean("usedColon", parameter.UsedColon);
                break;
            case LabelToken label: json.WriteString("value", label.LabelText); break;
        }
        if (token is StringExpandableToken { NestedTokens: { } nested })
        {
            json.WriteStartArray("nested");
            foreach (Token inner in nested) WriteToken(json, inner);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void WriteNode(Utf8JsonWriter json, Ast node)
    {
        json.WriteStartObject();
        json.WriteString("type", node.GetType().Name);
        WriteExtent(json, node.Extent);
        foreach (PropertyInfo property in PropertiesOf(node.GetType()))
        {
            object? value;
            try { value = property.GetValue(node); }
            catch (Exception) { continue; }
            json.WritePropertyName(property.Name);
            WriteValue(json, value);
        }
        if (node is ExpandableStringExpressionAst expandable)
        {
            json.WritePropertyName("NestedExpressions");
            WriteValue(json, expandable.NestedExpressions);
        }
        json.WriteEndObject();
    }

    static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static t =>
        t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && !Skipped.Contains(p.Name))
            .GroupBy(p => p.Name) // a `new` property hides the base's: the most derived one speaks
            .Select(g => g.OrderByDescending(p => Depth(p.DeclaringType)).First())
            .OrderBy(p => Depth(p.DeclaringType)).ThenBy(p => p.MetadataToken).ToArray());

    static int Depth(Type? type)
    {
        int depth = 0;
        for (; type != null; type = type.BaseType) depth++;
        return depth;
    }

    static void WriteValue(Utf8JsonWriter json, object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null: json.WriteNullValue(); return;
            case Ast node: WriteNode(json, node); return;
            case string text: json.WriteStringValue(text); return;
            case bool flag: json.WriteBooleanValue(flag); return;
            case Enum name: json.WriteStringValue(name.ToString()); return;
            case Token token: WriteToken(json, token); return;
            case VariablePath path:
                json.WriteStartObject();
                json.WriteString("userPath", path.UserPath);
                string scope = path.IsGlobal ? "global" : path.IsLocal ? "local" : path.IsPrivate ? "private" : path.IsScript ? "script" : "";
                json.WriteString("scope", scope);
                json.WriteBoolean("isVariable", path.IsVariable);
                json.WriteString("drive", path.DriveName);
                json.WriteEndObject();
                return;
            case ITypeName typeName: WriteTypeName(json, typeName); return;
            case ITuple tuple:
                json.WriteStartArray();
                for (int index = 0; index < tuple.Length; index++) WriteValue(json, tuple[index]);
                json.WriteEndArray();
                return;
            case IDictionary table:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in table)
                {
                    json.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "");
                    WriteValue(json, entry.Value);
                }
                json.WriteEndObject();
                return;
            case Type or Delegate or ScriptBlock: json.WriteStringValue(value.ToString()); return;
            case Version version: json.WriteStringValue(version.ToString()); return;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (object? item in list) WriteValue(json, item);
                json.WriteEndArray();
                return;
            case IScriptExtent extent:
                json.WriteStartObject();
                WriteExtent(json, extent);
                json.WriteEndObject();
                return;
            case IFormattable number when value.GetType().IsPrimitive || value is decimal or System.Numerics.BigInteger:
                json.WriteStartObject();
                json.WriteString("number", value.GetType().FullName);
                json.WriteString("value", number.ToString(value is double or float ? "R" : null, CultureInfo.InvariantCulture));
                json.WriteEndObject();
                return;
            case char letter: json.WriteStringValue(letter.ToString()); return;
            default: json.WriteStringValue(value.ToString()); return;
        }
    }

    static void WriteTypeName(Utf8JsonWriter json, ITypeName name)
    {
        json.WriteStartObject();
        json.WriteString("kind", name.GetType().Name);
        json.WriteString("fullName", name.FullName);
        json.WriteString("name", name.Name);
        json.WriteString("assembly", name.AssemblyName);
        WriteExtent(json, name.Extent);
        if (name is GenericTypeName generic)
        {
            json.WritePropertyName("typeName");
            WriteTypeName(json, generic.TypeName);
            json.WriteStartArray("arguments");
            foreach (ITypeName argument in generic.GenericArguments) WriteTypeName(json, argument);
            json.WriteEndArray();
        }
        if (name is ArrayTypeName array)
        {
            json.WritePropertyName("elementType");
            WriteTypeName(json, array.ElementType);
            json.WriteNumber("rank", array.Rank);
        }
        json.WriteEndObject();
    }
}
