"""A scene: what is where, in which colour, on which ground, and every fact that makes a sentence about it true."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from . import colours
from .art import SET_WEIGHTS, SILHOUETTE_SETS, Art, Drawing
from .files import TRAINING_FOLDER
from .nouns import Noun, all_nouns, noun_of_shape
from .places import PLACES, Place
from .shapes import SHAPES
from .textures import muted
from .vocabulary import Thing

Random = np.random.Generator
Rgb = tuple[float, float, float]

# How often each kind of scene is drawn. Things alone are most of it, for they are most of the vocabulary.
SCENE_SHARES = {"thing": 0.35, "same": 0.19, "two": 0.13, "groups": 0.03, "several": 0.02, "shape": 0.14, "shapes": 0.10, "place": 0.04}
GROUND_SHARES = {"flat": 0.30, "gradient": 0.10, "texture": 0.18, "place": 0.42}
# What people ask about most comes this much more often than the rest of the curated list, then everyday things; bare icon
# names come less often.
FREQUENT_WEIGHT, EVERYDAY_WEIGHT, CURATED_WEIGHT, FURTHER_WEIGHT = 10.0, 4.0, 1.0, 0.15
FREQUENT = frozenset((TRAINING_FOLDER / "vocabulary" / "everyday-20.txt").read_text().split())
RECOLOURED = 0.25
# Drawings in other colours than their own, and so told of without a colour.
STRANGE = 0.3
RECOLOURABLE = {
    "vehicle", "clothing", "furniture", "toy", "bag", "thing people carry", "household object", "flower", "tool",
    "electronic device", "musical instrument", "building", "stationery",
}  # fmt: skip
# A colour that a drawing of a mammal, a person or a face mostly has is not the word people use: a lion is not "orange".
COLOUR_UNSAID = {"mammal", "person", "face", "body part"}
MISLEADING = ("orange", "yellow")
# Silhouettes of these come in the colours that such animals have, more often than in any colour, and often in patches of two.
FUR = {
    "cat": ("orange", "black", "grey", "white", "brown", "tan"), "dog": ("brown", "tan", "black", "white", "grey", "beige"),
    "cow": ("brown", "black", "white"), "horse": ("brown", "tan", "black", "white", "grey"), "bear": ("brown", "black", "tan"),
    "elephant": ("grey",), "zebra": ("white",), "giraffe": ("yellow", "tan", "gold"),
}  # fmt: skip
IN_FUR, IN_PATCHES = 0.75, 0.45
# A zebra is a horse in stripes this often: few sets draw one, and none of those its head.
STRIPED_HORSES = 0.5
BIG, SMALL = 0.72, 0.36
# A ground this close to what stands on it hides it (Euclidean distance in RGB of 0..1).
LEAST_CONTRAST = 0.30
# Shapes that may be called by another's name, and need not.
MAYBE_SHAPES = {"square": ("rectangle",), "circle": ("oval",)}
# Centres this far apart are on different sides.
APART = 0.2


@dataclass
class Item:
    """Something in the picture. Centre and size in units of the picture's side; angle in radians."""

    noun: Noun
    x: float
    y: float
    size: float
    row: int
    stencil: bool = False
    angle: float = 0.0
    mirrored: bool = False
    aspect: float = 1.0
    colour: str | None = None
    # Other colours that it may be called by; None where it may be called by any.
    maybe_colours: tuple[str, ...] | None = ()
    paint: Rgb | None = None
    outlined: bool = False
    activity: str | None = None
    extra_kinds: tuple[str, ...] = ()
    strange: bool = False
    silhouette: bool = False
    # What is laid over it inside its outline, and in which colour: stripes, patches or a giraffe's net (compose.py).
    pattern: str = ""
    second: Rgb | None = None

    def is_a(self) -> tuple[str, ...]:
        return (self.noun.key, *self.noun.kinds, *self.extra_kinds)


@dataclass
class Scene:
    items: list[Item]
    place: Place | None = None
    place_row: int = -1
    texture_row: int = -1
    ground: tuple[Rgb, Rgb] | None = None
    ground_colour: str | None = None
    facts: set[str] = field(default_factory=set)
    # What may be true of it, for all that the maker knows: neither told of it nor denied.
    doubts: set[str] = field(default_factory=set)


