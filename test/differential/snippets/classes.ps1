class A { [int]$x; $y = 1; static [string]$z; hidden $w; [int] m([int]$a, $b) { if ($a) { return 1 } else { return 2 } } static [void] n() { return } [int] o() { $q = 1; return $q + $u } [string] p() { } A() {} A([int]$i) : base($i) { $this.x = $i; $x = 2; $z = 3 } static A() { $this } hidden static [int] s() { $this.x; return 1 } }
#---
class A : B, C { } class A { } enum E { a; b = 2; c = } enum F : byte { x = 1; y }; [Flags()] enum G : string { z } class [int]
#---
class A { [int] $x [string] m() {} } class B { m( { } class C { foo } class D { [int] } class E { static static $x; hidden hidden $y }
#---
class A { [void] m() { return 1 } [int] n() { return } [int] o() { while ($true) { return 1 } } [int] p() { throw 'x' } [int] q() { try { return 1 } catch { throw } } [int] r() { switch (1) { 1 { return 1 } default { return 2 } } } [int] s() { foreach ($i in 1) { return $i } } [int] t() { for (;;) { return 1 } } [int] u() { do { return 1 } while (1) } }
#---
class A { [Parameter()] $x; [ValidateRange(1,2)][int]$y; [Obsolete('x', $true)] m() {} [Foo()] n() {} [ValidateSet(Bar=1)]$z; [Parameter(Mandatory, Mandatory)]$q } [Obsolete(IsError=1)] class B {} [DscResource()] class C {} [DscResource()] class D { [DscProperty(Key)][string]$k; [D] Get() { return $this } [void] Set() {} [bool] Test() { return $true } }
#---
class A { [int] m($a) { $b = $c; if ($a) { $d = 1 }; $d; $e = { $f }; foreach ($g in $a) { $g }; $g; [int]$h = 1; $h; try { $i = 1 } finally {} $i; $global:j; $env:k; $true; $_; $PSScriptRoot; $Error; $LASTEXITCODE; $script:l; $a.b.c; "$n $($o)"; $p[$r]; return $args } }
#---
class A { m() { break foo; :x while (1) { break x; continue x; break y }; { break z } } }
