using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text.Json.Nodes;

namespace Peer;

/**
 * A PSHost without a console: it notes every call and answers from a script, one list of answers for each method
 * ({"ReadLine": ["a", "b"], "PromptForChoice": [1], "Prompt": [{"Name": "x"}], "PromptForCredential": [{"user": "u",
 * "password": "p"}], "ReadLineAsSecureString": ["s"], "ReadKey": ["k"]}). When a list is empty, the call throws.
 */
public sealed class ScriptedHost : PSHost
{
    readonly JsonArray calls = [];
    readonly JsonObject answers;
    readonly Guid id = Guid.NewGuid();
    readonly HostUI ui;

    public ScriptedHost(JsonObject? answers)
    {
        this.answers = answers?.DeepClone() as JsonObject ?? [];
        ui = new HostUI(this);
    }

    public int? ExitCode { get; private set; }
    public override string Name => "PeerHost";
    public override Version Version => new(1, 0);
    public override Guid InstanceId => id;
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override PSHostUserInterface UI => ui;
    public override void EnterNestedPrompt() => Note("EnterNestedPrompt");
    public override void ExitNestedPrompt() => Note("ExitNestedPrompt");
    public override void NotifyBeginApplication() => Note("NotifyBeginApplication");
    public override void NotifyEndApplication() => Note("NotifyEndApplication");
    public override void SetShouldExit(int exitCode)
    {
        ExitCode = exitCode;
        Note("SetShouldExit", exitCode);
    }

    /** What was called so far; the list starts anew. */
    public JsonArray Calls()
    {
        lock (calls)
        {
            var result = (JsonArray)calls.DeepClone();
            calls.Clear();
            return result;
        }
    }

    internal void Note(string method, params JsonNode?[] args)
    {
        lock (calls) calls.Add(new JsonObject { ["method"] = method, ["args"] = new JsonArray(args) });
    }

    internal JsonNode? Answer(string method)
    {
        lock (calls)
        {
            if (answers[method] is not JsonArray { Count: > 0 } list)
                throw new HostException($"The scripted host has no answer for {method}.");
            JsonNode? first = list[0];
            list.RemoveAt(0);
            return first;
        }
    }

    sealed class HostUI(ScriptedHost host) : PSHostUserInterface, IHostUISupportsMultipleChoiceSelection
    {
        readonly RawUI raw = new(host);
        public override PSHostRawUserInterface RawUI => raw;
        public override bool SupportsVirtualTerminal => false;

        public override string ReadLine()
        {
            host.Note("ReadLine");
            return (string?)host.Answer("ReadLine") ?? "";
        }

        public override SecureString ReadLineAsSecureString()
        {
            host.Note("ReadLineAsSecureString");
            return Secret((string?)host.Answer("ReadLineAsSecureString") ?? "");
        }

        public override void Write(string value) => host.Note("Write", value);
        public override void Write(ConsoleColor foreground, ConsoleColor background, string value) =>
            host.Note("Write", value, foreground.ToString(), background.ToString());
        public override void WriteLine() => host.Note("WriteLine");
        public override void WriteLine(string value) => host.Note("WriteLine", value);
        public override void WriteLine(ConsoleColor foreground, ConsoleColor background, string value) =>
            host.Note("WriteLine", value, foreground.ToString(), background.ToString());
        public override void WriteErrorLine(string value) => host.Note("WriteErrorLine", value);
        public override void WriteDebugLine(string message) => host.Note("WriteDebugLine", message);
        public override void WriteVerboseLine(string message) => host.Note("WriteVerboseLine", message);
        public override void WriteWarningLine(string message) => host.Note("WriteWarningLine", message);
        public override void WriteProgress(long sourceId, ProgressRecord record) =>
            host.Note("WriteProgress", record.Activity, record.StatusDescription, record.PercentComplete);

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
        {
            host.Note("Prompt", caption, message, Records.List(descriptions.Select(d => (JsonNode?)new JsonObject
            {
                ["name"] = d.Name, ["label"] = d.Label, ["type"] = d.ParameterTypeFullName, ["mandatory"] = d.IsMandatory, ["help"] = d.HelpMessage,
            })));
            var result = new Dictionary<string, PSObject>();
            if (host.Answer("Prompt") is JsonObject fields)
                foreach (var (key, value) in fields)
                    if (Records.FromJson(value) is { } given) result[key] = PSObject.AsPSObject(given);
            return result;
        }

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName,
            PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        {
            host.Note("PromptForCredential", caption, message, userName, targetName);
            JsonNode? answer = host.Answer("PromptForCredential");
            return new PSCredential((string)answer!["user"]!, Secret((string)answer["password"]!));
        }

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            host.Note("PromptForChoice", caption, message, Choices(choices), defaultChoice);
            return (int)host.Answer("PromptForChoice")!;
        }

        public Collection<int> PromptForChoice(string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices)
        {
            host.Note("PromptForChoiceMultiple", caption, message, Choices(choices),
                defaultChoices == null ? null : Records.List(defaultChoices.Select(c => (JsonNode?)c)));
            var chosen = new Collection<int>();
            foreach (JsonNode? choice in (JsonArray)host.Answer("PromptForChoiceMultiple")!) chosen.Add((int)choice!);
            return chosen;
        }

        static JsonArray Choices(Collection<ChoiceDescription> choices) => Records.List(choices.Select(c => (JsonNode?)c.Label));

        static SecureString Secret(string text)
        {
            var secret = new SecureString();
            foreach (char c in text) secret.AppendChar(c);
            secret.MakeReadOnly();
            return secret;
        }
    }

    sealed class RawUI(ScriptedHost host) : PSHostRawUserInterface
    {
        string title = "peer";
        Size buffer = new(120, 50);
        Coordinates cursor = new(0, 0);
        public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
        public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
        public override Size BufferSize
        {
            get => buffer;
            set { buffer = value; host.Note("SetBufferSize", value.Width, value.Height); }
        }
        public override Coordinates CursorPosition
        {
            get => cursor;
            set { cursor = value; host.Note("SetCursorPosition", value.X, value.Y); }
        }
        public override int CursorSize { get; set; } = 25;
        public override bool KeyAvailable => false;
        public override Size MaxPhysicalWindowSize => new(240, 84);
        public override Size MaxWindowSize => new(120, 50);
        public override Coordinates WindowPosition { get; set; } = new(0, 0);
        public override Size WindowSize { get; set; } = new(120, 50);
        public override string WindowTitle
        {
            get => title;
            set { title = value; host.Note("SetWindowTitle", value); }
        }
        public override void FlushInputBuffer() => host.Note("FlushInputBuffer");
        public override BufferCell[,] GetBufferContents(Rectangle rectangle)
        {
            host.Note("GetBufferContents");
            var cells = new BufferCell[1, 1];
            cells[0, 0] = new BufferCell('x', ForegroundColor, BackgroundColor, BufferCellType.Complete);
            return cells;
        }
        public override KeyInfo ReadKey(ReadKeyOptions options)
        {
            host.Note("ReadKey", options.ToString());
            string key = (string)host.Answer("ReadKey")!;
            return new KeyInfo(char.ToUpperInvariant(key[0]), key[0], 0, true);
        }
        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
            host.Note("ScrollBufferContents");
        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => host.Note("SetBufferContents");
        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => host.Note("SetBufferContents");
    }
}
