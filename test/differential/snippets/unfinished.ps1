1
# SIG # Begin signature block
# x
2
#---
`
#---
<# abc
#---
foo `
#---
@
#---
@ foo
#---
$x = 
#---
function f {
#---
foo |
#---
foo -a:
#---
if ($x) {
 1 
} else
#---
1 + # comment
#---
@{ a = 1
#---
'abc
#---
foo (1
#---
class A {
#---
[int]$x, 
#---
foo a,
#---
& 
#---
. 
#---
foo > 
#---
foo 2>&2; foo 1>&1; foo < x; foo >a >b; foo 3>&1 3>&1; foo 1>&2
