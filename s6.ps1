[CmdletBinding(DefaultParameterSetName='b')]param([Parameter(ParameterSetName='a')][int]$p,[Parameter(ParameterSetName='b')]$q)1