class SceneMaker:
    """Draws scenes from the art, the shapes, and banks of places, textures and stencils."""

    def __init__(self, art: Art, place_rows: dict[str, range], texture_rows: int, stencil_rows: dict[tuple[str, bool], range]) -> None:
        self.art = art
        self.nouns = all_nouns(art.things)
        self.place_rows = place_rows
        self.texture_rows = texture_rows
        self.stencil_rows = stencil_rows
        self.things = art.things
        # Horses that may be painted as zebras: never those of the unseen art, which is shown as it is.
        self.horses = [drawing for drawing in art.drawings.get("horse", ()) if drawing.art_set in SET_WEIGHTS]
        self.horse_rows = {drawing.row for drawing in self.horses}
        weights = np.array([weight(thing) for thing in self.things])
        self.cumulative = np.cumsum(weights / weights.sum())

    def make(self, random: Random) -> Scene:
        kinds = list(SCENE_SHARES)
        kind = kinds[random.choice(len(kinds), p=list(SCENE_SHARES.values()))]
        items: list[Item] = getattr(self, f"_{kind}")(random)
        scene = Scene(items)
        self.add_ground(scene, random, "place" if kind == "place" else None)
        scene.facts, scene.doubts = facts_of(scene), doubts_of(scene)
        return scene

    def any_thing(self, random: Random) -> Thing:
        return self.things[min(int(np.searchsorted(self.cumulative, random.random())), len(self.things) - 1)]

    def thing(self, name: str) -> Thing:
        return next(thing for thing in self.things if thing.name == name)

    def _thing(self, random: Random) -> list[Item]:
        size = random.uniform(0.3, 1.02) if random.random() < 0.7 else random.uniform(0.75, 1.15)
        room = max(0.0, 1 - size) / 2
        x, y = 0.5 + random.uniform(-1, 1) * (room + 0.04), 0.5 + random.uniform(-1, 1) * (room + 0.04)
        return [self.item(self.any_thing(random), x, y, size, random)]

    def _same(self, random: Random) -> list[Item]:
        thing = self.any_thing(random)
        while thing.activity or not self.nouns[thing.name].counted:
            thing = self.any_thing(random)
        count = int(random.integers(2, 6))
        drawing = self._drawing(thing, random)
        first = self.item(thing, 0.5, 0.5, 0.5, random, drawing)
        items = []
        for x, y, size in spread(count, random):
            mixed = random.random() < 0.15
            item = self.item(thing, x, y, size, random, None if mixed else drawing)
            if not mixed:
                item.paint, item.colour, item.strange, item.maybe_colours = first.paint, first.colour, first.strange, first.maybe_colours
                item.pattern, item.second = first.pattern, first.second
            items.append(item)
        return items

    def _two(self, random: Random) -> list[Item]:
        return self._different(2, random)

    def _groups(self, random: Random) -> list[Item]:
        """Two or three of a thing on one side, one of another on the other."""
        many, one = self.any_thing(random), self.any_thing(random)
        while many.activity or not self.nouns[many.name].counted or one.name == many.name:
            many, one = self.any_thing(random), self.any_thing(random)
        drawing = self._drawing(many, random)
        spots = [(0.26, 0.27), (0.26, 0.73)] if random.random() < 0.5 else [(0.15, 0.3), (0.4, 0.5), (0.15, 0.7)]
        items = [self.item(many, x, y, random.uniform(0.24, 0.36), random, drawing) for x, y in spots]
        items.append(self.item(one, 0.76, random.uniform(0.35, 0.65), random.uniform(0.3, 0.45), random))
        across, swapped = random.random() < 0.7, random.random() < 0.5
        for item in items:
            x, y = (1 - item.x if swapped else item.x), item.y
            item.x, item.y = (x, y) if across else (y, x)
        return items

    def _several(self, random: Random) -> list[Item]:
        return self._different(int(random.integers(3, 5)), random)

    def _different(self, count: int, random: Random) -> list[Item]:
        things = {}
        while len(things) < count:
            thing = self.any_thing(random)
            things[thing.name] = thing
        return [self.item(thing, x, y, size, random) for thing, (x, y, size) in zip(things.values(), spread(count, random))]

    def _shape(self, random: Random) -> list[Item]:
        size = random.uniform(0.3, 0.95)
        room = max(0.0, 1 - size) / 2
        x, y = 0.5 + random.uniform(-1, 1) * room, 0.5 + random.uniform(-1, 1) * room
        return [self.shape_item(None, None, x, y, size, random)]

    def _shapes(self, random: Random) -> list[Item]:
        if random.random() < 0.55:
            name, colour = SHAPES[random.integers(len(SHAPES))].name, colours.any_word(random)
            spots = spread(int(random.integers(2, 6)), random)
            return [self.shape_item(name, colour, x, y, size, random) for x, y, size in spots]
        names = random.choice(len(SHAPES), 2, replace=False)
        words = random.choice(11, 2, replace=False)
        spots = spread(2, random)
        return [self.shape_item(SHAPES[n].name, colours.BASIC[c], *spot, random) for n, c, spot in zip(names, words, spots)]

    def _place(self, random: Random) -> list[Item]:
        return []

    def _drawing(self, thing: Thing, random: Random) -> Drawing:
        """Every set as likely as its weight says, however many drawings it has."""
        striped = thing.name == "zebra" and self.horses and random.random() < STRIPED_HORSES
        drawings = self.horses if striped else self.art.drawings[thing.name]
        sets = sorted({drawing.art_set for drawing in drawings})
        weights = np.cumsum([SET_WEIGHTS.get(name, 1.0) for name in sets])
        chosen = sets[int(np.searchsorted(weights, random.random() * weights[-1]))]
        among = [drawing for drawing in drawings if drawing.art_set == chosen]
        return among[random.integers(len(among))]

    def item(self, thing: Thing, x: float, y: float, size: float, random: Random, drawing: Drawing | None = None) -> Item:
        drawing = drawing or self._drawing(thing, random)
        noun = self.nouns[thing.name]
        item = Item(noun, x, y, size, drawing.row)
        item.angle = random.normal(0, 0.12) if random.random() < 0.85 else random.uniform(-0.8, 0.8)
        item.mirrored = bool(random.random() < 0.5)
        item.aspect = float(np.exp(random.normal(0, 0.08)))
        item.maybe_colours = drawing.maybe_colours
        item.colour = None if COLOUR_UNSAID & set(noun.kinds) and drawing.colour in MISLEADING else drawing.colour
        if thing.activity:
            item.activity = thing.name
        if drawing.icon.startswith("man-"):
            item.extra_kinds = ("man",)
        elif drawing.icon.startswith("woman-"):
            item.extra_kinds = ("woman",)
        item.silhouette = drawing.art_set in SILHOUETTE_SETS
        if thing.name == "zebra" and drawing.row in self.horse_rows:
            self._in_fur(item, "zebra", True, random)
        elif item.silhouette and thing.name in FUR and random.random() < IN_FUR:
            self._in_fur(item, thing.name, random.random() < IN_PATCHES, random)
        elif item.silhouette or (RECOLOURABLE & set(noun.kinds) and random.random() < RECOLOURED):
            item.colour = colours.any_word(random)
            item.paint, item.maybe_colours = colours.draw(item.colour, random), colours.FURTHER.get(item.colour, ())
        elif random.random() < STRANGE:
            item.strange, item.colour, item.maybe_colours = True, None, None
        if thing.activity:
            item.colour = None
        return item

    def _in_fur(self, item: Item, animal: str, patched: bool, random: Random) -> None:
        """Paints it as such animals are. In two colours, neither is told and neither denied."""
        item.colour = FUR[animal][random.integers(len(FUR[animal]))]
        item.paint, item.maybe_colours = colours.draw(item.colour, random), colours.FURTHER.get(item.colour, ())
        if animal == "elephant" or not patched and animal not in ("zebra", "giraffe"):
            return
        others = {"zebra": ("black",), "giraffe": ("brown",)}.get(animal) or tuple(word for word in FUR[animal] if word != item.colour)
        second = others[random.integers(len(others))]
        item.pattern = {"zebra": "stripes", "giraffe": "net"}.get(animal, "patches")
        item.second = colours.draw(second, random)
        item.maybe_colours = tuple({item.colour, second, "grey", "beige", *colours.FURTHER.get(item.colour, ()), *colours.FURTHER.get(second, ()), *colours.near(second)})
        item.colour = None

    def shape_item(self, name: str | None, colour: str | None, x: float, y: float, size: float, random: Random) -> Item:
        shape = next((s for s in SHAPES if s.name == name), None) or SHAPES[random.integers(len(SHAPES))]
        outlined = bool(random.random() < 0.22) and shape.name not in ("ring", "crescent")
        rows = self.stencil_rows[shape.name, outlined]
        item = Item(noun_of_shape(shape), x, y, size, int(random.integers(rows.start, rows.stop)), stencil=True)
        item.outlined = outlined
        item.colour = colour or colours.any_word(random)
        item.paint, item.maybe_colours = colours.draw(item.colour, random), colours.FURTHER.get(item.colour, ())
        if shape.turns:
            reach = 0.25 if shape.name in ("square", "rectangle", "oval") else np.pi if shape.name in ("arrow", "crescent") else 0.4
            item.angle = random.uniform(-reach, reach) if random.random() < 0.6 else 0.0
        else:
            item.angle = random.normal(0, 0.08)
        return item

    def add_ground(self, scene: Scene, random: Random, wanted: str | None) -> None:
        kinds = list(GROUND_SHARES)
        kind = wanted or kinds[random.choice(len(kinds), p=list(GROUND_SHARES.values()))]
        if any(item.stencil or item.silhouette for item in scene.items) and kind in ("place", "texture") and random.random() < 0.7:
            kind = "flat"
        if kind == "place":
            scene.place = PLACES[random.integers(len(PLACES))]
            rows = self.place_rows[scene.place.name]
            scene.place_row = int(random.integers(rows.start, rows.stop))
        elif kind == "texture":
            scene.texture_row = int(random.integers(self.texture_rows))
        else:
            self._plain_ground(scene, kind, random)

    def _plain_ground(self, scene: Scene, kind: str, random: Random) -> None:
        paints = [np.array(item.paint) for item in scene.items if item.paint]
        for _ in range(8):
            word: str | None = None
            toss = random.random()
            if toss < 0.35:
                word, first = "white", (1.0, 1.0, 1.0)
            elif toss < 0.65:
                word = colours.any_word(random)
                first = colours.draw(word, random)
            else:
                first = muted(random)
            second = first
            if kind == "gradient":
                word, second = None, muted(random)
            if all(min(np.linalg.norm(p - first), np.linalg.norm(p - second)) > LEAST_CONTRAST for p in paints):
                break
        scene.ground, scene.ground_colour = (first, second), word


