"""`diff_texts` for the suites of pypsrp and psrpcore: they only ask whether two documents are the same."""
from xml.etree import ElementTree


def diff_texts(left, right):
    """The differences of two documents in canonical form (C14N 2.0): none, or the pair of both."""
    one, other = (ElementTree.canonicalize(text, strip_text=True) for text in (left, right))
    return [] if one == other else [(one, other)]
