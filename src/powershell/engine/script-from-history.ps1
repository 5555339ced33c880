"✅ PowerShell script finished (source: command history of  on )."
exit 0 # success
