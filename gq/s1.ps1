param($a) "ran $a"; $MyInvocation.MyCommand.Name; $MyInvocation.MyCommand.CommandType
