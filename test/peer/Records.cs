using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.Json.Nodes;

namespace Peer;

/** Engine objects as JSON, the same words in every mode. */
public static class Records
{
    public static JsonArray Values(IEnumerable<object?> values, int depth, JsonArray types, JsonArray texts)
    {
        var output = new JsonArray();
        foreach (object? value in values)
        {
            output.Add(Clixml(value, depth));
            types.Add(ClixmlMode.TypeName(value));
            texts.Add(ClixmlMode.Text(value));
        }
        return output;
    }

    public static string? Clixml(object? value, int depth)
    {
        try { return PSSerializer.Serialize(value, depth); }
        catch (Exception error) { return "<!-- " + error.GetType().Name + ": " + error.Message + " -->"; }
    }

    public static JsonObject Error(ErrorRecord record)
    {
        InvocationInfo? at = record.InvocationInfo;
        var inner = record.Exception?.InnerException;
        return new JsonObject
        {
            ["fqid"] = record.FullyQualifiedErrorId,
            ["category"] = record.CategoryInfo.Category.ToString(),
            ["activity"] = record.CategoryInfo.Activity,
            ["reason"] = record.CategoryInfo.Reason,
            ["targetName"] = record.CategoryInfo.TargetName,
            ["targetType"] = record.CategoryInfo.TargetType,
            ["message"] = record.ToString(),
            ["exception"] = record.Exception?.GetType().FullName,
            ["exceptionMessage"] = record.Exception?.Message,
            ["innerException"] = inner?.GetType().FullName,
            ["innerMessage"] = inner?.Message,
            ["target"] = ClixmlMode.Text(record.TargetObject),
            ["line"] = at?.ScriptLineNumber,
            ["column"] = at?.OffsetInLine,
            ["text"] = at?.Line,
            ["command"] = at?.MyCommand?.Name,
            ["position"] = at?.PositionMessage,
            ["stack"] = record.ScriptStackTrace,
        };
    }

    /** The error record that ended a pipeline, made as the engine makes it for `$Error`. */
    public static ErrorRecord OfException(Exception error)
    {
        for (Exception? at = error; at != null; at = at.InnerException)
        {
            if (at is IContainsErrorRecord container && container.ErrorRecord != null)
            {
                ErrorRecord record = container.ErrorRecord;
                return record.Exception is ParentContainsErrorRecordException ? new ErrorRecord(record, at) : record;
            }
            if (at is System.Reflection.TargetInvocationException or AggregateException) continue;
            break;
        }
        return new ErrorRecord(error, error.GetType().FullName, ErrorCategory.NotSpecified, null);
    }

    public static JsonObject ParseError(ParseError error) => new()
    {
        ["errorId"] = error.ErrorId, ["message"] = error.Message, ["incompleteInput"] = error.IncompleteInput,
        ["start"] = error.Extent.StartOffset, ["end"] = error.Extent.EndOffset,
        ["line"] = error.Extent.StartLineNumber, ["column"] = error.Extent.StartColumnNumber,
        ["endLine"] = error.Extent.EndLineNumber, ["endColumn"] = error.Extent.EndColumnNumber,
    };

    public static JsonObject Streams(PSDataStreams streams)
    {
        return new JsonObject
        {
            ["warning"] = List(streams.Warning.Select(r => (JsonNode?)r.Message)),
            ["verbose"] = List(streams.Verbose.Select(r => (JsonNode?)r.Message)),
            ["debug"] = List(streams.Debug.Select(r => (JsonNode?)r.Message)),
            ["information"] = List(streams.Information.Select(r => (JsonNode?)new JsonObject
            {
                ["text"] = ClixmlMode.Text(r.MessageData), ["source"] = r.Source, ["tags"] = List(r.Tags.Select(t => (JsonNode?)t)),
            })),
            ["progress"] = List(streams.Progress.Select(r => (JsonNode?)new JsonObject
            {
                ["activity"] = r.Activity, ["status"] = r.StatusDescription, ["operation"] = r.CurrentOperation,
                ["id"] = r.ActivityId, ["parent"] = r.ParentActivityId, ["percent"] = r.PercentComplete,
                ["seconds"] = r.SecondsRemaining, ["type"] = r.RecordType.ToString(),
            })),
        };
    }

    public static JsonArray List(IEnumerable<JsonNode?> nodes) => new(nodes.ToArray());

    /** Plain JSON as script arguments: numbers become Int32, Int64 or Double, objects become hashtables. */
    public static object? FromJson(JsonNode? node)
    {
        switch (node)
        {
            case null: return null;
            case JsonArray array: return array.Select(FromJson).ToArray();
            case JsonObject record:
                if (record.Count == 1 && record["$clixml"] is { } xml) return PSSerializer.Deserialize((string)xml!);
                if (record.Count == 1 && record["$secret"] is { } secret)
                {
                    var text = new System.Security.SecureString();
                    foreach (char c in (string)secret!) text.AppendChar(c);
                    return text;
                }
                var table = new System.Collections.Hashtable(StringComparer.OrdinalIgnoreCase);
                foreach (var (key, value) in record) table[key] = FromJson(value);
                return table;
            case JsonValue value:
                if (value.TryGetValue(out bool flag)) return flag;
                if (value.TryGetValue(out int number)) return number;
                if (value.TryGetValue(out long big)) return big;
                if (value.TryGetValue(out double real)) return real;
                return value.GetValue<string>();
            default: return null;
        }
    }
}
