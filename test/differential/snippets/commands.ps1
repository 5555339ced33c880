:a foreach ($x in 1) { break a; continue a; continue $b }; :b while (1) {} ; :c do {} until (1)
#---
foo -bar:baz -a: b -c:$x -d -- -e --f a,b $x.y $x[0] (1).z "q"r 'w'x a"b"c $x-y a$x @(1) @{a=1} {b} 2>&1 > out.txt 2>> err *>&1 3>x --% rest | of line
. foo; & foo; & $x; foo | bar | % { $_ } &; a && b || c; foo `
 bar; ? {1}; -foo; foo -bar=1; foo -1 -1.5 -a1; [int] foo; foo [int]; foo.bar; ./foo; .\bar; foo::bar; foo , bar; foo a, b,c ; foo a ,
