param([int]$p)1
