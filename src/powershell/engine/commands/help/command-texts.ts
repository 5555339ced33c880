/** What files of session configurations and of roles have in common. */
const CONFIGURATION_PARAMETERS = `@VisibleCmdlets Names, wildcards, or hashtables with Name and Parameters.
@VisibleFunctions The same for functions.
@FunctionDefinitions Functions that the session has, with Name and ScriptBlock. They run with the whole language.
@Guid The id in the file; a new one when not given.
@Author Who wrote it; you when not given.
@CompanyName For whom.
@Copyright The notice about rights.
@ModulesToImport Modules that the session begins with: names, or hashtables with ModuleName and ModuleVersion.
@VisibleAliases Aliases that callers see, wildcards too.
@VisibleExternalCommands Programs and script files by their full path.
@VisibleProviders Providers that the visible commands may use.
@ScriptsToProcess Scripts that run when the session begins.
@AliasDefinitions Aliases that the session has: hashtables with Name and Value.
@VariableDefinitions Variables that the session has: hashtables with Name and Value.
@EnvironmentVariables A hashtable of names and values.
@TypesToProcess Files of types.
@FormatsToProcess Files of formats.
@AssembliesToLoad Assemblies of .NET; only its own have a meaning here.`;
/**
 * Help of the built-in commands, in our own words. Loaded when Get-Help is used. After `#` a command's name; its
 * description; examples (`>` the line, ` ` what it does); `@` a parameter and what it is for.
 */
