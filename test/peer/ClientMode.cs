using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;

namespace Peer;

/** The real client, driven by JSON lines. Commands run side by side; each answer carries the `id` of its command. */
public static class ClientMode
{
    sealed record Pool(RunspacePool Runspaces, ScriptedHost Host);

    static readonly ConcurrentDictionary<string, Pool> Pools = new();
    static readonly ConcurrentDictionary<string, PowerShell> Running = new();

    public static int Run()
    {
        foreach (string line in JsonLines.Read())
        {
            JsonNode request = JsonNode.Parse(line)!;
            new Thread(() => Answer(request), 4 << 20) { IsBackground = true }.Start();
        }
        // Pools are closed by `close`; what is left ends with the process.
        Environment.Exit(0);
        return 0;
    }

    static void Answer(JsonNode request)
    {
        JsonObject answer;
        try
        {
            answer = (string?)request["op"] switch
            {
                "open" => Open(request),
                "run" => RunScript(request),
                "stop" => Stop(request),
                "close" => Close(request),
                "info" => Info(request),
                "reset" => Reset(request),
                "runspaces" => Runspaces(request),
                "host" => new JsonObject { ["host"] = Of(request).Host.Calls() },
                "latency" => Latency(request),
                "commandLatency" => CommandLatency(request),
                "rate" => Rate(request),
                "throughput" => Throughput(request),
                _ => throw new ArgumentException("unknown op " + request["op"]),
            };
        }
        catch (Exception error)
        {
            answer = new JsonObject { ["failure"] = Records.Error(Records.OfException(error)), ["failureText"] = error.ToString() };
        }
        answer["id"] = request["id"]?.DeepClone();
        JsonLines.Write(answer);
    }

    static Pool Of(JsonNode request)
    {
        string name = (string?)request["pool"] ?? "default";
        return Pools.TryGetValue(name, out Pool? pool) ? pool : throw new ArgumentException("no pool called " + name);
    }

    static RunspaceConnectionInfo Connection(JsonNode request)
    {
        int timeout = (int?)request["timeoutMs"] ?? 10_000;
        if ((string?)request["pipe"] is { } pipe) return new NamedPipeConnectionInfo(pipe, timeout);
        if ((int?)request["processId"] is { } process) return new NamedPipeConnectionInfo(process, "", timeout);
        if (request["ssh"] is JsonObject ssh)
            return new SSHConnectionInfo((string?)ssh["user"], (string)ssh["host"]!, (string?)ssh["keyFile"], (int?)ssh["port"] ?? 22,
                (string?)ssh["subsystem"] ?? "powershell", timeout, Records.FromJson(ssh["options"]) as System.Collections.Hashtable);
        if (request["wsman"] is JsonObject wsman)
        {
            var credential = (PSCredential?)null;
            if ((string?)wsman["user"] is { } user)
            {
                var secret = new System.Security.SecureString();
                foreach (char c in (string?)wsman["password"] ?? "") secret.AppendChar(c);
                credential = new PSCredential(user, secret);
            }
            var info = new WSManConnectionInfo(new Uri((string)wsman["uri"]!), (string?)wsman["shellUri"] ?? "http://schemas.microsoft.com/powershell/Microsoft.PowerShell", credential)
            {
                OpenTimeout = timeout, SkipCACheck = true, SkipCNCheck = true, SkipRevocationCheck = true,
            };
            if ((string?)wsman["authentication"] is { } authentication) info.AuthenticationMechanism = Enum.Parse<AuthenticationMechanism>(authentication);
            return info;
        }
        throw new ArgumentException("open needs pipe, processId, ssh or wsman");
    }

    /** {op: open, pool, pipe | processId | ssh | wsman, timeoutMs?, min?, max?, answers?, applicationArguments?}. */
    static JsonObject Open(JsonNode request)
    {
        string name = (string?)request["pool"] ?? "default";
        var host = new ScriptedHost(request["answers"] as JsonObject);
        PSPrimitiveDictionary? arguments = null;
        if (Records.FromJson(request["applicationArguments"]) is System.Collections.Hashtable table) arguments = new PSPrimitiveDictionary(table);
        RunspacePool runspaces = RunspaceFactory.CreateRunspacePool((int?)request["min"] ?? 1, (int?)request["max"] ?? 1,
            Connection(request), host, null, arguments);
        var watch = Stopwatch.StartNew();
        runspaces.Open();
        double ms = watch.Elapsed.TotalMilliseconds;
        Pools[name] = new Pool(runspaces, host);
        return new JsonObject { ["state"] = runspaces.RunspacePoolStateInfo.State.ToString(), ["instanceId"] = runspaces.InstanceId.ToString(), ["ms"] = ms };
    }

