#requires -version 7
#requires -Modules A, @{ModuleName='B';ModuleVersion='1.2'}
#Requires -PSEdition Core -RunAsAdministrator
1
#---
#requires -version x
#---
#requires -modules @{x=1}
#---
#requires -modules @{ModuleName='b'}
#---
#requires foo
#---
#requires -foo 1
#---
#requires -version
#---
#requires -psedition foo,core,Core
#---
#requires -version 5.1.2
#requires -version 5.1.3
#---
#requires -assembly a,b
#requires -shellid x
#requires -shellid y
#---
#requires -runasadministrator 1
#---
#requires -version $x
#---
#requires -pssnapin foo -version 2
#---
#requires -version 5.1 -pssnapin 'a b'
#---
#requires -psedition 1
#---
#requires -modules 1
#---
function f { 
#requires -version 3
 }
#---
#requiresfoo -version 3
