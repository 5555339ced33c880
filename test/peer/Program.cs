// The real PowerShell engine as a test peer. Each mode is a small program of its own; README.md lists them.
using System.Globalization;
using System.Text;

namespace Peer;

public static class Program
{
    public static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        // A command line written for pwsh (`-NoLogo -NoProfile -s`) makes the server, so that the peer stands in for it.
        string mode = args.Length == 0 ? "" : args[0].StartsWith('-') ? ServerModes.ModeOfPwshArguments(args) : args[0];
        string[] rest = args.Length > 0 && !args[0].StartsWith('-') ? args[1..] : args;
        switch (mode)
        {
            case "server-stdio": return ServerModes.Stdio(rest);
            case "server-pipe": return ServerModes.Pipe(rest);
            case "client" or "client-pipe": return ClientMode.Run();
            case "clixml": return ClixmlMode.Run();
            case "clixml-bench": return ClixmlMode.Bench(rest);
            case "eval": return EvalMode.Run();
            case "parse": return ParseMode.Run();
            case "pwsh": return Microsoft.PowerShell.UnmanagedPSEntry.Start(rest, rest.Length);
            case "version":
                Console.Out.WriteLine(typeof(System.Management.Automation.PSObject).Assembly.GetName().Version);
                return 0;
            default:
                Console.Error.WriteLine("peer: modes are server-stdio, server-pipe NAME, client, clixml, clixml-bench, eval, parse, pwsh, version");
                return 2;
        }
    }
}

/** One JSON document a line, in and out; writing is safe from many threads. */
public static class JsonLines
{
    static readonly object Gate = new();
    static readonly Stream Output = Console.OpenStandardOutput();
    static readonly UTF8Encoding Utf8 = new(false);

    public static IEnumerable<string> Read()
    {
        using var reader = new StreamReader(Console.OpenStandardInput(), Utf8, false, 1 << 16);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }

    public static void Write(System.Text.Json.Nodes.JsonNode node)
    {
        byte[] bytes = Utf8.GetBytes(node.ToJsonString(Options) + "\n");
        lock (Gate)
        {
            Output.Write(bytes);
            Output.Flush();
        }
    }

    static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4096,
    };
}
