using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;

namespace Peer;

/** The oracle of the language: each script runs in a fresh runspace of the real engine. */
public static class EvalMode
{
    /**
     * In: {id?, script, prelude?, args?, input?, depth?, timeoutMs?, answers?, useLocalScope?, shared?}.
     * Out: {id, state, output, types, texts, errors, terminating, streams, host, parseErrors, ms}.
     * `shared`: in one kept runspace, in a scope of its own; faster, for scripts that leave nothing behind.
     * `prelude` runs before in the same runspace, its output is dropped: a place for functions that the core lacks.
     */
    public static int Run()
    {
        foreach (string line in JsonLines.Read()) JsonLines.Write(One(JsonNode.Parse(line)!));
        return 0;
    }

    static Runspace? kept;
    /** `$PSStyle` is one for the process: a script that changes it changes it for all that come after. */
    static readonly OutputRendering Rendering = PSStyle.Instance.OutputRendering;

    static Runspace Open(ScriptedHost host)
    {
        Runspace runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.Open();
        return runspace;
    }

    static JsonObject One(JsonNode request)
    {
        PSStyle.Instance.OutputRendering = Rendering;
        var answer = new JsonObject { ["id"] = request["id"]?.DeepClone() };
        string script = (string?)request["script"] ?? "";
        int depth = (int?)request["depth"] ?? 3;
        Parser.ParseInput(script, out _, out ParseError[] parseErrors);
        answer["parseErrors"] = Records.List(parseErrors.Select(e => (JsonNode?)Records.ParseError(e)));
        var host = new ScriptedHost(request["answers"] as JsonObject);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            bool isShared = (bool?)request["shared"] ?? false;
            using Runspace? own = isShared ? null : Open(host);
            Runspace runspace = own ?? (kept ??= Open(new ScriptedHost(null)));
            if ((string?)request["prelude"] is { Length: > 0 } prelude)
            {
                using PowerShell first = PowerShell.Create(runspace);
                first.AddScript(prelude).Invoke();
            }
            using PowerShell shell = PowerShell.Create(runspace);
            shell.AddScript(script, isShared || ((bool?)request["useLocalScope"] ?? false));
            if (request["args"] is JsonArray arguments) foreach (JsonNode? a in arguments) shell.AddArgument(Records.FromJson(a));
            var output = new PSDataCollection<PSObject?>();
            var input = new PSDataCollection<object?>();
            if (request["input"] is JsonArray items) foreach (JsonNode? item in items) input.Add(Records.FromJson(item));
            input.Complete();
            Exception? thrown = null;
            IAsyncResult running = shell.BeginInvoke(input, output);
            if (!running.AsyncWaitHandle.WaitOne((int?)request["timeoutMs"] ?? 20_000)) shell.Stop();
            try { shell.EndInvoke(running); }
            catch (Exception error) { thrown = error; }
            answer["ms"] = watch.Elapsed.TotalMilliseconds;
            answer["state"] = shell.InvocationStateInfo.State.ToString();
            var types = new JsonArray();
            var texts = new JsonArray();
            // Serializing asks properties, and script properties need the runspace: it is done while it lives.
            Runspace.DefaultRunspace = runspace;
            answer["output"] = Records.Values(output.Select(o => (object?)o), depth, types, texts);
            answer["types"] = types;
            answer["texts"] = texts;
            answer["errors"] = Records.List(shell.Streams.Error.Select(e => (JsonNode?)Records.Error(e)));
            answer["terminating"] = thrown == null ? null : Records.Error(Records.OfException(thrown));
            answer["streams"] = Records.Streams(shell.Streams);
            answer["host"] = host.Calls();
            Runspace.DefaultRunspace = null;
        }
        catch (Exception error)
        {
            answer["failure"] = error.ToString();
        }
        return answer;
    }
}