    static JsonObject Info(JsonNode request)
    {
        Pool pool = Of(request);
        return new JsonObject
        {
            ["state"] = pool.Runspaces.RunspacePoolStateInfo.State.ToString(),
            ["reason"] = pool.Runspaces.RunspacePoolStateInfo.Reason?.Message,
            ["available"] = pool.Runspaces.GetAvailableRunspaces(),
            ["max"] = pool.Runspaces.GetMaxRunspaces(),
            ["min"] = pool.Runspaces.GetMinRunspaces(),
            ["applicationPrivateData"] = Records.Clixml(pool.Runspaces.GetApplicationPrivateData(), 5),
        };
    }

    static JsonObject Runspaces(JsonNode request)
    {
        Pool pool = Of(request);
        var answer = new JsonObject();
        if ((int?)request["min"] is { } min) answer["min"] = pool.Runspaces.SetMinRunspaces(min);
        if ((int?)request["max"] is { } max) answer["max"] = pool.Runspaces.SetMaxRunspaces(max);
        answer["available"] = pool.Runspaces.GetAvailableRunspaces();
        return answer;
    }

    static JsonObject Reset(JsonNode request)
    {
        Pool pool = Of(request);
        System.Reflection.MethodInfo reset = typeof(RunspacePool).GetMethod("ResetRunspaceState",
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
            ?? throw new MissingMethodException("RunspacePool.ResetRunspaceState");
        return new JsonObject { ["result"] = reset.Invoke(pool.Runspaces, null)?.ToString() };
    }

    /** {op: run, pool, script | commands, args?, parameters?, input?, depth?, timeoutMs?, noInput?}. */
    static JsonObject RunScript(JsonNode request)
    {
        Pool pool = Of(request);
        using PowerShell shell = PowerShell.Create();
        shell.RunspacePool = pool.Runspaces;
        if (request["commands"] is JsonArray commands)
        {
            foreach (JsonNode? command in commands)
            {
                shell.AddCommand((string)command!["name"]!);
                if (command["parameters"] is JsonObject named) foreach (var (key, value) in named) shell.AddParameter(key, Records.FromJson(value));
                if (command["args"] is JsonArray list) foreach (JsonNode? a in list) shell.AddArgument(Records.FromJson(a));
                if ((bool?)command["endOfStatement"] ?? false) shell.AddStatement();
            }
        }
        else
        {
            shell.AddScript((string)request["script"]!, (bool?)request["useLocalScope"] ?? false);
            if (request["args"] is JsonArray list) foreach (JsonNode? a in list) shell.AddArgument(Records.FromJson(a));
            if (request["parameters"] is JsonObject named) foreach (var (key, value) in named) shell.AddParameter(key, Records.FromJson(value));
        }
        string id = request["id"]?.ToJsonString() ?? "";
        Running[id] = shell;
        var output = new PSDataCollection<PSObject?>();
        var input = new PSDataCollection<object?>();
        if (request["input"] is JsonArray items) foreach (JsonNode? item in items) input.Add(Records.FromJson(item));
        input.Complete();
        Exception? thrown = null;
        var watch = Stopwatch.StartNew();
        bool timedOut = false;
        try
        {
            IAsyncResult running = (bool?)request["noInput"] ?? request["input"] == null
                ? shell.BeginInvoke<PSObject, PSObject?>(null, output)
                : shell.BeginInvoke(input, output);
            if (!running.AsyncWaitHandle.WaitOne((int?)request["timeoutMs"] ?? 30_000))
            {
                timedOut = true;
                shell.Stop();
            }
            shell.EndInvoke(running);
        }
        catch (Exception error) { thrown = error; }
        double ms = watch.Elapsed.TotalMilliseconds;
        Running.TryRemove(id, out _);
        int depth = (int?)request["depth"] ?? 3;
        var types = new JsonArray();
        var texts = new JsonArray();
        var answer = new JsonObject
        {
            ["state"] = shell.InvocationStateInfo.State.ToString(), ["hadErrors"] = shell.HadErrors, ["ms"] = ms, ["timedOut"] = timedOut,
            ["reason"] = shell.InvocationStateInfo.Reason?.Message,
            ["output"] = Records.Values(output.Select(o => (object?)o), depth, types, texts),
            ["types"] = types, ["texts"] = texts,
            ["typeNames"] = Records.List(output.Select(o => o == null ? null : Records.List(o.TypeNames.Select(n => (JsonNode?)n)))),
            ["errors"] = Records.List(shell.Streams.Error.Select(e => (JsonNode?)Records.Error(e))),
            ["terminating"] = thrown == null ? null : Records.Error(Records.OfException(thrown)),
            ["thrown"] = thrown?.GetType().FullName,
            ["streams"] = Records.Streams(shell.Streams),
            ["host"] = pool.Host.Calls(),
        };
        return answer;
    }

    /** {op: stop, target: id of the run}. Answers when Stop returned. */
    static JsonObject Stop(JsonNode request)
    {
        string id = request["target"]!.ToJsonString();
        var waited = Stopwatch.StartNew();
        PowerShell? shell;
        while (!Running.TryGetValue(id, out shell) && waited.ElapsedMilliseconds < 2000) Thread.Sleep(10);
        if (shell == null) throw new ArgumentException("nothing runs under " + id);
        var watch = Stopwatch.StartNew();
        // The run may end and be disposed between the look-up and the call; then there is nothing left to stop.
        try { shell.Stop(); }
        catch (Exception error) when (error is NullReferenceException or ObjectDisposedException) { }
        return new JsonObject { ["ms"] = watch.Elapsed.TotalMilliseconds };
    }

    static JsonObject Close(JsonNode request)
    {
        string name = (string?)request["pool"] ?? "default";
        Pool pool = Of(request);
        var watch = Stopwatch.StartNew();
        pool.Runspaces.Close();
        Pools.TryRemove(name, out _);
        return new JsonObject { ["state"] = pool.Runspaces.RunspacePoolStateInfo.State.ToString(), ["ms"] = watch.Elapsed.TotalMilliseconds };
    }

    /** {op: latency, pool, script?, count?}: milliseconds of one invocation, one after another. */
    static JsonObject Latency(JsonNode request)
    {
        Pool pool = Of(request);
        string script = (string?)request["script"] ?? "1";
        int count = (int?)request["count"] ?? 300;
        var times = new List<double>();
        for (int index = 0; index < count + 20; index++)
        {
            long before = Stopwatch.GetTimestamp();
            using PowerShell shell = PowerShell.Create();
            shell.RunspacePool = pool.Runspaces;
            shell.AddScript(script).Invoke();
            if (index >= 20) times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
        times.Sort();
        return new JsonObject { ["count"] = count, ["medianMs"] = times[count / 2], ["p95Ms"] = times[(int)(count * 0.95)], ["minMs"] = times[0] };
    }

    /** {op: commandLatency, pipe, script?, count?}: milliseconds of one Invoke-Command -Session, one after another. */
    static JsonObject CommandLatency(JsonNode request)
    {
        string script = (string?)request["script"] ?? "1";
        int count = (int?)request["count"] ?? 300;
        using Runspace remote = RunspaceFactory.CreateRunspace(Connection(request));
        remote.Open();
        using Runspace local = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        local.Open();
        PSSession session = PSSession.Create(remote, "NamedPipe", null);
        ScriptBlock block = ScriptBlock.Create(script);
        var times = new List<double>();
        for (int index = 0; index < count + 20; index++)
        {
            long before = Stopwatch.GetTimestamp();
            using PowerShell shell = PowerShell.Create(local);
            shell.AddCommand("Invoke-Command").AddParameter("Session", session).AddParameter("ScriptBlock", block).Invoke();
            if (index >= 20) times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
        times.Sort();
        return new JsonObject { ["count"] = count, ["medianMs"] = times[count / 2], ["minMs"] = times[0] };
    }

    /** {op: rate, pool, script? | kind: int | object, count?}: how many values arrive in a second. */
    static JsonObject Rate(JsonNode request)
    {
        int count = (int?)request["count"] ?? 100_000;
        string script = (string?)request["script"] ?? ((string?)request["kind"] == "object"
            ? $"for ($i = 0; $i -lt {count}; $i++) {{ [pscustomobject]@{{ Id = $i; Name = \"item-$i\"; Size = 4096; Ready = $true }} }}"
            : $"for ($i = 0; $i -lt {count}; $i++) {{ $i }}");
        var (received, ms, last) = Receive(Of(request), script);
        return new JsonObject { ["received"] = received, ["ms"] = ms, ["perSecond"] = received / (ms / 1000), ["last"] = ClixmlMode.Text(last) };
    }

    /** {op: throughput, pool, megabytes?, chunkKB?}: text received as strings, in MB (10^6 characters) a second. */
    static JsonObject Throughput(JsonNode request)
    {
        int chunk = ((int?)request["chunkKB"] ?? 16) * 1024;
        long total = ((long?)request["megabytes"] ?? 64) * 1_000_000;
        string script = $"$s = [string]::new([char]'x', {chunk}); for ($i = 0; $i -lt {total / chunk}; $i++) {{ $s }}";
        var (received, ms, _) = Receive(Of(request), script);
        double bytes = (double)received * chunk;
        return new JsonObject { ["received"] = received, ["bytes"] = bytes, ["ms"] = ms, ["MBps"] = bytes / 1e6 / (ms / 1000) };
    }

    static (long Received, double Ms, object? Last) Receive(Pool pool, string script)
    {
        using PowerShell shell = PowerShell.Create();
        shell.RunspacePool = pool.Runspaces;
        shell.AddScript(script);
        long received = 0;
        object? last = null;
        var output = new PSDataCollection<PSObject>();
        output.DataAdded += (_, _) =>
        {
            foreach (PSObject item in output.ReadAll())
            {
                Interlocked.Increment(ref received);
                last = item;
            }
        };
        var watch = Stopwatch.StartNew();
        shell.Invoke(null, output);
        double ms = watch.Elapsed.TotalMilliseconds;
        foreach (PSObject item in output.ReadAll())
        {
            received++;
            last = item;
        }
        return (received, ms, last);
    }
}