def weight(thing: Thing) -> float:
    if thing.name in FREQUENT:
        return FREQUENT_WEIGHT
    return EVERYDAY_WEIGHT if thing.everyday else CURATED_WEIGHT if thing.curated else FURTHER_WEIGHT


def spread(count: int, random: Random) -> list[tuple[float, float, float]]:
    """(x, y, size) of `count` things that overlap little: a row, a column, or a loose grid."""
    if count == 2 or (count == 3 and random.random() < 0.6):
        upright = random.random() < 0.25
        size = random.uniform(0.55, 0.98) / count
        spots = [((i + 0.5) / count, 0.5 + random.uniform(-0.5, 0.5) * (1 - size * 1.1)) for i in range(count)]
        if upright:
            spots = [(y, x) for x, y in spots]
        near = 0.5 * max(0.0, 1 / count - size)
    else:
        cells = [(0.27, 0.27), (0.73, 0.27), (0.27, 0.73), (0.73, 0.73)]
        if count == 5:
            cells = [*cells, (0.5, 0.5)] if random.random() < 0.5 else [(0.2, 0.3), (0.5, 0.3), (0.8, 0.3), (0.33, 0.72), (0.67, 0.72)]
        if count == 3 or random.random() < 0.3:
            cells = [(x, y) for x in (0.19, 0.5, 0.81) for y in (0.19, 0.5, 0.81)]
        order = random.permutation(len(cells))[:count]
        spots = [cells[i] for i in order]
        widest = 0.34 if len(cells) > 4 else 0.46
        size = random.uniform(0.7, 1.0) * widest
        near = 0.35 * max(0.0, widest - size) + 0.03
    return [
        (float(x + random.uniform(-near, near)), float(y + random.uniform(-near, near)), float(size * random.uniform(0.88, 1.08)))
        for x, y in spots
    ]


