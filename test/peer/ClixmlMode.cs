using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Peer;

/** The oracle of CLIXML: documents go through the real serializer and come back. */
public static class ClixmlMode
{
    /**
     * In: {id, xml, depth?, list?}. Out: {id, xml, types, texts} or {id, error}. `list` reads every top-level object.
     * {id, count} with no xml makes nothing; {id, script} serializes what the script gives.
     */
    public static int Run()
    {
        foreach (string line in JsonLines.Read())
        {
            JsonNode request = JsonNode.Parse(line)!;
            var answer = new JsonObject { ["id"] = request["id"]?.DeepClone() };
            try
            {
                string xml = (string)request["xml"]!;
                int depth = (int?)request["depth"] ?? 10;
                if ((bool?)request["list"] ?? false)
                {
                    object[] values = PSSerializer.DeserializeAsList(xml);
                    answer["xml"] = SerializeList(values, depth);
                    answer["types"] = new JsonArray(values.Select(v => (JsonNode?)TypeName(v)).ToArray());
                    answer["texts"] = new JsonArray(values.Select(v => (JsonNode?)Text(v)).ToArray());
                }
                else
                {
                    object value = PSSerializer.Deserialize(xml);
                    answer["xml"] = PSSerializer.Serialize(value, depth);
                    answer["types"] = new JsonArray(TypeName(value));
                    answer["texts"] = new JsonArray(Text(value));
                }
            }
            catch (Exception error)
            {
                answer["error"] = error.GetType().Name + ": " + error.Message;
            }
            JsonLines.Write(answer);
        }
        return 0;
    }

    /** Several top-level objects in one document, as Export-Clixml writes them; the engine keeps this one internal. */
    public static readonly Func<IList<object>, int, string> SerializeList = MakeSerializeList();

    static Func<IList<object>, int, string> MakeSerializeList()
    {
        System.Reflection.MethodInfo method = typeof(PSSerializer).GetMethod("Serialize",
            System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public,
            [typeof(IList<object>), typeof(int), typeof(bool)])
            ?? throw new MissingMethodException("PSSerializer.Serialize(IList<object>, int, bool)");
        var serialize = method.CreateDelegate<Func<IList<object>, int, bool, string>>();
        return (values, depth) => serialize(values, depth, true);
    }

    public static string? TypeName(object? value) =>
        value == null ? null : PSObject.AsPSObject(value).BaseObject.GetType().ToString();

    public static string? Text(object? value)
    {
        try { return value == null ? null : LanguagePrimitives.ConvertTo<string>(value); }
        catch (Exception) { return null; }
    }

    /**
     * `clixml-bench [--count n] [--rounds n] [--out file]`: objects of eight properties, encoded and decoded. One JSON
     * line; the medians of the rounds. `--out` keeps the document, so that others measure on the same bytes.
     */
    public static int Bench(string[] args)
    {
        int count = Int("--count", 10_000), rounds = Int("--rounds", 7);
        string? file = Option("--out");
        string? read = Option("--in");
        var list = new List<object>(count);
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int index = 0; index < count; index++)
        {
            var item = new PSObject();
            item.Properties.Add(new PSNoteProperty("Id", index));
            item.Properties.Add(new PSNoteProperty("Name", "process-" + index));
            item.Properties.Add(new PSNoteProperty("Path", "/usr/lib/some/folder/program-" + (index % 100) + " <&> \"x\""));
            item.Properties.Add(new PSNoteProperty("WorkingSet", 4096L * index * 1000));
            item.Properties.Add(new PSNoteProperty("Cpu", index * 0.125));
            item.Properties.Add(new PSNoteProperty("StartTime", start.AddSeconds(index)));
            item.Properties.Add(new PSNoteProperty("Responding", index % 2 == 0));
            item.Properties.Add(new PSNoteProperty("InstanceId", new Guid(index, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
            list.Add(item);
        }
        string xml = read != null ? File.ReadAllText(read) : SerializeList(list.ToArray(), 2);
        if (file != null) File.WriteAllText(file, xml, new System.Text.UTF8Encoding(false));
        var encode = new List<double>();
        var decode = new List<double>();
        for (int round = 0; round < rounds + 2; round++)
        {
            var watch = Stopwatch.StartNew();
            string text = SerializeList(list.ToArray(), 2);
            double encoded = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            object[] back = PSSerializer.DeserializeAsList(xml);
            double decoded = watch.Elapsed.TotalMilliseconds;
            if (back.Length == 0 || text.Length == 0) throw new InvalidOperationException("nothing came back");
            if (round < 2) continue; // the first rounds warm the compiler
            encode.Add(encoded);
            decode.Add(decoded);
        }
        encode.Sort();
        decode.Sort();
        double bytes = System.Text.Encoding.UTF8.GetByteCount(xml);
        double encodeMs = encode[encode.Count / 2], decodeMs = decode[decode.Count / 2];
        JsonLines.Write(new JsonObject
        {
            ["objects"] = count, ["bytes"] = bytes, ["encodeMs"] = encodeMs, ["decodeMs"] = decodeMs,
            ["encodeMBps"] = bytes / 1e6 / (encodeMs / 1000), ["decodeMBps"] = bytes / 1e6 / (decodeMs / 1000),
        });
        return 0;

        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        int Int(string name, int otherwise) => Option(name) is { } text ? int.Parse(text) : otherwise;
    }
}
