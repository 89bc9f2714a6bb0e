"""What the pictures can show, what it is called, and which icons draw it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from .files import TRAINING_FOLDER

THINGS_FILE = TRAINING_FOLDER / "vocabulary" / "things.txt"
# What sets of user interface icons add to a thing's drawings, chosen by eye (art.py).
SILHOUETTES_FILE = TRAINING_FOLDER / "vocabulary" / "silhouettes.txt"
# Further synonyms and broader words: name, synonyms, broader words (make_wordnet.py).
WORDNET_FILE = TRAINING_FOLDER / "vocabulary" / "wordnet.tsv"
# Icons that show no one thing that a sentence could name: signs, text, hands' gestures, scenes.
UNNAMEABLE = re.compile(
    r"symbol|arrow|button|mark|sign|flag|heart-|-heart|hearts|bubble|input|letter|square|circle|triangle|diamond|"
    r"oclock|thirty|hand|finger|pointing|fist|palm|thumb|suit|^no-|person|people|man-|woman|men-|women-|family|couple|"
    r"^old-|adult|child|^deaf|merp|merman|^mx|^mrs|zodiac|aries|taurus|gemini|cancer|^leo$|virgo|libra|scorpio|"
    r"sagittarius|capricorn|aquarius|pisces|ophiuchus|plus|minus|divide|multiply|infinity|dollar|yen|euro|pound|"
    r"hundred|zzz|dashing|dizzy|collision|anger|sparkle|speech|thought|notes?$|japanese-|map|up$|off$|raising|gesture|"
    r"cross|khanda|menorah|om$|wheel-of|yin|fleur|trident|recycl|restroom|closet|^wc|customs|passport|baggage|"
    r"left-luggage|information|copyright|registered|trade|keycap|asterisk|^a-|^b-|^o-|^ab-|curly|wavy|part-alt|cyclone|"
    r"beginner|name-badge|prohibited|radioactive|biohazard|warning|children|vibration|mobile-phone-off|antenna|dim|bright|"
    r"cinema|wireless|splatter|hole|anatom|hair|selfie|speaking|bust|silhouette|biting|leg$|facing|hourglass|volume|-face$|"
    r"chart|card-|tray|bookmark|page|label|index|folder|ledger|memo|scroll|notebook|notepad|mail|envelope|outbox|inbox|"
    r"moon|sun|beach|cityscape|night|sunrise|sunset|desert|park$|camping|foggy|milky|bridge|post-office|globe|banknote|"
    r"person-|spiral-|breast|pregnant|baby-symbol|litter|potable|medical|atm|currency|abc|1234|soon|end|top$|back$"
)
# The sets that name icons with a shared vocabulary (CLDR): a slug in two of them is worth a name.
CLDR_SETS = ("noto", "noto-v1", "fluent-emoji", "fluent-emoji-flat", "emojione")

# Icons of user interfaces that show something else than the thing of that name: a computer's mouse, a maker's apple.
MISLEADING_ICONS = {
    "game-icons": "ram clover helmet pig-face butter sleepy hand rock oyster".split(),
    "mdi": "mouse seal cricket apple box hospital school satellite wave bee bug".split(),
    "ph": "mouse seal cricket bug".split(),
    "icon-park": (
        "mouse seal chicken cooking pie anchor ring scissors compass rock heart keyboard bank fork log boy girl apple cook "
        "muscle shovel bug spoon brain".split()
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """One nameable thing. `kinds` are broader words or names of other things that are true of it too."""

    name: str
    plural: str
    also: tuple[str, ...]
    kinds: tuple[str, ...]
    icons: tuple[str, ...]
    everyday: bool
    curated: bool
    activity: bool

    @property
    def uncounted(self) -> bool:
        """Bread, scissors: named without an article."""
        return self.name == self.plural and "animal" not in self.kinds


def plural_of(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


@lru_cache(maxsize=1)
def curated_things() -> tuple[Thing, ...]:
    return tuple(with_wordnet(parse_things(THINGS_FILE)))


def with_wordnet(things: list[Thing]) -> list[Thing]:
    """The things with what WordNet adds to their names and broader words."""
    if not WORDNET_FILE.exists():
        return things
    rows = (line.split("\t") for line in WORDNET_FILE.read_text().splitlines() if not line.startswith("#"))
    added = {name: (_words(also), _words(kinds)) for name, also, kinds in rows}
    found = []
    for thing in things:
        also, kinds = added.get(thing.name, ([], []))
        found.append(replace(thing, also=(*thing.also, *also), kinds=tuple(dict.fromkeys((*thing.kinds, *kinds)))))
    return found


def parse_things(path: Path) -> list[Thing]:
    """Reads the format that the head of things.txt describes."""
    things: list[Thing] = []
    section: tuple[str, ...] = ()
    for line in path.read_text().splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = tuple(word.strip() for word in line.strip("[]").split(","))
            continue
        fields = [field.strip() for field in line.split("|")] + ["", "", ""]
        everyday = fields[0].startswith("*")
        named = re.fullmatch(r"([^(]+?)(?:\s*\((.+)\))?", fields[0].lstrip("*"))
        assert named, f"{path.name}: cannot read {line!r}"
        name = named[1]
        activity = section == ("activity",)
        kinds = ("person",) if activity else (*section, *_words(fields[2]))
        icons = tuple(fields[3].split()) or (name.replace(" ", "-"),)
        plural = named[2] or plural_of(name)
        things.append(Thing(name, plural, tuple(_words(fields[1])), kinds, icons, everyday, True, activity))
    return things


@lru_cache(maxsize=1)
def chosen_icons() -> dict[tuple[str, str], list[str]]:
    """The icons of silhouettes.txt, by thing and set."""
    found = {}
    for line in SILHOUETTES_FILE.read_text().splitlines():
        if line and not line.startswith("#"):
            name, *choices = line.split("|")
            for choice in choices:
                art_set, icons = choice.split(":")
                found[name.strip(), art_set.strip()] = icons.split()
    return found


def _words(field: str) -> list[str]:
    return [word.strip() for word in field.split(",") if word.strip()]


def further_things(icons_of_set: dict[str, list[str]]) -> list[Thing]:
    """Names for what the curated list leaves out, straight from the icons' names: more words, less care."""
    claimed = {icon for thing in curated_things() for icon in thing.icons}
    names = {thing.name for thing in curated_things()}
    counts: dict[str, int] = {}
    for art_set in CLDR_SETS:
        for icon in icons_of_set[art_set]:
            counts[icon] = counts.get(icon, 0) + 1
    found: list[Thing] = []
    for icon, count in sorted(counts.items()):
        name = icon.replace("-", " ")
        if count < 2 or icon in claimed or name in names or UNNAMEABLE.search(icon):
            continue
        found.append(Thing(name, plural_of(name), (), (), (icon,), False, False, False))
    for icon, count in sorted(counts.items()):
        name = icon.replace("-", " ")
        if count >= 2 and icon.endswith("-face") and icon not in claimed and name not in names:
            found.append(Thing(name, plural_of(name), (), ("face", "emoji", "smiley"), (icon,), False, False, False))
    return with_wordnet(found)


def icon_variants(icon: str, art_set: str) -> list[str]:
    """How one icon may be spelled in an art set."""
    if art_set == "fxemoji":
        return [icon, icon.replace("-", "")]
    if art_set == "streamline-emojis":
        return [icon, *(f"{icon}-{number}" for number in range(1, 6))]
    if icon in MISLEADING_ICONS.get(art_set, ()):
        return []
    if art_set == "ph":
        return [icon, f"{icon}-fill", f"{icon}-duotone"]
    return [icon]