def facts_of(scene: Scene) -> set[str]:
    """Everything true of the scene, as short strings that sentences require: is:dog, n:dog:2, at:beach ..."""
    facts: set[str] = set()
    counts: dict[str, int] = {}
    for item in scene.items:
        for key in dict.fromkeys(item.is_a()):
            counts[key] = counts.get(key, 0) + 1
            if item.colour:
                facts.add(f"colour:{key}:{item.colour}")
            if item.outlined:
                facts.add(f"outlined:{key}")
        if item.colour:
            facts.add(f"has:{item.colour}")
        if item.activity:
            facts.add(f"does:{item.activity}")
    facts.add(f"n:thing:{len(scene.items)}")
    facts.update(f"is:{key}" for key in counts)
    facts.update(f"n:{key}:{count}" for key, count in counts.items())
    if len(scene.items) == 1:
        facts.update(_where(scene.items[0]))
    groups = {item.noun.key: [other for other in scene.items if other.noun.key == item.noun.key] for item in scene.items}
    if len(groups) == 2:
        facts.update(_relation(*groups.values()))
    if scene.place:
        facts.update(f"at:{name}" for name in (scene.place.name, *scene.place.also))
        facts.update(f"is:{name}" for name in scene.place.holds)
    if scene.ground_colour:
        facts.add(f"ground:{scene.ground_colour}")
    return facts


