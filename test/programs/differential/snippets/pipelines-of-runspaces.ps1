$r = [runspacefactory]::CreateRunspace(); $r.Open()
$p = $r.CreatePipeline('1; $input; Write-Error x'); $p.GetType().FullName; $p.Invoke(@(5, 6)); "$($p.Error.ReadToEnd())"; $p.HadErrors; $p.PipelineStateInfo.State

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$p = $r.CreatePipeline(); $p.Commands.AddScript('3..5'); $p.Commands.Add('Sort-Object'); $p.Commands[1].Parameters.Add('Descending'); $p.Invoke(); $p.Commands.Count

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$c = [System.Management.Automation.Runspaces.Command]::new('Write-Output'); $c.Parameters.Add('InputObject', 'a'); $p = $r.CreatePipeline(); $p.Commands.Add($c); $p.Invoke(); "$c"

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$p = $r.CreatePipeline('$input | ForEach-Object { $_ * 2 }'); $p.Input.Write(3); $p.Input.Write(@(4, 5), $true); $p.Input.Close(); $p.InvokeAsync(); $p.Output.ReadToEnd(); $p.Output.EndOfPipeline

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$p = $r.CreatePipeline('1'); $p.Invoke(); $p.Invoke()

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$r.CreatePipeline().Invoke()

$r = [runspacefactory]::CreateRunspace()
$r.CreatePipeline('1').Invoke()

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$r.CreatePipeline('throw "boo"').Invoke()

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$p = $r.CreatePipeline('7'); $q = $p.Copy(); $p.Dispose(); $q.Invoke(); $q.InstanceId; $p.Invoke()

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$p = $r.CreatePipeline('1; Start-Sleep 30'); $p.InvokeAsync(); $p.Output.Read(); $p.Stop(); $p.PipelineStateInfo.State; $p.PipelineStateInfo.Reason.GetType().FullName

$r = [runspacefactory]::CreateRunspace(); $r.Open()
$r.CreateNestedPipeline('1', $false).Invoke()