export const COMMAND_TEXTS = `
#Add-Content
Appends text to files. The file is made when it is not there. Several values become several lines.
>Add-Content ./log.txt "started $(Get-Date)"
 One more line at the end of the file.
@NoNewline Do not write a line end after each value.
#Add-Member
Adds a property or a method to one object. The type of the object is not changed, and other objects of it do not get the member.
>$file | Add-Member -NotePropertyName Checked -NotePropertyValue $true -PassThru
 The file object with a property of its own.
>$o | Add-Member ScriptProperty Age { (Get-Date) - $this.LastWriteTime }
 A property that is computed each time it is read.
@MemberType The kind of member: NoteProperty, AliasProperty, ScriptProperty, ScriptMethod and so on.
@NotePropertyName Name of a plain property.
@NotePropertyValue Its value.
@NotePropertyMembers A hashtable of plain properties.
@SecondValue Of a script property the block that sets it; of an alias its type.
@TypeName A type name that is put before the object's own.
#Clear-Content
Makes files empty without deleting them.
>Clear-Content ./log.txt
#Clear-History
Forgets the lines that Get-History lists. The history file of the prompt is another thing and stays.
>Clear-History
#Clear-Host
Clears the screen.
>cls
#Clear-Item
Sets the value of an item to nothing: a variable, an environment variable.
>Clear-Item Env:DEBUG
#Clear-Variable
Sets variables to $null. They stay defined.
>Clear-Variable result, count*
#Compare-Object
Compares two collections as sets. The side indicator tells where a value was found: <= only in the reference, => only in the difference.
>Compare-Object (Get-Content a.txt) (Get-Content b.txt)
 Lines that are in one of the files only.
>Compare-Object $before $after -Property Name, Length -IncludeEqual
@ReferenceObject What is compared with.
@DifferenceObject What is compared.
@ExcludeDifferent Leave out what differs.
@IncludeEqual Show what is in both as well.
@SyncWindow How far apart equal values may stand.
#Convert-Path
Gives a path as the provider writes it, complete and without drive names of PowerShell.
>Convert-Path ~
#ConvertFrom-CliXml
Makes objects of CLIXML text.
>Get-Content ./state.xml -Raw | ConvertFrom-CliXml
#ConvertFrom-Csv
Makes objects of comma-separated text. The first line names the properties, unless -Header does.
>"a,b\`n1,2" | ConvertFrom-Csv
@Header Names of the columns, where the text has none.
#ConvertFrom-Json
Makes objects of JSON text. Arrays are given element by element unless -NoEnumerate is there.
>'{"name":"build","runs":3}' | ConvertFrom-Json
>(Get-Content ./package.json -Raw | ConvertFrom-Json).version
@AsHashtable Give hashtables, which keep names that differ in case only.
@Depth How deep the text may be nested.
#ConvertFrom-SecureString
Makes text of a secure string, so that it can be kept.
>$secret | ConvertFrom-SecureString -AsPlainText
 The text itself: for programs that need it, never for files.
#ConvertFrom-StringData
Makes a hashtable of lines of the form name=value.
>"port=5985\`nname=build" | ConvertFrom-StringData
#ConvertTo-CliXml
Writes objects as CLIXML text: what PowerShell sends between computers.
>Get-PSSession | ConvertTo-CliXml
#ConvertTo-Csv
Writes objects as comma-separated text. The properties of the first object are the columns.
>Get-PSSession | ConvertTo-Csv -UseQuotes AsNeeded
@UseQuotes Where quotes are written: Always, AsNeeded, Never.
@QuoteFields Names of the columns that get quotes.
@NoHeader Leave out the line of names.
#ConvertTo-Html
Writes objects as an HTML page with a table or lists.
>Get-PSSession | ConvertTo-Html -Title Sessions > sessions.html
#ConvertTo-Json
Writes objects as JSON text. What lies deeper than -Depth becomes text, with a warning.
>Get-Date | ConvertTo-Json
>$settings | ConvertTo-Json -Depth 8 | Set-Content settings.json
@Depth How many levels of objects are written. Default 2.
@Compress Without blanks and line ends.
@AsArray An array even when there is one object.
@EnumsAsStrings Names of enumerations instead of numbers.
#ConvertTo-SecureString
Makes a secure string, which is not shown and does not reach logs.
>$secret = ConvertTo-SecureString (Read-Host) -AsPlainText -Force
 Better: Read-Host -AsSecureString, which does not show what is typed.
@AsPlainText The text is the secret itself.
#ConvertTo-Xml
Writes objects as an XML document.
>Get-PSSession | ConvertTo-Xml -As String
#Copy-Item
Copies files and folders, also to and from a session.
>Copy-Item ./site /srv -Recurse
>Copy-Item ./app.zip -Destination /tmp -ToSession $s
 To the computer of the session.
@Container Keep the folders of what is copied.
@FromSession The session whose computer has the source.
@ToSession The session whose computer gets the copy.
#Export-Clixml
Writes objects to a file so that Import-Clixml gives them back with their types and properties.
>Get-PSSession | Export-Clixml ./sessions.xml
#Export-Csv
Writes objects to a file of comma-separated text.
>Get-ChildItem | Select-Object Name, Length | Export-Csv files.csv
@Append Add to the file that is there.
@NoTypeInformation As it always is here: no line with the type.
#Export-ModuleMember
Says, inside a module, what of it is seen from outside.
>Export-ModuleMember -Function Get-*, Set-*
#ForEach-Object
Does something with each object that comes in. $_ is the object. -Begin and -End run once, before and after.
>1..3 | ForEach-Object { $_ * 2 }
>Get-ChildItem | ForEach-Object Name
 The property of each object, without a block.
>$servers | ForEach-Object -Parallel { Test-Connection $_ } -ThrottleLimit 8
@Process What is done with each object.
@Begin Runs before the first object.
@End Runs after the last.
@MemberName Property or method of each object.
@Parallel A block for each object, several at a time, each in a runspace of its own.
#Format-Custom
Shows objects by a custom view, with all that is nested in them.
>Get-Date | Format-Custom -Depth 1
#Format-Hex
Shows bytes as hexadecimal numbers, with their text beside them.
>'abc' | Format-Hex
#Format-List
Shows each property on a line of its own.
>Get-PSSession | Format-List *
@Property The properties, or hashtables with Label and Expression; * for all.
#Format-Table
Shows objects as a table. Formatting comes last in a pipeline: what it gives is for the screen.
>Get-PSSession | Format-Table -Property ComputerName, InstanceID
>Get-ChildItem | Format-Table Name, @{ Label = 'KB'; Expression = { $_.Length / 1KB }; Format = 'N1' }
@AutoSize Columns as wide as their values.
@Wrap Break long values instead of cutting them.
@GroupBy Begin another table when this property changes.
@HideTableHeaders Without the line of names.
@View Name of a view.
#Format-Wide
Shows one property of many objects in columns.
>Get-ChildItem | Format-Wide -Column 4
#Get-Alias
Lists aliases: other names of commands.
>Get-Alias -Definition Get-PSSession
@Definition Aliases of these commands.
#Get-ChildItem
Lists what is in a folder, or on another drive such as Env: and Variable:.
>Get-ChildItem ./src -Recurse -Filter *.ts
>Get-ChildItem Env:
@Recurse Go into folders.
@Depth How deep to go.
@Filter A pattern for names that the provider applies itself: faster than -Include.
@File Files only.
@Directory Folders only.
@Hidden Hidden items only.
@Name Names only.
@FollowSymlink Go into folders that links point to.
#Get-Command
Lists commands: functions, cmdlets, aliases, scripts and programs of the path.
>Get-Command *-PSSession
>Get-Command Get-Date -Syntax
@CommandType Kinds of commands: Alias, Function, Cmdlet, Application and so on.
@Syntax How the command is written.
@Module Commands of these modules.
#Get-Content
Reads files line by line.
>Get-Content ./log.txt -Tail 20 -Wait
 The last lines, and then each line that is added.
>Get-Content ./page.html -Raw
 The whole text as one string.
@Raw The whole text as one string.
@TotalCount How many lines from the start.
@Tail How many lines from the end.
@ReadCount How many lines are sent on together.
@Wait Go on with what is added to the file.
@Delimiter What ends a line; a line break if not given.
@AsByteStream Bytes instead of text.
#Get-Culture
Gives the culture that numbers and dates are written in.
>Get-Culture
#Get-Date
Gives the time now, or another one, as an object or as text.
>Get-Date -Format yyyy-MM-dd
>(Get-Date).AddDays(-7)
@Format A .NET format, or one of its letters.
@UFormat A format as the Unix program date has it.
@AsUTC In universal time.
@UnixTimeSeconds Seconds since 1970.
#Get-Error
Shows everything about the newest errors.
>Get-Error -Newest 2
#Get-FileHash
Computes the hash of files.
>Get-FileHash ./app.zip -Algorithm SHA256
@Algorithm SHA1, SHA256, SHA384, SHA512 or MD5.
#Get-Help
Shows help about commands and topics.
>Get-Help New-PSSession -Examples
>Get-Help about_PSSessions
>Get-Help *-PSSession
@Name A command, a topic, or a pattern.
@Full Everything there is.
@Detailed With the parameters and the examples.
@Examples The examples only.
@Parameter These parameters only.
#Get-History
Lists the lines that were typed in this session.
>Get-History -Count 10
@Count How many, the newest.
#Get-Host
Gives an object for the program that shows this session: its name and version.
>Get-Host
#Get-Item
Gets the item itself, not what is in it.
>Get-Item ./src
>Get-Item Env:PATH
#Get-ItemProperty
Gets the properties of an item.
>Get-ItemProperty ./app.zip | Select-Object Name, LastWriteTime
#Get-ItemPropertyValue
Gets the value of a property of an item.
>Get-ItemPropertyValue ./app.zip -Name Length
#Get-Location
Tells where the session stands.
>Get-Location
@Stack The locations that Push-Location kept.
#Get-Member
Lists the properties and methods of objects, by type.
>Get-PSSession | Get-Member
>[datetime] | Get-Member -Static
@Static Members of the type itself.
@MemberType These kinds only.
#Get-Module
Lists modules that are loaded, or with -ListAvailable those that could be.
>Get-Module
#Get-PSCallStack
Tells who called whom, down to the place that asks.
>Get-PSCallStack
#Get-PSDrive
Lists drives: folders, the environment, variables, functions, aliases.
>Get-PSDrive
#Get-PSProvider
Lists what is behind the drives.
>Get-PSProvider
#Get-Process
Lists the processes of this computer.
>Get-Process -Name node
>Get-Process | Sort-Object CPU -Descending | Select-Object -First 5
@IncludeUserName Tell whose they are.
#Get-Random
Gives random numbers, or picks from what it is given. Not for secrets: use Get-SecureRandom.
>Get-Random -Minimum 1 -Maximum 7
>'a', 'b', 'c' | Get-Random -Count 2
@Maximum Numbers stay below this.
@Minimum The smallest number.
@SetSeed Begin the sequence here, so that it can be repeated.
@Shuffle All of them in another order.
#Get-UICulture
Gives the culture that messages are written in.
>Get-UICulture
#Get-Unique
Leaves out what equals the object before it. Sort first.
>'a', 'a', 'b' | Get-Unique
@AsString Compare the texts.
@OnType One object of each type.
#Get-Uptime
Tells how long the computer has been running.
>Get-Uptime
#Get-Variable
Lists variables.
>Get-Variable PS*
@ValueOnly The values without the variables.
#Group-Object
Gathers objects that have the same value.
>Get-PSSession -ComputerName (Get-Content servers.txt) | Group-Object State
@NoElement Counts only.
@AsHashTable A hashtable from value to objects.
@AsString Keys of the hashtable as text.
#Import-Clixml
Reads objects that Export-Clixml wrote.
>$sessions = Import-Clixml ./sessions.xml
#Import-Csv
Reads a file of comma-separated text: each line becomes an object.
>Import-Csv ./servers.csv | ForEach-Object { New-PSSession $_.Name }
#Import-Module
Loads a module: its commands can be used from then on.
>Import-Module ./Tools.psm1 -Force
@Function Import these functions only.
@Prefix Put this before the nouns of its commands.
@PassThru Give the module.
#Import-PowerShellDataFile
Reads a .psd1 file without running anything in it.
>$settings = Import-PowerShellDataFile ./settings.psd1
#Invoke-Expression
Runs text as a command. Text that comes from elsewhere can do anything that you can: avoid it.
>Invoke-Expression "Get-Date"
#Invoke-History
Runs a line of the history again.
>Invoke-History 3
#Join-Path
Joins parts of a path with the separator of this system.
>Join-Path /srv sites -AdditionalChildPath www, index.html
@ChildPath What comes behind the path.
@AdditionalChildPath And behind that.
@Resolve The path has to be there; wildcards are replaced.
#Join-String
Joins texts, with something between them.
>1..5 | Join-String -Separator ', '
@Separator What stands between.
@FormatString A format for each.
@SingleQuote Each in quotes.
@DoubleQuote Each in double quotes.
#Measure-Command
Measures how long something takes. What it writes is thrown away.
>Measure-Command { 1..100000 | ForEach-Object { $_ } }
@Expression What is measured.
#Measure-Object
Counts objects, sums numbers, counts lines and words.
>Get-ChildItem | Measure-Object Length -Sum -Average -Maximum
>Get-Content ./a.txt | Measure-Object -Line -Word
@Sum The sum.
@Average The mean.
@Maximum The largest.
@Minimum The smallest.
@StandardDeviation How far values spread.
@AllStats All of these.
@Line Count lines.
@Word Count words.
@Character Count characters.
#mkdir
Makes a folder, and those above it that are missing.
>mkdir ./a/b/c
#Move-Item
Moves files and folders.
>Move-Item ./a.txt ./old/
#New-Alias
Makes an alias. One that is there is not replaced; Set-Alias does that.
>New-Alias np New-PSSession
#New-Guid
Makes a GUID.
>New-Guid
#New-Item
Makes a file, a folder, a link, or an item on another drive.
>New-Item ./logs -ItemType Directory
>New-Item ./now -ItemType SymbolicLink -Target ./releases/3
@ItemType File, Directory, SymbolicLink, HardLink.
#New-Module
Makes a module out of a block.
>$m = New-Module { function Hi { 'hello' } } -AsCustomObject
#New-Object
Makes an object of a type.
>New-Object System.Text.StringBuilder
@TypeName The .NET type.
@ArgumentList What its constructor gets.
#New-PSDrive
Makes a drive: a short name for a folder.
>New-PSDrive -Name src -PSProvider FileSystem -Root ./src
@Root Where the drive begins.
@PSProvider What is behind it.
#New-PSRoleCapabilityFile
Writes a .psrc file: what a role of a restricted session configuration may do. Put it into the folder RoleCapabilities of a module.
>New-PSRoleCapabilityFile ./Operator.psrc -VisibleCmdlets 'Get-Process', @{ Name = 'Stop-Process'; Parameters = @{ Name = 'Name'; ValidateSet = 'app' } }
 Whoever has the role sees processes, and may stop one of them.
@Path The file, which ends with .psrc.
${CONFIGURATION_PARAMETERS}
#New-PSSessionConfigurationFile
Writes a .pssc file: what the callers of a session configuration have, and who has which role. Name it to the endpoint with Register-PSSessionConfiguration -Path.
>New-PSSessionConfigurationFile ./ops.pssc -SessionType RestrictedRemoteServer -RoleDefinitions @{ operators = @{ RoleCapabilities = 'Operator' } }
 Members of operators have the commands of Operator.psrc, and nobody has anything else.
@Path The file, which ends with .pssc.
@SessionType Default, Empty or RestrictedRemoteServer.
@RoleDefinitions By account or group: RoleCapabilities, RoleCapabilityFiles, or settings of their own.
@LanguageMode FullLanguage, ConstrainedLanguage, RestrictedLanguage or NoLanguage.
@TranscriptDirectory A folder for a transcript of every session.
@Full Writes every setting, those without a value as comments.
@SchemaVersion The version of the file's form; 2.0.0.0.
@RequiredGroups Who is let in at all: @{ And = 'a', @{ Or = 'b', 'c' } }.
@MountUserDrive Gives each account a drive User: of its own, for files.
@UserDriveMaximumSize How many bytes that drive may hold; 50 MB when not given.
@RunAsVirtualAccount Windows only: the endpoint of this program refuses it.
@RunAsVirtualAccountGroups Windows only: the endpoint of this program refuses it.
@GroupManagedServiceAccount Windows only: the endpoint of this program refuses it.
@ExecutionPolicy For PowerShell's own endpoints. There is none here.
@PowerShellVersion The version that the session needs.
${CONFIGURATION_PARAMETERS}
#New-TemporaryFile
Makes an empty file in the folder for temporary ones.
>$file = New-TemporaryFile
#New-TimeSpan
Makes a time span, of its parts or of two dates.
>New-TimeSpan -Minutes 90
>New-TimeSpan (Get-Date) '2030-01-01'
#New-Variable
Makes a variable. One that is there is not replaced.
>New-Variable limit 10 -Option Constant
#Out-Default
What every pipeline of a prompt ends in: it shows objects and errors.
>Get-Date | Out-Default
#Out-File
Writes what the screen would show to a file.
>Get-PSSession | Out-File ./sessions.txt -Width 200
#Out-Host
Shows objects on the screen, where a script is asked for values.
>Get-Date | Out-Host
@Paging Page by page.
#Out-Null
Throws away what it gets.
>mkdir ./a | Out-Null
#Out-String
Gives the text that the screen would show.
>Get-PSSession | Out-String -Stream | Select-String build
@Stream Line by line.
@Width How wide a line may be.
#Pop-Location
Goes back to where Push-Location was called.
>Pop-Location
#Push-Location
Goes somewhere, and keeps where the session stood.
>Push-Location ./src
#Read-Host
Asks the person for a line.
>$name = Read-Host 'Name'
>$secret = Read-Host 'Password' -AsSecureString
@Prompt What is asked.
@AsSecureString A secure string; what is typed is not shown.
@MaskInput Plain text, but not shown.
#Register-ArgumentCompleter
Gives completion for a parameter, or for a program.
>Register-ArgumentCompleter -CommandName Get-Team -ParameterName Name -ScriptBlock { param($command, $parameter, $word) 'red', 'blue' -like "$word*" }
@Native For a program that is no PowerShell command.
#Remove-Alias
Removes an alias.
>Remove-Alias np
#Remove-Item
Deletes files and folders, and items of other drives.
>Remove-Item ./build -Recurse -Force
@Recurse With all that is in it.
#Remove-Module
Unloads a module.
>Remove-Module Tools
#Remove-PSDrive
Removes a drive. What is behind it stays.
>Remove-PSDrive src
#Remove-Variable
Removes variables.
>Remove-Variable tmp*
#Rename-Item
Gives an item another name where it is.
>Get-ChildItem *.txt | Rename-Item -NewName { $_.Name -replace '\\.txt$', '.md' }
@NewName The name, or a block that gives it.
#Resolve-Path
Gives the items that a path with wildcards means.
>Resolve-Path ./src/*.ts
@Relative Relative to where the session stands.
#Select-Object
Takes some properties, some objects, or both.
>Get-ChildItem | Sort-Object Length -Descending | Select-Object -First 3 Name, Length
>Get-PSSession | Select-Object -ExpandProperty InstanceId
@First How many from the start; the commands before are stopped then.
@Last How many from the end.
@Skip How many to leave out first.
@SkipLast How many to leave out at the end.
@Unique No two that are equal.
@Index These places only.
@ExpandProperty The value of this property instead of the object.
@ExcludeProperty Not these properties.
#Select-String
Finds text in files or in what it gets.
>Select-String -Path ./src/*.ts -Pattern 'TODO' -Context 1
>Get-Help about_PSSessions | Out-String -Stream | Select-String Busy
@Pattern Regular expressions.
@SimpleMatch The pattern is plain text.
@Context How many lines around each.
@AllMatches All matches of a line.
@NotMatch Lines that do not match.
@Quiet Only whether there is one.
@List The first match of each file.
@Raw The lines themselves.
#Set-Alias
Makes an alias, or changes it.
>Set-Alias ll Get-ChildItem
#Set-Content
Writes text to files in place of what was there.
>'port=5985' | Set-Content ./settings.txt
#Set-Item
Sets the value of an item: a variable, an environment variable, a function.
>Set-Item Env:DEBUG 1
#Set-Location
Goes to another folder or drive.
>Set-Location ~/src
>cd -
 Where the session stood before.
#Set-StrictMode
Makes mistakes errors: variables that were never set, properties that are not there.
>Set-StrictMode -Version Latest
#Set-Variable
Sets a variable, and makes it when it is not there.
>Set-Variable limit 10 -Scope Script
#Sort-Object
Sorts objects by properties or by what a block gives.
>Get-ChildItem | Sort-Object Length, Name
@Descending The largest first.
@Unique No two that are equal.
@Top Only so many, the first.
@Bottom Only so many, the last.
@Stable Equal objects keep their order.
#Split-Path
Gives a part of a path.
>Split-Path ./src/index.ts -Leaf
@Parent All but the last part.
@Leaf The last part.
@LeafBase The last part without its extension.
@Extension The extension.
@IsAbsolute Whether it begins at the root.
#Start-Process
Starts a program.
>Start-Process node -ArgumentList server.js -Wait -PassThru
@Wait Until it ends.
#Start-Sleep
Waits.
>Start-Sleep -Seconds 5
>Start-Sleep -Milliseconds 200
@Duration A time span.
#Start-Transcript
Writes what is typed and shown into a file from now on, until Stop-Transcript or the end of the session. The file is readable to its owner only.
>Start-Transcript ./today.txt -Append
 Goes on with the file of this morning.
>Start-Transcript -OutputDirectory ./transcripts
 A new file with a name of its own.
@Path The file; without it one in the home folder, or the one that $Transcript names.
@OutputDirectory A folder, in which a new file is made.
@Append Adds to the file.
@NoClobber Leaves a file alone that is there.
@IncludeInvocationHeader Writes the time before each command.
@UseMinimalHeader Begins with the time only.
#Stop-Process
Ends processes.
>Stop-Process -Id 4711
#TabExpansion2
Gives what could stand at a place in a line: what the Tab key asks.
>(TabExpansion2 'Get-PSS').CompletionMatches
@inputScript The line.
@cursorColumn Where the cursor stands in it.
#Stop-Transcript
Ends the transcript that was begun last.
>Stop-Transcript
 The file is complete.
#Tee-Object
Writes what passes to a file or a variable, and lets it pass.
>Get-PSSession | Tee-Object ./sessions.txt | Measure-Object
@Variable Name of the variable.
@Append Add to the file.
#Test-Json
Tells whether a text is JSON, and fits a schema.
>Test-Json (Get-Content ./a.json -Raw)
#Test-Path
Tells whether something is there.
>Test-Path ./src -PathType Container
@PathType Any, Leaf for files, Container for folders.
@IsValid Only whether the path could exist.
#Test-PSSessionConfigurationFile
Tells whether a .pssc file can be used: its keys are known and their values are what they have to be. With -Verbose it says why not.
>Test-PSSessionConfigurationFile ./ops.pssc -Verbose
 True, or False and the reason.
#Update-TypeData
Adds members to all objects of a type.
>Update-TypeData -TypeName System.IO.FileInfo -MemberName KB -MemberType ScriptProperty -Value { $this.Length / 1KB }
#Where-Object
Lets pass what fits.
>Get-PSSession | Where-Object State -eq Opened
>1..10 | Where-Object { $_ % 2 -eq 0 }
@FilterScript A block that says for $_ whether it passes.
#Write-Debug
Writes to the debug stream. It is shown with -Debug, or when $DebugPreference says so.
>Write-Debug "x is $x"
#Write-Error
Writes an error that does not end the script.
>Write-Error "No such server: $name" -Category ObjectNotFound -ErrorId NoServer
@Message The text.
@Category The kind of error.
@ErrorId The id that scripts look for.
@TargetObject What it is about.
@RecommendedAction What to do.
#Write-Host
Writes to the screen. What it writes is no output: it can be redirected as stream 6.
>Write-Host 'done' -ForegroundColor Green
@NoNewline Stay on the line.
@Separator What stands between several objects.
@ForegroundColor Colour of the text.
@BackgroundColor Colour behind it.
#Write-Information
Writes to the information stream.
>Write-Information 'read 3 files' -Tags io -InformationAction Continue
@MessageData What is written.
@Tags Words to look for it by.
#Write-Output
Writes objects to the pipeline. A value that stands alone does the same.
>Write-Output 1, 2, 3
@NoEnumerate An array as one object.
#Write-Progress
Shows how far something has come.
>1..100 | ForEach-Object { Write-Progress 'Copying' -Status "$_ %" -PercentComplete $_ }
@Activity What is being done.
@Status Where it stands.
@PercentComplete From 0 to 100; -1 when it is not known.
@SecondsRemaining How long it will take.
@CurrentOperation What is done right now.
@Id Tells bars apart.
@ParentId The bar that this one is a part of.
@Completed Take the bar away.
#Write-Verbose
Writes to the verbose stream. It is shown with -Verbose, or when $VerbosePreference says so.
>Write-Verbose "asking $computer"
#Write-Warning
Writes a warning.
>Write-Warning 'The disk is nearly full.'
#Update-List
Adds to and removes from a list that is a property of an object.
>$o | Update-List -Property Servers -Add server03 -Remove server01
#Update-FormatData
Loads views from .format.ps1xml files: how objects of a type are shown.
>Update-FormatData -PrependPath ./my.format.ps1xml
#Get-FormatData
Gives the views that there are for a type.
>Get-FormatData -TypeName *PSSession
#Export-FormatData
Writes views to a file that Update-FormatData reads.
>Get-FormatData *PSSession | Export-FormatData -Path ./session.format.ps1xml
#Select-Xml
Finds nodes in XML by an XPath expression.
>Select-Xml -Path ./pom.xml -XPath '//version' | ForEach-Object { $_.Node.InnerText }
#Set-ItemProperty
Sets a property of an item.
>Set-ItemProperty ./a.txt -Name IsReadOnly -Value $true
#Clear-ItemProperty
Sets a property of an item to nothing.
>Clear-ItemProperty ./a.txt -Name IsReadOnly
#New-ItemProperty
Makes a property of an item, where its provider has such.
>New-ItemProperty -Path . -Name Note -Value x
#Remove-ItemProperty
Removes a property of an item, where its provider has such.
>Remove-ItemProperty -Path . -Name Note
#Copy-ItemProperty
Copies a property from one item to another, where their provider has such.
>Copy-ItemProperty -Path . -Destination .. -Name Note
#Move-ItemProperty
Moves a property from one item to another, where their provider has such.
>Move-ItemProperty -Path . -Destination .. -Name Note
#Rename-ItemProperty
Gives a property of an item another name, where its provider has such.
>Rename-ItemProperty -Path . -Name Note -NewName Remark
#Invoke-Item
Opens a file with the program that is meant for it, or runs it.
>Invoke-Item ./report.html
#Get-SecureRandom
Gives random numbers that nobody can guess.
>Get-SecureRandom -Maximum 1000000
#Get-Credential
Asks for a user name and a password, which is not shown.
>$c = Get-Credential ann
>New-PSSession server01 -Credential $c
#Get-Verb
Lists the verbs that names of commands begin with.
>Get-Verb Get, New
#Add-Type
Adds .NET types. This engine has no compiler for C#: use a PowerShell class.
>class Point { [int] $X; [int] $Y }
#Export-Alias
Writes aliases to a file.
>Export-Alias ./aliases.csv
#Import-Alias
Reads aliases from a file.
>Import-Alias ./aliases.csv
#Trace-Command
Runs a command, with what the engine's parts say about it.
>Trace-Command -Name ParameterBinding -Expression { Get-Date } -PSHost
#Set-PSDebug
Shows each line before it runs, with 2 also calls and the values that variables get.
>Set-PSDebug -Trace 1
#Get-Runspace
Lists the runspaces of this process.
>Get-Runspace
#Get-EventSubscriber
Lists who waits for events in this session.
>Get-EventSubscriber
#Get-Event
Lists the events that nobody has taken yet.
>Get-Event
#Register-ObjectEvent
Subscribes to an event of a .NET object: a timer, a process, a watcher of files. What happens waits as an event until Get-Event or Wait-Event takes it, or runs the block of -Action. Such a block runs where the script waits.
>$timer = [Timers.Timer]::new(500); Register-ObjectEvent $timer Elapsed -SourceIdentifier Tick -Action { Write-Host tick }
 A block that runs each time the timer has elapsed.
@EventName Name of the event.
@SourceIdentifier A name for the subscription. A GUID if not given.
@Action The block that runs each time. It has $Event, $EventSubscriber, $Sender, $EventArgs.
@MessageData A value that each event carries.
@SupportEvent Do not list the subscription.
@Forward Send the events on to the other end of a remote session.
@MaxTriggerCount After how many events the subscription ends.
#Register-EngineEvent
Subscribes to events that scripts make with New-Event, and to those of the engine itself, such as PowerShell.Exiting.
>Register-EngineEvent PowerShell.Exiting -Action { Remove-Item ./work.tmp }
 A block that runs when the session ends.
@SourceIdentifier Name of the events.
@Action The block that runs each time.
@MessageData A value that each event carries.
@SupportEvent Do not list the subscription.
@Forward Send the events on to the other end of a remote session.
@MaxTriggerCount After how many events the subscription ends.
#New-Event
Makes an event. It runs the block of whoever subscribed to its name, and otherwise waits for Get-Event or Wait-Event.
>New-Event Backup.Done -MessageData $report
@SourceIdentifier Name of the event.
@Sender The object that the event is said to come from.
@EventArguments What the event carries as its arguments.
@MessageData A value that the event carries.
#Remove-Event
Deletes events that wait to be taken.
>Get-Event | Remove-Event
 None is left.
@SourceIdentifier Name of the events.
@EventIdentifier Number of the event.
#Wait-Event
Waits until an event has come, and gives it. The event stays in the queue until Remove-Event.
>Wait-Event Backup.Done -Timeout 60
 Nothing is given when a minute has passed.
@SourceIdentifier Name of the event. Any event if not given.
@Timeout How many seconds at most.
#Unregister-Event
Ends subscriptions to events.
>Get-EventSubscriber | Unregister-Event
 All of them.
@SourceIdentifier Name of the subscriptions.
@SubscriptionId Number of the subscription.
@Force Also subscriptions that are not listed.
#Exit-PSSession
Leaves the session that Enter-PSSession went into. The session stays as it is.
>Exit-PSSession
#Import-LocalizedData
Reads a data file of texts in the language of the user: it lies in a folder named after the culture, beside the script.
>Import-LocalizedData -BindingVariable texts -FileName messages.psd1
 Sets $texts from ./de-DE/messages.psd1 where German is spoken.
@BindingVariable Name of the variable that gets the texts. Without it they are given.
@UICulture The culture to look for, instead of the session's.
@BaseDirectory Where the folders of the cultures are, instead of beside the script.
@FileName Name of the data file. That of the script if not given.
@SupportedCommand Commands that the data file may use.
#New-ModuleManifest
Writes the manifest of a module: a data file that tells its version, its files, and the commands that it gives.
>New-ModuleManifest ./Tools/Tools.psd1 -RootModule Tools.psm1 -FunctionsToExport Get-Tool
@RootModule The script that is the module.
@FunctionsToExport Functions that the module gives.
#Test-ModuleManifest
Reads the manifest of a module, says whether the files that it names are there, and gives the module that it describes.
>Test-ModuleManifest ./Tools/Tools.psd1
#Wait-Process
Waits until processes end.
>Wait-Process -Name make -Timeout 600
#Test-Connection
Tells whether a computer answers.
>Test-Connection server01 -TcpPort 5985
#Invoke-WebRequest
Fetches a page or a file by HTTP.
>Invoke-WebRequest https://example.org/app.zip -OutFile app.zip
#Invoke-RestMethod
Talks to a web service: what it answers in JSON or XML becomes objects.
>(Invoke-RestMethod https://example.org/status.json).state
#Get-TimeZone
Gives the time zone of this computer, or others.
>Get-TimeZone
#Get-ExecutionPolicy
Tells the execution policy. It is a matter of Windows: elsewhere always Unrestricted.
>Get-ExecutionPolicy -List
#Set-ExecutionPolicy
Sets the execution policy on Windows.
>Set-ExecutionPolicy RemoteSigned -Scope CurrentUser
#Unblock-File
Takes the mark off files that came from the internet, on systems that set one.
>Unblock-File ./script.ps1
#Restart-Computer
Starts computers anew.
>Restart-Computer server01 -Force
#Stop-Computer
Shuts computers down.
>Stop-Computer server01
#Debug-Process
Attaches a debugger to processes. There is none here: use that of the program's own platform.
>Get-Process -Name node
#Set-PSBreakpoint
Sets breakpoints at lines, commands and variables. Their actions run; without one the script stops in the debugger.
>Set-PSBreakpoint -Script ./test.ps1 -Line 5 -Action { Write-Host "x is $x" }
>Set-PSBreakpoint -Variable total -Mode Write -Action { $script:changes++ }
#Wait-Debugger
Stops the script in the debugger, at whose prompt lines run in the scope of what stopped.
>function Test { $x = 1; Wait-Debugger; $x }
#Debug-Job
Debugs a job. This engine has no debugger: Receive-Job -Keep shows what it has written.
>Receive-Job -Id 3 -Keep
@Job The job.
@InstanceId The job by its instance id.
@BreakAll Stops at the first line.
#Compress-Archive
Makes a zip archive of files and folders. Empty folders inside of a folder are kept; other archives of that name are not touched without -Force or -Update.
>Compress-Archive ./logs ./logs.zip
>Get-ChildItem *.log | Compress-Archive -DestinationPath ./logs.zip -Update
 Newer files replace those of the same name in the archive.
@CompressionLevel Optimal, Fastest or NoCompression.
@DestinationPath The archive; .zip is put behind a name without an extension.
#Expand-Archive
Takes the files out of a zip archive. Files that are there already stay, with an error, unless -Force is given. Entries that would leave the folder are left out.
>Expand-Archive ./logs.zip ./there
@DestinationPath The folder; one of the archive's name in the current folder when not given.
#Get-Clipboard
Gets the text of the clipboard, line by line: by pbpaste on macOS, by xclip where there is a display, else what Set-Clipboard put there in this session.
>Get-Clipboard
@Raw One text with its line ends.
@Delimiter Texts at which it is taken apart.
#Set-Clipboard
Puts text on the clipboard; several values become lines.
>Get-ChildItem -Name | Set-Clipboard
@Append Behind what is there.
@AsOSC52 By an escape sequence that the terminal of the user understands, also through a session.
#Add-History
Appends entries to the history of the session, such as those of another one.
>Import-Csv history.csv | Add-History
#Get-PSBreakpoint
Gets breakpoints, by number, file, kind, command or variable.
>Get-PSBreakpoint
#Remove-PSBreakpoint
Removes breakpoints.
>Get-PSBreakpoint | Remove-PSBreakpoint
#Enable-PSBreakpoint
Enables breakpoints that were disabled.
>Get-PSBreakpoint | Enable-PSBreakpoint
#Disable-PSBreakpoint
Disables breakpoints, which stay where they are.
>Get-PSBreakpoint | Disable-PSBreakpoint
#Get-ExperimentalFeature
Gives nothing: this engine has no experimental features.
>Get-ExperimentalFeature
#Enable-ExperimentalFeature
Reports that there is no such feature: this engine has none.
>Enable-ExperimentalFeature Name
#Disable-ExperimentalFeature
Reports that there is no such feature: this engine has none.
>Disable-ExperimentalFeature Name
#Get-TraceSource
Gives nothing: the parts of this engine are no trace sources.
>Get-TraceSource
#Get-PSSubsystem
Lists the kinds of subsystems. Nothing is registered in them.
>Get-PSSubsystem
#Get-RunspaceDebug
Lists the runspaces with their debugging options, which are off.
>Get-RunspaceDebug
#Set-Date
Not supported by this engine: the command says so with an error. Run the system's own command.
>Set-Date
#Debug-Runspace
Not supported by this engine: the command says so with an error. There is no script debugger.
>Debug-Runspace
#Enable-RunspaceDebug
Not supported by this engine: the command says so with an error. There is no script debugger.
>Enable-RunspaceDebug
#Disable-RunspaceDebug
Not supported by this engine: the command says so with an error. There is no script debugger.
>Disable-RunspaceDebug
#Switch-Process
Not supported by this engine: the command says so with an error. Start the program as a command of its own.
>Switch-Process
#Update-Help
Not supported by this engine: the command says so with an error. The help comes with the program.
>Update-Help
#Save-Help
Not supported by this engine: the command says so with an error. The help comes with the program.
>Save-Help
#Send-MailMessage
Not supported by this engine: the command says so with an error. Use a mail program.
>Send-MailMessage
#Get-CmsMessage
Not supported by this engine: the command says so with an error. Use openssl cms.
>Get-CmsMessage
#Protect-CmsMessage
Not supported by this engine: the command says so with an error. Use openssl cms.
>Protect-CmsMessage
#Unprotect-CmsMessage
Not supported by this engine: the command says so with an error. Use openssl cms.
>Unprotect-CmsMessage
#Get-PfxCertificate
Not supported by this engine: the command says so with an error. Use openssl pkcs12.
>Get-PfxCertificate
#Set-TraceSource
Not supported by this engine: the command says so with an error. The parts of this engine are no trace sources.
>Set-TraceSource
#ConvertFrom-Markdown
Not supported by this engine: the command says so with an error. Use a program such as pandoc.
>ConvertFrom-Markdown
#Show-Markdown
Not supported by this engine: the command says so with an error. Use a program such as pandoc.
>Show-Markdown
#Get-MarkdownOption
Not supported by this engine: the command says so with an error. Markdown is not shown here.
>Get-MarkdownOption
#Get-TypeData
Tells what scripts and files of the session added to types.
>Get-TypeData System.IO.*
#Remove-TypeData
Takes back what Update-TypeData gave to a type.
>Remove-TypeData System.IO.FileInfo
#Set-MarkdownOption
Not supported by this engine: the command says so with an error. Markdown is not shown here.
>Set-MarkdownOption
`;

