"""Stands in for the package xmldiff, which Debian does not have: what the suites of pypsrp and psrpcore use of it."""
