"""The evaluation set: pictures in the art that was never trained on, and a question about each with its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from . import colours
from .files import TRAINING_FOLDER
from .nouns import NUMBERS
from .places import PLACES
from .scenes import Item, Scene, spread
from .shapes import SHAPES
from .unseen import EVERYDAY, SEED, finished, own_drawings, plain_item, single_things, unseen
from .vocabulary import curated_things

Random = np.random.Generator
# The twenty of the hundred that are answers in VQA v2's training questions most often ("orange", mostly a colour there, aside).
TWENTY = tuple((TRAINING_FOLDER / "vocabulary" / "everyday-20.txt").read_text().split())
# Broader words that divide the everyday things with little overlap; where two hold, either is right.
BROADER = (
    "animal", "bird", "insect", "food", "fruit", "vegetable", "dessert", "drink", "vehicle", "building", "clothing", "furniture",
    "musical instrument", "plant", "electronic device", "tool",
)  # fmt: skip
# Broader words that a question for yes or no asks for.
ASKED_BROADER = ("animal", "food", "fruit", "vehicle", "building", "clothing", "musical instrument", "plant", "bird")
FURTHER_COLOURS = tuple(colours.FURTHER)


@dataclass(frozen=True)
class Question:
    """`answers` are all that are right, `choices` the ones to choose from, none where Glimpse proposes its own."""

    scene: Scene
    text: str
    answers: tuple[str, ...]
    choices: tuple[str, ...] = ()
    about: str = ""


def all_groups(seed: int = SEED) -> dict[str, list[Question]]:
    """Every group, each from a seed of its own."""
    makers: dict[str, Callable[[Random], Iterator[Question]]] = {
        "things-100": lambda random: things(EVERYDAY, 5, random),
        "things-20": lambda random: things(TWENTY, 10, random),
        "things-open": lambda random: things(EVERYDAY, 2, random, False),
        "kinds": kinds,
        "broader": broader,
        "colours": lambda random: shape_colours(colours.BASIC, 3, random),
        "further-colours": lambda random: shape_colours(FURTHER_COLOURS, 1, random),
        "shapes": shape_names,
        "thing-colours": thing_colours,
        "counts": counts,
        "yes-no": yes_no,
        "two-things": two_things,
        "left-right": left_right,
        "above-below": above_below,
        "on-the-side": on_the_side,
        "places": places,
        "activities": activities,
    }
    return {name: list(make(np.random.default_rng([seed, number]))) for number, (name, make) in enumerate(makers.items())}


def said(name: str) -> tuple[str, ...]:
    """What a thing may be called, its own name first."""
    return unseen().maker.nouns[name].said


def in_any_order(choices: tuple[str, ...], random: Random) -> tuple[str, ...]:
    return tuple(choices[i] for i in random.permutation(len(choices)))


def things(names: tuple[str, ...], each: int, random: Random, closed: bool = True) -> Iterator[Question]:
    for scene, name in zip(*single_things(names, each, random)):
        is_a = scene.items[0].is_a()
        right = (name, *(other for other in names if other in is_a and other != name))
        if closed:
            yield Question(scene, "What is in the picture?", right, in_any_order(names, random), name)
        else:
            yield Question(scene, "What is in the picture?", tuple(dict.fromkeys(word for other in right for word in said(other))), (), name)


def kinds(random: Random) -> Iterator[Question]:
    for scene, name in zip(*single_things(EVERYDAY, 2, random)):
        right = tuple(kind for kind in BROADER if kind in scene.items[0].is_a())
        if right:
            yield Question(scene, "What kind of thing is this?", right, in_any_order(BROADER, random), name)


def broader(random: Random) -> Iterator[Question]:
    """Half the questions are for a broader word that holds, half for one that does not."""
    number = 0
    for scene, name in zip(*single_things(EVERYDAY, 2, random)):
        is_a = scene.items[0].is_a()
        true = [kind for kind in ASKED_BROADER if kind in is_a]
        false = [kind for kind in ASKED_BROADER if kind not in is_a]
        if not true:
            continue
        yes = number % 2 == 0
        number += 1
        among = true if yes else false
        yield asked_for(scene, among[random.integers(len(among))], yes, name)


def asked_for(scene: Scene, name: str, yes: bool, about: str) -> Question:
    noun = unseen().maker.nouns[name]
    return Question(scene, f"Is there {noun.phrase(name)} in the picture?", ("yes" if yes else "no",), (), about)


def shape_colours(words: tuple[str, ...], each: int, random: Random) -> Iterator[Question]:
    for shape in SHAPES:
        for colour in words:
            for _ in range(each):
                # Of a shade, the basic words that may be said of it are right as well: people call navy blue.
                answers = (*colours.SPELLINGS.get(colour, (colour,)), *colours.FURTHER.get(colour, ()))
                yield Question(one_shape(shape.name, colour, random), f"What color is the {shape.name}?", answers, (), colour)


def shape_names(random: Random) -> Iterator[Question]:
    for shape in SHAPES:
        for _ in range(30):
            colour = colours.BASIC[random.integers(len(colours.BASIC))]
            yield Question(one_shape(shape.name, colour, random), "What shape is this?", (shape.name, *shape.also), (), shape.name)


def one_shape(name: str, colour: str, random: Random) -> Scene:
    size = random.uniform(0.4, 0.85)
    reach = (1 - size) / 2
    item = unseen().maker.shape_item(name, colour, 0.5 + random.uniform(-reach, reach), 0.5 + random.uniform(-reach, reach), size, random)
    return finished([item], random, ("flat", "gradient")[random.integers(2)])


def thing_colours(random: Random) -> Iterator[Question]:
    """Drawings that one basic colour mostly covers, asked for it."""
    nouns = unseen().maker.nouns
    for scene, name in zip(*single_things(EVERYDAY, 2, random)):
        colour, noun = scene.items[0].colour, nouns[name]
        if not colour or not noun.counted or {"mammal", "person"} & set(noun.kinds) or scene.ground_colour == colour:
            continue
        yield Question(scene, f"What color is the {name}?", colours.SPELLINGS.get(colour, (colour,)), (), name)


def counts(random: Random) -> Iterator[Question]:
    maker = unseen().maker
    names = [name for name in EVERYDAY if maker.nouns[name].counted and name not in ("sun", "moon")]
    for number in range(1, 6):
        for _ in range(80):
            name = names[random.integers(len(names))]
            spots = spread(number, random) if number > 1 else [(0.5, 0.5, float(random.uniform(0.3, 0.8)))]
            drawing = own_drawings(name, EVERYDAY)[0]
            scene = finished([plain_item(maker, maker.thing(name), drawing, *spot, random) for spot in spots], random)
            yield Question(scene, f"How many {maker.nouns[name].plurals[0]} are there?", (str(number), NUMBERS[number - 1]), (), str(number))


def yes_no(random: Random) -> Iterator[Question]:
    """Half the questions name what is there, half another of the hundred."""
    for number, (scene, name) in enumerate(zip(*single_things(EVERYDAY, 2, random))):
        false = [other for other in EVERYDAY if other not in scene.items[0].is_a()]
        yes = number % 2 == 0
        yield asked_for(scene, name if yes else false[random.integers(len(false))], yes, name)


def an_item(name: str, x: float, y: float, size: float, random: Random) -> Item:
    maker = unseen().maker
    drawings = own_drawings(name, EVERYDAY)
    return plain_item(maker, maker.thing(name), drawings[random.integers(len(drawings))], x, y, size, random)


def two_of(random: Random) -> tuple[str, str]:
    """Two everyday things that are no kinds of each other."""
    nouns = unseen().maker.nouns
    names = [name for name in EVERYDAY if nouns[name].counted]
    while True:
        first, second = (names[i] for i in random.choice(len(names), 2, replace=False))
        if first not in nouns[second].kinds and second not in nouns[first].kinds:
            return first, second


def side_by_side(first: str, second: str, random: Random, upright: bool = False) -> Scene:
    """The first on the left, or on top, and the second on the other side."""
    items = []
    for name, along in ((first, 0.27), (second, 0.73)):
        across = 0.5 + random.uniform(-0.1, 0.1)
        x, y = (across, along) if upright else (along, across)
        items.append(an_item(name, x, y, random.uniform(0.35, 0.46), random))
    return finished(items, random)


def two_things(random: Random) -> Iterator[Question]:
    """Two things, asked for one of them or for something else."""
    for number in range(300):
        first, second = two_of(random)
        scene = side_by_side(first, second, random, upright=bool(random.random() < 0.3))
        is_a = {key for item in scene.items for key in item.is_a()}
        false = [name for name in EVERYDAY if name not in is_a]
        yes = number % 2 == 0
        yield asked_for(scene, (first, second)[random.integers(2)] if yes else false[random.integers(len(false))], yes, first)


def left_right(random: Random) -> Iterator[Question]:
    return beside(("left", "right"), "on the {}", False, random)


def above_below(random: Random) -> Iterator[Question]:
    return beside(("top", "bottom"), "at the {}", True, random)


def beside(sides: tuple[str, str], where: str, upright: bool, random: Random) -> Iterator[Question]:
    """Which of two things is on a side, and on which side one of them is, in turn."""
    for number in range(300):
        pair = two_of(random)
        scene = side_by_side(*pair, random, upright)
        wanted = int(random.integers(2))
        if number % 2 == 0:
            first, second = in_any_order(pair, random)
            text, answers = f"Which is {where.format(sides[wanted])}, the {first} or the {second}?", said(pair[wanted])
        else:
            first, second = in_any_order(sides, random)
            text = f"Is the {pair[wanted]} {where.format(first)} or {where.format(second)}?"
            answers = (sides[wanted], where.format(sides[wanted]))
        yield Question(scene, text, answers, (), pair[wanted])


def on_the_side(random: Random) -> Iterator[Question]:
    """What is on one side, among the hundred."""
    for _ in range(200):
        pair = two_of(random)
        scene = side_by_side(*pair, random)
        wanted = int(random.integers(2))
        right = tuple(name for name in EVERYDAY if name in scene.items[wanted].is_a())
        yield Question(scene, f"What is on the {('left', 'right')[wanted]}?", right, in_any_order(EVERYDAY, random), pair[wanted])


def places(random: Random) -> Iterator[Question]:
    """Where a thing is. "In the city" is right of a city at night, too."""
    maker = unseen().maker
    for place in PLACES:
        for _ in range(20):
            items = []
            if random.random() < 0.8:
                name = EVERYDAY[random.integers(len(EVERYDAY))]
                items = [an_item(name, random.uniform(0.3, 0.7), random.uniform(0.4, 0.7), random.uniform(0.3, 0.55), random)]
            scene = finished(items, random, "place")
            rows = maker.place_rows[place.name]
            scene.place, scene.place_row = place, int(random.integers(rows.start, rows.stop))
            right = tuple(other.phrases[0] for other in PLACES if other is place or other.name in place.also)
            choices = in_any_order(tuple(other.phrases[0] for other in PLACES), random)
            yield Question(scene, "Where was the picture taken?", right, choices, place.name)


def activities(random: Random) -> Iterator[Question]:
    art = unseen().maker.art
    doing = [thing for thing in curated_things() if thing.activity and thing.everyday and thing.name in art.drawings]
    names = tuple(thing.name for thing in doing)
    for thing in doing:
        drawings = art.drawings[thing.name]
        for _ in range(10):
            drawing = drawings[random.integers(len(drawings))]
            scene = finished([plain_item(unseen().maker, thing, drawing, 0.5, 0.5, random.uniform(0.6, 0.95), random)], random)
            yield Question(scene, "What is the person doing?", (thing.name,), in_any_order(names, random), thing.name)
