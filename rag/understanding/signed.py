"""How a letter ends: "Regards, Dr. Adeyemi". Whoever signs is no instructor asked about."""

from __future__ import annotations

from rag.understanding.words import Text

_CLOSING = (
    r"(?:(?:(?:kind|kindest|best|warm|warmest|many|with) )*(?:regards|wishes)|sincerely(?: yours)?|"
    r"yours (?:truly|sincerely|faithfully|respectfully)|respectfully(?: yours)?|cordially|cheers|"
    r"(?:many |kind )?thanks|thank you|gratefully|warmly|best)"
)
_TITLE = r"(?:dr|professor|prof|mr|mrs|ms|dean|advisor)"
# A name is a few words at the end, after a stop.
_NAME = r"(?: (?!(?:what|which|who|when|where|how|is|are|do|does|can|any)\b)[a-z'-]+| \.){1,4}$"
SIGNED = (
    rf"(?<=[.?!;] ){_CLOSING} (?:,|-)(?: {_TITLE}(?: \.)?)?{_NAME}"
    rf"|{_CLOSING} , {_TITLE}(?: \.)?{_NAME}"
)


def leave_signature(text: Text) -> None:
    """Leave out the closing and the name at the end of a letter."""
    text.take(SIGNED, "")
