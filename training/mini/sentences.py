"""Sentences about a scene: each with the facts that make it true, so that it can be judged against any picture."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import colours
from .files import CACHE_FOLDER
from .nouns import MASS, NUMBERS, PIECES, Noun, with_article
from .places import PLACES
from .scenes import Item, Scene

Random = np.random.Generator

# {} is a noun phrase: "a dog", "two red apples", "a dog on the beach".
FRAMES = (
    "{}", "{}", "{}", "a photo of {}", "a photo of {}", "a photo of {}", "a picture of {}", "a picture of {}",
    "an image of {}", "a drawing of {}", "a close-up of {}", "a close up photo of {}", "a painting of {}",
    "a cartoon of {}", "an icon of {}", "an illustration of {}", "this is {}", "this is a photo of {}",
    "this is a picture of {}", "the picture shows {}", "the image shows {}", "i see {}", "it is {}", "{} in the picture",
    "{} in the scene", "a photo with {}", "a picture with {} in it", "an emoji of {}",
)  # fmt: skip
THERE_IS = ("there is {}", "there is {} in the picture", "there is {} in the image", "there is {} in the photo", "there is {} here")
THERE_ARE = ("there are {}", "there are {} in the picture", "there are {} in the image", "there are {} in the photo")
# How often each kind of sentence is told, where the scene allows it.
TELLING = {
    "thing": 10.0, "kind": 8.0, "colour": 9.0, "count": 5.0, "place": 4.0, "thing_at": 3.0, "pair": 4.0, "relation": 2.0,
    "side": 1.0, "sides": 2.0, "size": 0.5, "ground": 0.7, "activity": 10.0, "holds": 0.5, "colour_pair": 3.0, "full": 4.0,
}  # fmt: skip
# What a thing is called when it is only counted.
ANYTHING = Noun("thing", ("thing", "object"), ("things", "objects"), (), True)
WHERE = {
    "left": ("on the left", "on the left side", "to the left"), "right": ("on the right", "on the right side", "to the right"),
    "top": ("at the top", "above"), "bottom": ("at the bottom", "below"), "middle": ("in the middle", "in the center"),
}  # fmt: skip
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top", "middle": "left"}
# Sentences that name a thing, rather than its kind or only where it is.
NAMING = ("thing", "kind", "colour", "count", "pair", "thing_at", "activity")


@dataclass(frozen=True)
class Sentence:
    """`facts` must all be true for it to be true; where one of `doubts` is, nobody can say."""

    text: str
    facts: tuple[str, ...]
    doubts: tuple[str, ...] = ()

    def coloured(self) -> bool:
        return len(self.facts) == 1 and self.facts[0].startswith(("colour:", "has:"))

    def numbered(self) -> bool:
        return self.facts[0].startswith("n:")


# True of nothing: no scene has it.
NEVER = "never"


def pick(options, random: Random):
    return options[random.integers(len(options))]


def framed(phrase: str, random: Random, many: bool = False) -> str:
    """A noun phrase in one of the frames."""
    if random.random() < 0.2:
        return pick(THERE_ARE if many else THERE_IS, random).format(phrase)
    return pick(FRAMES, random).format(phrase)


@dataclass(frozen=True)
class UnshownWord:
    phrase: str
    doubts: tuple[str, ...]


def unshown_words(nouns: dict[str, Noun]) -> dict[str, list[UnshownWord]]:
    """The bot's words that nothing here is called by, from the list that words.ts writes; by what they are words of."""
    said = {word for noun in nouns.values() for word in (*noun.said, *noun.plurals, *noun.doing)}
    said |= {phrase for place in PLACES for phrase in place.phrases}
    found: dict[str, list[UnshownWord]] = {"thing": [], "activity": [], "place": []}
    for word in json.loads((CACHE_FOLDER / "words.json").read_text()):
        phrase, of = word["phrase"], word["of"]
        if phrase in said or phrase.split(" ", 1)[-1] in said and phrase.startswith(("a ", "an ", "the ")):
            continue
        kind = "at" if of == "place" else "is"
        found[of].append(UnshownWord(phrase, tuple(f"{kind}:{like}" for like in word["like"])))
    return found


