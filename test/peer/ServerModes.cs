using System.Management.Automation.Remoting;
using System.Reflection;

namespace Peer;

public static class ServerModes
{
    static readonly string[] Values =
        ["-wd", "-workingdirectory", "-encodedcommand", "-ec", "-e", "-configurationname", "-config", "-executionpolicy", "-ex", "-ep",
         "-settingsfile", "-settings", "-configurationfile", "-custompipename", "-inputformat", "-outputformat"];

    /** Which mode a command line written for pwsh means. Everything that is not understood is ignored. */
    public static string ModeOfPwshArguments(string[] args)
    {
        foreach (string arg in args)
            switch (arg.ToLowerInvariant())
            {
                case "-s" or "-servermode" or "-sshs" or "-sshservermode": return "server-stdio";
                case "-version" or "--version" or "-v": return "version";
            }
        return "";
    }

    /** A PowerShell server over its own stdin and stdout, what `pwsh -s` is. Ends when stdin ends. */
    public static int Stdio(string[] args)
    {
        string? directory = null;
        string? command = null;
        string? configuration = null;
        bool combine = false;
        for (int index = 0; index < args.Length; index++)
        {
            string name = args[index].ToLowerInvariant();
            string? value = Values.Contains(name) && index + 1 < args.Length ? args[++index] : null;
            if (name is "-wd" or "-workingdirectory") directory = value;
            if (name is "-configurationfile") configuration = value;
            if (name is "-encodedcommand" or "-ec" or "-e" && value != null)
                command = System.Text.Encoding.Unicode.GetString(Convert.FromBase64String(value));
            if (name is "-sshs" or "-sshservermode") combine = true;
        }
        Type mediator = typeof(System.Management.Automation.PSObject).Assembly
            .GetType("System.Management.Automation.Remoting.Server.StdIOProcessMediator", true)!;
        MethodInfo run = mediator.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        var known = new Dictionary<string, object?>
        {
            ["initialCommand"] = command, ["workingDirectory"] = directory, ["configurationName"] = null,
            ["configurationFile"] = configuration, ["combineErrOutStream"] = combine,
        };
        run.Invoke(null, run.GetParameters().Select(p => known.GetValueOrDefault(p.Name!)).ToArray());
        return 0;
    }

    /** A PowerShell server on a named pipe. Prints `ready` and stays until stdin ends. */
    public static int Pipe(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine("peer: server-pipe NAME");
            return 2;
        }
        TextReader input = Console.In;
        RemoteSessionNamedPipeServer.CreateCustomNamedPipeServer(args[0]);
        Console.Out.WriteLine("ready");
        Console.Out.Flush();
        while (input.ReadLine() != null) { }
        Environment.Exit(0);
        return 0;
    }
}
