$myText = 'text'; $myArray = 1, 2; $myHash = @{ alpha = 'a' }; $myOrdered = [ordered]@{ one = 1; two = 'b' }
$myObject = [pscustomobject]@{ Name = 'n'; Number = 1; Inner = [pscustomobject]@{ Deep = 1 } }
$myDate = [datetime]'2020-01-02'; $myInt = 7; $myDouble = 1.5; $myGuid = [guid]::Empty; $myUri = [uri]'http://a/b'
$myVersion = [version]'1.2'; $myRegex = [regex]'a'; $myBlock = { 1 }; $myXml = [xml]'<root a="1"><b/></root>'
$myList = [System.Collections.Generic.List[int]]::new(); $myList.Add(1); $myChar = [char]'a'; $mySpan = [timespan]::Zero
$myDict = [System.Collections.Generic.Dictionary[string, int]]::new(); $myBool = $true; $myNull = $null
$myEnum = [DayOfWeek]::Monday; $myFile = Get-Item -LiteralPath ./a.txt; $myFolder = (Get-Location).Path
${my text} = 1
class SampleClass { [string]$Name; [int]$Number; [ConsoleColor]$Color; hidden [int]$Secret; [string] Say([int]$n) { return '' } static [int]$Count; static [SampleClass] Make() { return $null } }
enum SampleColor { Red; Green; Blue }
$myClass = [SampleClass]::new()
function Get-Sample { param([int]$Count) [pscustomobject]@{ Alpha = 1; Beta = 'b' } }
function Get-SampleTyped { [OutputType([System.IO.FileInfo])] param([int]$Count) }
function Get-SampleAlias { [CmdletBinding()] param([Alias('Computer', 'CN')][string]$ComputerName, [Parameter(DontShow)][int]$Hidden) }
function plainone($alpha, [switch]$beta) { }
function Show-Sample {
  [CmdletBinding(DefaultParameterSetName = 'First')]
  param(
    [Parameter(Position = 0)][ValidateSet('Positional', 'Posed', 'with space')][string]$Name,
    [Parameter(ParameterSetName = 'First')][int]$First, [Parameter(ParameterSetName = 'Second')][int]$Second,
    [ValidateSet('One', 'Two', 'Three')][string]$Kind, [DayOfWeek]$Day, [DayOfWeek[]]$Days,
    [System.IO.FileAttributes]$Flag, [switch]$Switch, [bool]$Bool, [Nullable[bool]]$Nullable, [ValidateRange(1, 3)][int]$Range,
    [ArgumentCompletions('first', 'second')][string]$Word, [ArgumentCompletions('first one', 'second')][string]$Words,
    [ArgumentCompleter({ param($c, $p, $w) 'abc', 'axy', 'b c' | Where-Object { $_ -like "$w*" } })][string]$Custom,
    [ArgumentCompleter({ [System.Management.Automation.CompletionResult]::new('t', 'l', 'ParameterValue', 'tip') })]$Argument,
    [type]$Type, [SampleColor]$Own)
}
Set-Alias wx Get-Sample