class Teller:
    """Tells true sentences about a scene, and almost true ones."""

    def __init__(self, nouns: dict[str, Noun], things: list[str]) -> None:
        self.nouns = nouns
        self.things = things
        self.unshown = unshown_words(nouns)

    def never_shown(self, random: Random) -> Sentence:
        """A sentence with words that no picture here shows, of the kinds that the bot ranks."""
        of = pick(("thing", "thing", "activity", "place"), random)
        word = pick(self.unshown[of], random)
        if of == "thing":
            text = framed(word.phrase, random)
        elif of == "activity":
            text = pick(("a person {}", "people {}", "the man is {}", "the woman is {}", "someone is {}", "{}"), random).format(word.phrase)
        else:
            text = pick(("the picture was taken {}", "a photo taken {}", "{}", "this is {}"), random).format(word.phrase)
        return Sentence(text, (NEVER,), word.doubts)

    def tell(self, scene: Scene, random: Random, naming: bool = False) -> Sentence | None:
        """One sentence that is true of the scene; None where there is nothing to say. `naming` asks for what is in it."""
        ways = self._ways(scene)
        if naming and scene.items:
            ways = [way for way in ways if way in NAMING]
        if not ways:
            return None
        weights = np.array([TELLING[way] for way in ways])
        way = ways[int(np.searchsorted(np.cumsum(weights / weights.sum()), random.random() * 0.999999))]
        teller: Callable[[Scene, Random], Sentence] = getattr(self, f"_{way}")
        return teller(scene, random)

    def nearly(self, sentence: Sentence, random: Random) -> Sentence | None:
        """A sentence like this one with one thing wrong: another number, colour, place, side or thing."""
        fact = sentence.facts[0].split(":")
        if fact[0] == "n":
            return self._counted(self.nouns.get(fact[1], ANYTHING), self._another(int(fact[2]), random), random)
        if fact[0] == "colour":
            basic = colours.FURTHER.get(fact[2], ())
            # A shade's own word is to fit better than the basic word that may be said of it.
            word = pick(basic, random) if basic and random.random() < 0.5 else colours.any_word(random)
            return self._coloured(self.nouns[fact[1]], word, random)
        if fact[0] in ("left", "above"):
            return self._related(fact[0], fact[2], fact[1], random)
        if fact[0] == "side" and len(sentence.facts) == 1:
            return self._sided(fact[1], OPPOSITE[fact[2]], random)
        if fact[0] == "side":
            second = sentence.facts[1].split(":")
            return self._sided_pair(fact[1], OPPOSITE[fact[2]], second[1], OPPOSITE[second[2]], random)
        if fact[0] == "at":
            return self._at(PLACES[random.integers(len(PLACES))].name, random)
        if fact[0] == "has":
            said = self._colour_word(colours.any_word(random), random)
            return Sentence(pick(("something {}", "{}"), random).format(said), (f"has:{colours.SAID[said]}",))
        other = self.nouns[pick(self.things, random)]
        return self._named(other, random) if other.counted else None

    def _another(self, count: int, random: Random) -> int:
        """A number near this one more often than not; up to nine, though nothing is drawn more than five times."""
        near = [n for n in (count - 1, count + 1) if 1 <= n <= len(NUMBERS)]
        return int(pick(near, random)) if random.random() < 0.6 else int(random.integers(1, len(NUMBERS) + 1))

    def _ways(self, scene: Scene) -> list[str]:
        ways: list[str] = []
        if scene.items:
            ways += ["thing", "kind"]
            if any(item.colour for item in scene.items):
                ways.append("colour")
            if len({item.noun.key for item in scene.items}) == 1 and scene.items[0].noun.counted:
                ways.append("count")
            if scene.place:
                ways.append("thing_at")
            if len({item.noun.key for item in scene.items}) > 1:
                ways += ["pair"]
                if len(scene.items) == 2 and all(item.colour for item in scene.items):
                    ways.append("colour_pair")
            if any(fact.startswith(("left:", "above:")) for fact in scene.facts):
                ways += ["relation", "full"]
            if any(fact.startswith("side:") for fact in scene.facts):
                ways.append("sides" if len({item.noun.key for item in scene.items}) == 2 else "side")
            if any(fact.startswith("size:") for fact in scene.facts):
                ways.append("size")
            if any(item.activity for item in scene.items):
                ways.append("activity")
        if scene.place:
            ways.append("place")
            if scene.place.holds:
                ways.append("holds")
        if scene.ground_colour:
            ways.append("ground")
        return ways

    def _thing(self, scene: Scene, random: Random) -> Sentence:
        item = pick(scene.items, random)
        if item.activity:
            return self._activity(scene, random)
        same = sum(other.noun.key == item.noun.key for other in scene.items)
        if same > 1 and random.random() < 0.5:
            word = item.noun.plurals[0]
            return Sentence(framed(word, random, True), (f"is:{item.noun.key}",))
        return self._named(item.noun, random)

    def _named(self, noun: Noun, random: Random) -> Sentence:
        word = noun.said[0] if random.random() < 0.65 else pick(noun.said, random)
        toss = random.random()
        if toss < 0.06:
            text = word
        elif toss < 0.10:
            text = pick(("the {}", "a photo of the {}", "a picture of the {}", "a photo of one {}"), random).format(word)
        elif toss < 0.14 and not noun.counted:
            text = framed(with_article(word), random)
        else:
            text = framed(noun.phrase(word), random)
        return Sentence(text, (f"is:{noun.key}",))

    def _kind(self, scene: Scene, random: Random) -> Sentence:
        item = pick(scene.items, random)
        kinds = (*item.noun.kinds, *item.extra_kinds)
        if not kinds:
            return self._thing(scene, random)
        noun = self.nouns[pick(kinds, random)]
        word = noun.said[0]
        if word in PIECES and random.random() < 0.4:
            text = framed(f"a piece of {word}", random)
        elif word in MASS:
            text = framed(word if random.random() < 0.7 else f"some {word}", random)
        elif random.random() < 0.2:
            text = pick(("a kind of {}", "this is a kind of {}", "a type of {}", "a photo of a kind of {}"), random).format(word)
        else:
            text = framed(with_article(word), random)
        return Sentence(text, (f"is:{noun.key}",))

    def _colour(self, scene: Scene, random: Random) -> Sentence:
        item = pick([item for item in scene.items if item.colour], random)
        noun = item.noun
        if item.stencil and random.random() < 0.1:
            noun = self.nouns["shape"]
        elif random.random() < 0.08:
            said = self._colour_word(str(item.colour), random)
            text = pick(("something {}", "a photo of something {}", "it is {}", "there is something {}", "{}"), random).format(said)
            return Sentence(text, (f"has:{item.colour}",))
        return self._coloured(noun, str(item.colour), random)

    def _coloured(self, noun: Noun, colour: str, random: Random) -> Sentence:
        facts = (f"colour:{noun.key}:{colour}",)
        word = noun.said[0] if random.random() < 0.8 else pick(noun.said, random)
        said = self._colour_word(colour, random)
        toss = random.random()
        if toss < 0.3:
            verb = "is" if noun.counted else "are" if word.endswith("s") else "is"
            return Sentence(f"the {word} {verb} {said}", facts)
        if toss < 0.36:
            return Sentence(f"the color of the {word} is {said}", facts)
        if toss < 0.4:
            return Sentence(f"a {word} that is {said}", facts)
        return Sentence(framed(f"{with_article(said)} {word}" if noun.counted else f"{said} {word}", random), facts)

    def _colour_pair(self, scene: Scene, random: Random) -> Sentence:
        first, second = [scene.items[i] for i in random.permutation(2)]
        said = [f"{with_article(self._colour_word(str(item.colour), random))} {item.noun.said[0]}" for item in (first, second)]
        facts = tuple(f"colour:{item.noun.key}:{item.colour}" for item in (first, second))
        return Sentence(framed(f"{said[0]} and {said[1]}", random), facts)

    def _colour_word(self, colour: str, random: Random) -> str:
        return pick(colours.SPELLINGS.get(colour, (colour,)), random)

    def _count(self, scene: Scene, random: Random) -> Sentence:
        item, count = scene.items[0], len(scene.items)
        noun = item.noun
        if item.colour and all(other.colour == item.colour for other in scene.items) and random.random() < 0.25:
            facts = (f"n:{noun.key}:{count}", f"colour:{noun.key}:{item.colour}")
            words = noun.plurals[0] if count > 1 else noun.said[0]
            phrase = f"{NUMBERS[count - 1]} {self._colour_word(item.colour, random)} {words}"
            return Sentence(framed(phrase, random, count > 1), facts)
        kinds = [kind for kind in noun.kinds if self.nouns[kind].counted]
        toss = random.random()
        if kinds and toss < 0.1:
            noun = self.nouns[pick(kinds, random)]
        elif toss > 0.94:
            noun = ANYTHING
        return self._counted(noun, count, random)

    def _counted(self, noun: Noun, count: int, random: Random) -> Sentence:
        word = noun.plurals[0] if count > 1 else noun.said[0]
        number = NUMBERS[count - 1] if random.random() < 0.75 else str(count)
        return Sentence(framed(f"{number} {word}", random, count > 1), (f"n:{noun.key}:{count}",))

    def _place(self, scene: Scene, random: Random) -> Sentence:
        assert scene.place
        if scene.place.also and random.random() < 0.2:
            return self._at(pick(scene.place.also, random), random)
        return self._at(scene.place.name, random)

    def _at(self, name: str, random: Random) -> Sentence:
        facts = (f"at:{name}",)
        place = next((place for place in PLACES if place.name == name), None)
        if name in ("outdoors", "outside", "indoors", "inside"):
            return Sentence(pick(("{}", "the photo was taken {}", "the picture was taken {}", "a photo taken {}", "this is {}", "an {} scene"), random).format(name), facts)
        if place is None:
            said = {"day": "during the day"}[name]
            return Sentence(pick(("{}", "a photo taken {}", "the picture was taken {}"), random).format(said), facts)
        if random.random() < 0.5:
            phrase = pick(place.phrases, random)
            return Sentence(pick(("the picture was taken {}", "the photo was taken {}", "a photo taken {}", "{}", "this is {}", "a scene {}"), random).format(phrase), facts)
        noun = pick(place.nouns, random)
        phrase = noun if name in ("space", "underwater") and noun == "outer space" else with_article(noun)
        frames = ("a photo of {}", "a picture of {}", "{}", "this is {}", "the place is {}", "the background is {}", "there is {} in the background", "a drawing of {}", "an image of {}")
        return Sentence(pick(frames, random).format(phrase), facts)

    def _thing_at(self, scene: Scene, random: Random) -> Sentence:
        assert scene.place
        item = pick(scene.items, random)
        where = pick(scene.place.phrases, random)
        at = f"at:{scene.place.name}"
        if item.activity:
            return Sentence(framed(f"{self._person(item, random)} {item.activity} {where}", random), (at, self._fact(item)))
        word = item.noun.said[0]
        same = sum(other.noun.key == item.noun.key for other in scene.items)
        if item.noun.counted and same == len(scene.items) > 1 and random.random() < 0.5:
            return Sentence(framed(f"{NUMBERS[same - 1]} {item.noun.plurals[0]} {where}", random, True), (at, f"n:{item.noun.key}:{same}"))
        if item.noun.counted and item.colour and random.random() < 0.3:
            phrase = f"{with_article(self._colour_word(item.colour, random))} {word}"
            return Sentence(framed(f"{phrase} {where}", random), (at, f"colour:{item.noun.key}:{item.colour}"))
        phrase = item.noun.phrase(word)
        if item.noun.counted and random.random() < 0.35:
            return Sentence(f"{pick((phrase, f'the {word}'), random)} is {where}", (at, self._fact(item)))
        return Sentence(framed(f"{phrase} {where}", random), (at, self._fact(item)))

    def _pair(self, scene: Scene, random: Random) -> Sentence:
        order = [scene.items[i] for i in random.permutation(len(scene.items))]
        first = order[0]
        second = next(item for item in order if item.noun.key != first.noun.key)
        phrase = f"{self._phrase(first, random)} {pick(('and', 'and', 'and', 'with', 'next to', 'beside'), random)} {self._phrase(second, random)}"
        return Sentence(framed(phrase, random), (self._fact(first), self._fact(second)))

    def _phrase(self, item: Item, random: Random) -> str:
        if item.activity:
            return f"{self._person(item, random)} {item.activity}"
        return item.noun.phrase(item.noun.said[0])

    def _fact(self, item: Item) -> str:
        return f"does:{item.activity}" if item.activity else f"is:{item.noun.key}"

    def _relation(self, scene: Scene, random: Random) -> Sentence:
        facts = [fact.split(":") for fact in scene.facts if fact.startswith(("left:", "above:"))]
        relation, first, second = pick(sorted(facts), random)
        return self._related(relation, first, second, random)

    def _related(self, relation: str, first: str, second: str, random: Random) -> Sentence:
        a, b = self._plain(first), self._plain(second)
        if relation == "left":
            options = ("{a} to the left of {b}", "{b} to the right of {a}", "{a} left of {b}", "{b} right of {a}")
        else:
            options = ("{a} above {b}", "{b} below {a}", "{b} under {a}", "{a} on top of {b}", "{a} over {b}")
        said = pick(options, random)
        facts = (f"{relation}:{first}:{second}",)
        toss = random.random()
        if toss < 0.4:
            return Sentence(framed(said.format(a=a, b=b), random), facts)
        subject, object_ = (first, second) if said.startswith("{a}") else (second, first)
        between = said[3:-3]
        opens = self._plain(subject) if toss < 0.6 else f"the {self.nouns[subject].said[0]}"
        return Sentence(f"{opens} is{between}the {self.nouns[object_].said[0]}", facts)

    def _full(self, scene: Scene, random: Random) -> Sentence:
        """All that is known of two things: "a red car to the left of a dog on a street"."""
        facts = [fact.split(":") for fact in scene.facts if fact.startswith(("left:", "above:"))]
        relation, *keys = pick(sorted(facts), random)
        items = {item.noun.key: item for item in scene.items}
        phrases, required = [], [f"{relation}:{keys[0]}:{keys[1]}"]
        for key in keys:
            item = items[key]
            count = sum(other.noun.key == key for other in scene.items)
            if count > 1:
                required.append(f"n:{key}:{count}")
                phrases.append(f"{NUMBERS[count - 1]} {item.noun.plurals[0]}")
            elif item.colour and item.noun.counted and not item.activity:
                required.append(f"colour:{key}:{item.colour}")
                phrases.append(f"{with_article(self._colour_word(item.colour, random))} {item.noun.said[0]}")
            else:
                phrases.append(self._plain(key))
        between = pick(("to the left of", "left of"), random) if relation == "left" else pick(("above", "over"), random)
        where = ""
        if scene.place:
            where = f" {pick(scene.place.phrases, random)}"
            required.append(f"at:{scene.place.name}")
        elif scene.ground_colour:
            where = f" on {with_article(self._colour_word(scene.ground_colour, random))} background"
            required.append(f"ground:{scene.ground_colour}")
        return Sentence(framed(f"{phrases[0]} {between} {phrases[1]}{where}", random), tuple(required))

    def _plain(self, key: str) -> str:
        noun = self.nouns[key]
        return noun.phrase(noun.said[0])

    def _side(self, scene: Scene, random: Random) -> Sentence:
        _, key, side = pick(sorted(fact.split(":") for fact in scene.facts if fact.startswith("side:")), random)
        return self._sided(key, side, random)

    def _sided(self, key: str, side: str, random: Random) -> Sentence:
        noun = self.nouns[key]
        frames = ("the {n} is {w}", "the {n} is {w}", "{a} is {w}", "{a} {w}", "the {n} is {w} of the picture", "{a} {w} of the picture")
        text = pick(frames, random).format(n=noun.said[0], a=noun.phrase(noun.said[0]), w=pick(WHERE[side], random))
        return Sentence(text, (f"side:{key}:{side}",))

    def _sides(self, scene: Scene, random: Random) -> Sentence:
        """Where one of two things is, or where both are."""
        facts = sorted(fact.split(":") for fact in scene.facts if fact.startswith("side:"))
        if random.random() < 0.75:
            _, key, side = pick(facts, random)
            return self._sided(key, side, random)
        (_, first, side), (_, second, other) = (facts[i] for i in random.permutation(2))
        return self._sided_pair(first, side, second, other, random)

    def _sided_pair(self, first: str, side: str, second: str, other: str, random: Random) -> Sentence:
        phrase = f"{self._plain(first)} {WHERE[side][0]} and {self._plain(second)} {WHERE[other][0]}"
        return Sentence(framed(phrase, random), (f"side:{first}:{side}", f"side:{second}:{other}"))

    def _size(self, scene: Scene, random: Random) -> Sentence:
        _, key, size = pick(sorted(fact.split(":") for fact in scene.facts if fact.startswith("size:")), random)
        said = pick({"big": ("big", "large"), "small": ("small", "little", "tiny")}[size], random)
        return Sentence(pick(("a {s} {n}", "the {n} is {s}", "a photo of a {s} {n}"), random).format(s=said, n=self.nouns[key].said[0]), (f"size:{key}:{size}",))

    def _ground(self, scene: Scene, random: Random) -> Sentence:
        colour = str(scene.ground_colour)
        said = self._colour_word(colour, random)
        if scene.items and random.random() < 0.5:
            item = pick(scene.items, random)
            return Sentence(framed(f"{self._phrase(item, random)} on {with_article(said)} background", random), (f"ground:{colour}", self._fact(item)))
        return Sentence(pick(("{a} background", "the background is {c}", "a photo with {a} background"), random).format(a=with_article(said), c=said), (f"ground:{colour}",))

    def _holds(self, scene: Scene, random: Random) -> Sentence:
        assert scene.place
        key = pick(scene.place.holds, random)
        return Sentence(framed(self._plain(key), random), (f"is:{key}",))

    def _activity(self, scene: Scene, random: Random) -> Sentence:
        item = pick([item for item in scene.items if item.activity], random)
        doing = pick(item.noun.doing, random)
        facts: tuple[str, ...] = (f"does:{item.activity}",)
        toss = random.random()
        if toss < 0.12:
            return Sentence(doing, facts)
        if toss < 0.4:
            return Sentence(pick(("someone is {}", "a person is {}", "the person is {}", "the man is {}", "the woman is {}", "people {}", "people are {}", "they are {}", "he is {}", "she is {}"), random).format(doing), facts)
        person = self._person(item, random)
        if person.split()[-1] in ("man", "woman"):
            facts = (*facts, f"is:{person.split()[-1]}")
        return Sentence(framed(f"{person} {doing}", random), facts)

    def _person(self, item: Item, random: Random) -> str:
        return pick(("a person", "someone", "a person", *(with_article(kind) for kind in item.extra_kinds)), random)
