"""What stands on small paper, read as a program reads it aloud: by the names that its fonts give to the letters."""

import io

import pikepdf
from fontTools.agl import toUnicode


def words_on(content: bytes) -> str:
    """Every line of every page, in the order in which it was drawn."""
    lines = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            letters = {name: _letters(font) for name, font in page.Resources.Font.items()}
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    font = letters[str(operands[0])]
                elif str(operator) == "Tm":
                    lines.append("")
                elif str(operator) == "Tj":
                    lines[-1] += "".join(font[one] for one in bytes(operands[0]))
    return "\n".join(lines)


def _letters(font) -> dict[int, str]:
    found = {number: bytes([number]).decode("cp1252", errors="replace") for number in range(256)}
    place = 0
    for one in font.Encoding.Differences:
        if isinstance(one, pikepdf.Name):
            found[place] = toUnicode(str(one)[1:])
            place += 1
        else:
            place = int(one)
    return found
