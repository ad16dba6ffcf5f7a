"""Units of measurement and money as English writes them, with the dimension each belongs to.

A figure keeps the unit that its text gives; a dimension tells which measures can be given in it. Names and symbols
after the SI Brochure (9th edition, tables 2-8), US customary units, and ISO 4217.
"""

from typing import NamedTuple

from kg.extract.lexemes import Lexeme


class Unit(NamedTuple):
    """A unit: its name (singular, lower-case, or a currency's sign) and its dimension."""

    name: str
    dimension: str


PERCENT = Unit("percent", "share")

# dimension, unit, the ways to write it; several words stand with one blank between them.
_WRITTEN: tuple[tuple[str, str, str], ...] = (
    ("share", "percent", "%|percent|per cent|pct"),
    ("share", "percentage point", "percentage point|percentage points"),
    ("length", "metre", "m|metre|metres|meter|meters"),
    ("length", "kilometre", "km|kms|kilometre|kilometres|kilometer|kilometers"),
    ("length", "centimetre", "cm|centimetre|centimetres|centimeter|centimeters"),
    ("length", "millimetre", "mm|millimetre|millimetres|millimeter|millimeters"),
    ("length", "mile", "mile|miles"),
    ("length", "nautical mile", "nautical mile|nautical miles"),
    ("length", "yard", "yard|yards|yds"),
    ("length", "foot", "ft|foot|feet"),
    ("length", "inch", "inch|inches"),
    ("area", "hectare", "ha|hectare|hectares"),
    ("area", "acre", "acre|acres"),
    ("area", "square kilometre", "sq km|sq. km|km²|km2|square kilometre|square kilometres|square kilometer|square kilometers"),
    ("area", "square metre", "sq m|m²|m2|square metre|square metres|square meter|square meters"),
    ("area", "square mile", "sq mi|square mile|square miles"),
    ("area", "square foot", "sq ft|square foot|square feet"),
    ("volume", "litre", "litre|litres|liter|liters"),
    ("volume", "millilitre", "ml|millilitre|millilitres|milliliter|milliliters"),
    ("volume", "gallon", "gallon|gallons"),
    ("volume", "cubic metre", "m³|m3|cubic metre|cubic metres|cubic meter|cubic meters"),
    ("volume", "barrel", "barrel|barrels"),
    ("flow", "cubic metre per second", "m³/s|m3/s|cubic metres per second|cubic metres a second|cubic meters per second|cubic meters a second"),
    ("mass", "kilogram", "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    ("mass", "gram", "gram|grams|gramme|grammes"),
    ("mass", "milligram", "mg|milligram|milligrams|milligramme|milligrammes"),
    ("mass", "microgram", "mcg|µg|μg|microgram|micrograms"),
    ("mass", "tonne", "tonne|tonnes|metric ton|metric tons"),
    ("mass", "ton", "ton|tons"),
    ("mass", "pound", "lb|lbs"),
    ("mass", "ounce", "ounce|ounces"),
    ("speed", "kilometre per hour", "km/h|kph|kmh|kilometres per hour|kilometres an hour|kilometers per hour|kilometers an hour"),
    ("speed", "mile per hour", "mph|miles per hour|miles an hour"),
    ("speed", "metre per second", "m/s|metres per second|metres a second|meters per second|meters a second"),
    ("speed", "knot", "knot|knots"),
    ("temperature", "degree celsius", "°c|° c|degrees celsius|degree celsius|degrees centigrade|celsius"),
    ("temperature", "degree fahrenheit", "°f|° f|degrees fahrenheit|degree fahrenheit|fahrenheit"),
    ("temperature", "degree", "°|degree|degrees"),
    ("time", "second", "second|seconds"),
    ("time", "minute", "minute|minutes"),
    ("time", "hour", "hour|hours"),
    ("time", "day", "day|days"),
    ("time", "week", "week|weeks"),
    ("time", "month", "month|months"),
    ("time", "year", "year|years"),
    ("time", "decade", "decade|decades"),
    ("power", "watt", "watt|watts"),
    ("power", "kilowatt", "kw|kilowatt|kilowatts"),
    ("power", "megawatt", "mw|megawatt|megawatts"),
    ("power", "gigawatt", "gw|gigawatt|gigawatts"),
    ("energy", "kilowatt hour", "kwh|kilowatt hour|kilowatt hours"),
    ("money", "$", "dollar|dollars|us dollar|us dollars"),
    ("money", "cent", "cent|cents"),
    ("money", "€", "euro|euros"),
    ("money", "£", "pound sterling|pounds sterling"),
    ("money", "pound", "pound|pounds"),
    ("money", "pence", "pence"),
    ("money", "¥", "yen"),
    ("money", "yuan", "yuan|renminbi"),
    ("money", "won", "won"),
    ("money", "rouble", "rouble|roubles|ruble|rubles"),
    ("money", "rupee", "rupee|rupees"),
    ("money", "franc", "franc|francs"),
    ("money", "krona", "krona|kronor|krone|kroner"),
    ("money", "peso", "peso|pesos"),
    ("money", "hryvnia", "hryvnia|hryvnias"),
    ("money", "zloty", "zloty|zlotys"),
    ("money", "lira", "lira|liras"),
    ("money", "dinar", "dinar|dinars"),
    ("money", "dirham", "dirham|dirhams"),
    ("money", "riyal", "riyal|riyals|rial|rials"),
    ("money", "naira", "naira"),
    ("money", "shilling", "shilling|shillings"),
    ("money", "birr", "birr"),
    ("money", "cedi", "cedi|cedis"),
    ("money", "rand", "rand"),
    ("money", "baht", "baht"),
    ("money", "ringgit", "ringgit"),
    ("money", "rupiah", "rupiah|rupiahs"),
    ("money", "taka", "taka"),
    ("money", "tenge", "tenge"),
    ("money", "forint", "forint|forints"),
    ("money", "leu", "leu|lei"),
    ("money", "dong", "dong"),
    ("money", "shekel", "shekel|shekels"),
)  # fmt: skip

_BY_PHRASE: dict[tuple[str, ...], Unit] = {
    tuple(phrase.split(" ")): Unit(name, dimension)
    for dimension, name, phrases in _WRITTEN
    for phrase in phrases.split("|")
}
_FIRST_WORDS = frozenset(text for phrase in _BY_PHRASE for text in (phrase[0], phrase[0][:1]))
_HAVE_PLURALS = frozenset(
    name
    for _, name, phrases in _WRITTEN
    if f"|{name}s|" in f"|{phrases}|" or name in {"foot", "inch"}
)
DIMENSIONS: dict[str, str] = {name: dimension for dimension, name, _ in _WRITTEN}

# Signs that stand before the number, with the letters that may be glued to the dollar's; and ISO 4217 codes.
_SIGNS = {
    "$": "$",
    "€": "€",
    "£": "£",
    "¥": "¥",
    "₹": "rupee",
    "₽": "rouble",
    "₩": "won",
    "₺": "lira",
    "₴": "hryvnia",
}
_DOLLARS = {
    "us": "$",
    "u.s": "$",
    "a": "A$",
    "au": "A$",
    "c": "C$",
    "ca": "C$",
    "nz": "NZ$",
    "hk": "HK$",
    "s": "S$",
    "r": "R$",
}
_CODES = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥", "cny": "yuan", "rub": "rouble", "inr": "rupee", "chf": "franc", "uah": "hryvnia"}  # fmt: skip

_LONGEST = 4
_MARKS_IN_UNITS = frozenset("/°²³.")


def unit_after(row: list[Lexeme], at: int, *, plural: bool) -> tuple[Unit, int] | None:
    """The longest unit that begins at this lexeme, with the index behind it; None where there is none.

    Args:
        row: The lexemes of a text.
        at: Where to look.
        plural: Whether the singular of a full name does not count ("300 foot soldiers").
    """
    if row[at].text not in _FIRST_WORDS:
        return None
    best: tuple[Unit, int] | None = None
    words: list[str] = []
    for index in range(at, min(at + 2 * _LONGEST, len(row))):
        lexeme = row[index]
        if lexeme.kind == "break":
            break
        if (
            words
            and lexeme.glued
            and (lexeme.text in _MARKS_IN_UNITS or words[-1][-1] in _MARKS_IN_UNITS)
        ):
            words[-1] += lexeme.text
        else:
            words.append(lexeme.text)
        if len(words) > _LONGEST:
            break
        unit = _BY_PHRASE.get(tuple(words))
        if unit is not None and not (
            plural and words == [unit.name] and unit.name in _HAVE_PLURALS
        ):
            best = unit, index + 1
    return best


def is_currency(row: list[Lexeme], at: int) -> bool:
    """Whether a currency sign or code begins at this lexeme."""
    return (row[at].text in _CODES or row[at].text in _DOLLARS) and currency_at(row, at) is not None


def currency_at(row: list[Lexeme], at: int) -> tuple[Unit, int] | None:
    """The currency sign or code that begins at this lexeme, with the index behind it."""
    lexeme = row[at]
    following = row[at + 1]
    if lexeme.text in _SIGNS:
        return Unit(_SIGNS[lexeme.text], "money"), at + 1
    if following.text == "$" and following.glued and lexeme.text in _DOLLARS:
        return Unit(_DOLLARS[lexeme.text], "money"), at + 2
    if lexeme.text in _CODES and following.kind == "number":
        return Unit(_CODES[lexeme.text], "money"), at + 1
    return None
