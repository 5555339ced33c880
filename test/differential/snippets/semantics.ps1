function f($a, $A) { param($b) } function g($a, $a) {} function h { param($x, $X) } function i([void]$x) {} { param([ordered]$x) }; [ordered]@{}; [ordered]1; [ordered]$x
#---
try {} catch {} catch [Exception] {} ; try {} catch [Exception] {} catch [ArgumentException] {}; try {} catch [System.IO.IOException] {} catch [System.IO.FileNotFoundException],[foo] {}; try {} finally { return; break; continue; while (1) { break }; :x while(1) { break x; break y } }
#---
data x { 1; $a; foo; ConvertFrom-StringData 'a=b'; @{a=1}; if (1) {2}; [int]1; [xml]'a'; $x.y; $x[0]; {1}; $PSCulture; "$x"; 1 + 2; 1..2; -join 'a'; 'a' -f 1; . foo; & $x; & 'foo'; $x = 1; foreach ($i in 1) {}; function f {}; trap {}; 1 > x } data -supportedcommand foo, bar { foo; bar; baz } data -supportedcommand $x { q } data y -foo {}
#---
@{a=1;A=2;1=2;'1'=3; 1.0=1; 1d=2}; @x; foo @x; foo 1,@x; $a = @x; [Parameter()]1; [Parameter()]$x; [int][Parameter()]$x; [Parameter()][int]$x = 1; [Parameter()]
#---
$using:x; $using:x.y; $using:x[0]; $using:x[$y]; $using:x.y(); @using:x; foo @using:x; [ref][int]$x; [int][ref]$x; [ref][ref]$x; $y = [ref]$x; [ref]$x = 1; [int][ref]$x = 1; [void]$x = 1; [string]$true = 1; [int]$args = 1; [object[]]$args = 1; [bool]$PSCommandPath = 1
#---
using namespace System.IO
using namespace 1x
using assembly foo
using assembly http://x/y
using assembly \\foo\bar
using type a = b
using command a = b
using module foo
using namespace a = b
using foo
using
using namespace
using type a
using namespace $x
foo
using namespace b
#---
switch -parallel (1) {}; foreach -parallel ($x in 1) {}; foreach -throttlelimit 3 ($x in 1) {}; foreach -foo ($x in 1) {}; switch -foo (1) {}; switch -file x {1 {}}; switch -regex -wildcard -exact -c (1) { 'a' {} default {} default {} }; switch (1) {
#---
parallel { 1 }; sequence { 1 }; workflow w { parallel { 1 }; inlinescript { 1 } }; inlinescript { 1 }; from x; define y; var z; else {}; elseif; catch {}; until; until (1); finally {}
#---
param($x = 1, [int]$y, [Parameter(Mandatory=$true, Position=0, HelpMessage="x$y")]$z, [ValidateSet('a',"b",{c},[d])]$q, [ValidateScript({$_})]$r, [int]::MaxValue)
#---
begin {} process {} end {} clean {} dynamicparam {} begin {} foo
#---
function f { begin { 1 } 2 } filter g { $_ } filter h { process { $_ } } function { } function 1 {} function a-b {} function a:b {} function "x" {} function f() function g(