/** Parameters that mean the same wherever they stand. */
export const PARAMETER_TEXTS: Readonly<Record<string, string>> = {
  Path: 'Where the items are. Wildcards are permitted.',
  LiteralPath: 'Where the items are, taken as it stands: no character is a wildcard.',
  Destination: 'Where they go.',
  Include: 'Only names that fit these patterns.',
  Exclude: 'Not names that fit these patterns.',
  Filter: 'A pattern for names, applied by the provider.',
  Force: 'Go on where the command would refuse: hidden or read-only items, names that exist.',
  PassThru: 'Give the object that the command worked on.',
  InputObject: 'The objects. Usually they come through the pipeline.',
  Property: 'Properties by name, or hashtables with an Expression.',
  Name: 'Names. Wildcards are permitted where the command lists things.',
  Id: 'Numbers.',
  Value: 'The value.',
  Scope: 'Global, Local, Script, or a number of scopes upwards.',
  Option: 'None, ReadOnly, Constant, Private, AllScope.',
  Description: 'A text about it.',
  Visibility: 'Public or Private.',
  Encoding: 'How text is written as bytes: utf8 (the default), utf8BOM, ascii, unicode and so on.',
  Delimiter: 'What stands between values. A comma if not given.',
  UseCulture: "The culture's list separator instead of a comma.",
  NoNewline: 'Without a line end.',
  NoClobber: 'Do not replace a file that is there.',
  Depth: 'How many levels deep.',
  CaseSensitive: 'Upper and lower case are different.',
  Culture: 'The culture whose rules are used.',
  Stream: 'Line by line; for the file system the name of a data stream.',
  Credential: 'The account to use: a credential, or a name, for which the password is asked.',
  ThrottleLimit: 'How many at a time.',
  ScriptBlock: 'What is run.',
  ArgumentList: 'What the block gets as $args or for its parameters.',
  Width: 'How wide a line may be.',
  Paging: 'Page by page.',
  Module: 'Names of modules.',
  IncludeTypeInformation: 'Write the type of the objects first.',
  NoTypeInformation: 'Do not write the type of the objects.',
  Stack: 'The locations that are kept.',
  StackName: 'Name of the stack of locations.',
  Recurse: 'With all that is below.',
  AsByteStream: 'Bytes instead of text.',
  Raw: 'As one text.',
  Newest: 'How many, the newest first.',
  Date: 'The date and time.',
  AsString: 'As text.',
  Verb: 'These verbs only.',
  Noun: 'These nouns only.',
};