def doubts_of(scene: Scene) -> set[str]:
    """Facts that may or may not be true: the colours of many-coloured drawings and of shades between two words, a square
    as a rectangle."""
    found: set[str] = set()
    for item in scene.items:
        for shape in MAYBE_SHAPES.get(item.noun.key, ()) if item.stencil else ():
            found.add(f"is:{shape}")
            found.update(f"n:{shape}:{count}" for count in range(1, len(scene.items) + 1))
            found.update(f"colour:{shape}:{colour}" for colour in (item.colour, *(item.maybe_colours or ())))
        for colour in colours.WORDS if item.maybe_colours is None else item.maybe_colours:
            found.add(f"has:{colour}")
            found.update(f"colour:{key}:{colour}" for key in item.is_a())
        if not item.paint and item.colour:
            for colour in colours.near(item.colour):
                found.update((f"has:{colour}", *(f"colour:{key}:{colour}" for key in item.is_a())))
    if scene.ground_colour:
        found.update(f"ground:{colour}" for colour in colours.FURTHER.get(scene.ground_colour, ()))
    elif scene.ground:
        found.update(f"ground:{colour}" for colour in colours.WORDS)
    return found


def _where(item: Item) -> list[str]:
    key = item.noun.key
    found = []
    if item.size > BIG:
        found.append(f"size:{key}:big")
    if item.size < SMALL:
        found.append(f"size:{key}:small")
    for value, low, high in ((item.x, "left", "right"), (item.y, "top", "bottom")):
        if value < 0.38:
            found.append(f"side:{key}:{low}")
        elif value > 0.62:
            found.append(f"side:{key}:{high}")
    if abs(item.x - 0.5) < 0.06 and abs(item.y - 0.5) < 0.06:
        found.append(f"side:{key}:middle")
    return found


def _relation(first: list[Item], second: list[Item]) -> list[str]:
    """Where two things, or groups of like things, are to each other: nothing where they are not clearly apart."""
    a, b = first[0].noun.key, second[0].noun.key
    across = _gap([item.x for item in first], [item.x for item in second])
    down = _gap([item.y for item in first], [item.y for item in second])
    if abs(across) > max(abs(down), APART):
        left, right = (a, b) if across > 0 else (b, a)
        return [f"left:{left}:{right}", f"side:{left}:left", f"side:{right}:right"]
    if abs(down) > APART:
        above, below = (a, b) if down > 0 else (b, a)
        return [f"above:{above}:{below}", f"side:{above}:top", f"side:{below}:bottom"]
    return []


def _gap(first: list[float], second: list[float]) -> float:
    """How far all of the second lie beyond all of the first, negative the other way round, 0 where they mix."""
    if max(first) < min(second):
        return min(second) - max(first)
    return min(0.0, max(second) - min(first))
