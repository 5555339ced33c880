if (1) { } elseif (2) { } else { } if if ( if (1 if (1) if (1) { } else while while ( while (1 while (1) do do { } do { } while do { } while ( do {} until (
#---
for (;;) {} for ($i=0;$i -lt 1;$i++) { } for (1
2
3) {} for ( for (1 for (1; for (1;2 for (1;2;3 for (1;2;3)
#---
try try { } try {} catch try {} catch [x] try {} catch [x], {} try {} finally trap trap [x] trap { } trap [x] { } trap [x()] {}
#---
foo | ; | foo; foo || ; foo && ; && foo; foo & && bar; foo | 1; 1 | foo; foo |

 bar; foo
| bar; foo

| bar
foo &
#---
[int; [; []; [int,; [x[; [x[]; [x[y; [x[y]; [x[,; [int](; [int[1]]; [a.b,]; [x(1,; [x(a=; [x(a=1]; foo [; [x(]
#---
1 +; 1 + + ; (; ); $x.; $x[; $x[]; $x.y(; $x.y(1,; 1,; @(; @{; @{a; @{a=; @{a=}; @{a b}; { ; } $( ; 1 -foo 2; 1 2; $x $y; 'a' 'b'; (1) (2); 1 ? ; 1 ? 2 ; 1 ? 2 : ; $a ??; -not; !; ++; $x++ ++
