param($a) "kept $a"; $MyInvocation.MyCommand.Name
