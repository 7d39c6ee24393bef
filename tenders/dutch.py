"""Forms of Dutch words, for searching: who asks for "wandelen" also means "gewandeld", and with "ging" also "gaan".

PostgreSQL takes off endings ("wandeling" becomes "wandel"), and no more. It misses what changes inside a word (huis,
huizen; bus, bussen), what stands before it (gewandeld), small forms (huisje) and everything irregular. So a search asks
for the other forms too. A form that is no word does no harm: nobody wrote it. Words here have no accents (`plain`).
"""

import re
import unicodedata

_LONG = re.compile(r"(.*?)(aa|ee|oo|uu)([bdfgklmnprstvz])")
_SHORT = re.compile(r"(.*[^aeiouy]|)[aeiou][bdfgklmnprst]")
_OPEN = re.compile(r"(.*[^aeiouy]|)([aeou])([bdfgklmnprstvz])")
_DOUBLE = re.compile(r".*([bdfgklmnprst])\1")
_SHORTEST, _SHORT_WORD = 3, 4
# One line, one word in all its forms.
_IRREGULAR = """
    gaan ga gaat ging gingen gegaan
    staan sta staat stond stonden gestaan
    doen doe doet deed deden gedaan
    zien zie ziet zag zagen gezien
    komen kom komt kwam kwamen gekomen
    geven geef geeft gaf gaven gegeven
    nemen neem neemt nam namen genomen
    lopen loop loopt liep liepen gelopen
    helpen help helpt hielp hielpen geholpen
    eten eet at aten gegeten
    drinken drink drinkt dronk dronken gedronken
    spreken spreek spreekt sprak spraken gesproken gesprek gesprekken
    brengen breng brengt bracht brachten gebracht
    denken denk denkt dacht dachten gedacht
    kopen koop koopt kocht kochten gekocht
    zoeken zoek zoekt zocht zochten gezocht
    weten weet wist wisten geweten
    kunnen kan kon konden gekund
    moeten moet moest moesten
    mogen mag mocht mochten
    willen wil wilt wilde wilden wou gewild
    worden word wordt werd werden geworden
    hebben heb hebt heeft had hadden gehad
    zijn ben bent is was waren geweest
    schrijven schrijf schrijft schreef schreven geschreven
    rijden rijd rijdt reed reden gereden
    kiezen kies kiest koos kozen gekozen
    verliezen verlies verliest verloor verloren
    blijven blijf blijft bleef bleven gebleven
    krijgen krijg krijgt kreeg kregen gekregen
    vinden vind vindt vond vonden gevonden
    beginnen begin begint begon begonnen
    zingen zing zingt zong zongen gezongen
    zwemmen zwem zwemt zwom zwommen gezwommen
    slapen slaap slaapt sliep sliepen geslapen
    vragen vraag vraagt vroeg vroegen gevraagd
    dragen draag draagt droeg droegen gedragen
    vallen val valt viel vielen gevallen
    houden houd houdt hield hielden gehouden
    laten laat liet lieten gelaten
    lezen lees leest las lazen gelezen
    liggen lig ligt lag lagen gelegen
    zitten zit zat zaten gezeten
    sluiten sluit sloot sloten gesloten
    verdwijnen verdwijnt verdween verdwenen
    verbieden verbied verbiedt verbood verboden
    bewegen beweeg beweegt bewoog bewogen beweging
    ontbreken ontbreek ontbreekt ontbrak ontbraken ontbroken
    stad steden
    schip schepen
    lid leden
    kind kinderen kindje kindjes
    blad bladeren bladen
    ei eieren
    koe koeien
    dag dagen
    weg wegen
    spel spelen spellen
    gebed gebeden
    buurman buurvrouw buurmannen buurvrouwen buren buur
    goed goede beter betere best beste
    veel vele meer meeste
    weinig minder minst
    een eerste
    twee tweede
    drie derde
"""
_GROUPS = [frozenset(line.split()) for line in _IRREGULAR.strip().splitlines()]


def plain(text: str) -> str:
    """The text in small letters without accents: "Één" becomes "een"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in parts if not unicodedata.combining(letter)))


def forms_of(word: str) -> list[str]:
    """The word and its other forms, as far as rules and the list above know them."""
    irregular = {form for group in _GROUPS if word in group for form in group}
    found = {word, *irregular}
    for root in {word, *_roots(word)}:
        if len(root) >= _SHORTEST:
            found |= _inflected(root)
    return sorted(found)


def _roots(word: str) -> set[str]:
    """What the word may be a form of: the singular, or the stem of a verb."""
    roots = set()
    for ending in ("en", "ing", "ingen", "e", "er", "ers"):
        if word.endswith(ending):
            roots |= _closed(word.removesuffix(ending))
    for ending in ("s", "je", "jes", "tje", "tjes", "pje", "pjes", "t", "d", "te", "ten", "de", "den"):
        if word.endswith(ending) and (len(ending) > 1 or len(word) > _SHORT_WORD):
            roots |= {word.removesuffix(ending)}
    if word.endswith(("etje", "etjes")):
        roots |= _closed(word.removesuffix("s").removesuffix("etje"))
    if word.startswith("ge") and word.endswith(("t", "d")):
        roots.add(word[2:-1])
    return roots


def _closed(rest: str) -> set[str]:
    """What stood before an ending, as it is written without one: strat(en) straat, buss(en) bus, huiz(en) huis."""
    found = {_sharp(rest)}
    if _DOUBLE.fullmatch(rest):
        found.add(rest[:-1])
    if match := _OPEN.fullmatch(rest):
        found.add(_sharp(match[1] + 2 * match[2] + match[3]))
    return found


def _inflected(root: str) -> set[str]:
    """The forms of a noun, an adjective and a regular verb with this root; most are no words."""
    if root.endswith(("en", "ing")):
        return {root, root + "s", root + "en"}
    opened = _opened(root)
    found = {root, root + "s", root + "je", root + "tje", root + "t", f"ge{root}t", f"ge{root}d"}
    found |= {stem + ending for stem in opened for ending in ("en", "e", "ing")}
    return found | {root + ending for ending in ("te", "ten", "de", "den")}


def _opened(root: str) -> set[str]:
    """The root before an ending that begins with a vowel: straat strat(en), bus buss(en), huis huiz(en)."""
    found = {root, _soft(root)}
    if match := _LONG.fullmatch(root):
        found |= {match[1] + match[2][0] + match[3], _soft(match[1] + match[2][0] + match[3])}
    if _SHORT.fullmatch(root):
        found.add(root + root[-1])
    return found


def _sharp(stem: str) -> str:
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])


def _soft(stem: str) -> str:
    return stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1:], stem[-1:])
