"""What the model looks at: a question's features, each a string, known to the model by a 32-bit hash."""

from __future__ import annotations

from functools import lru_cache

from words import stem

LONGEST_PREFIX = 5
LONGEST_QUESTION = 24
STOP = frozenset(
    "a an the is are was were be been being do does did has have had can could would should will this that these those it its he "
    "she they his her their him them you your i we in on at of to for with from by and or not there what which who where when why "
    "how s t as if so than any some".split()
)


def question_features(words: list[str]) -> list[str]:
    """Without repeats, in a fixed order. `src/vqa/prior-features.ts` gives the same."""
    words = words[:LONGEST_QUESTION]
    stems = [stem(word) for word in words]
    found = [f"1{word}" for word in words]
    found += [f"s{each}" for each in stems]
    edged = ["^", *words, "$"]
    for size, mark in ((2, "2"), (3, "3"), (4, "4")):
        found += [mark + " ".join(edged[at : at + size]) for at in range(len(edged) - size + 1)]
    found += ["p" + " ".join(words[:size]) for size in range(1, min(LONGEST_PREFIX, len(words)) + 1)]
    lead = " ".join(words[:2])
    found += [f"k{lead} {each}" for each in stems[2:]]
    content = [each for word, each in zip(words, stems) if word not in STOP]
    found += [f"c{one} {other}" for at, one in enumerate(content) for other in content[at + 1 :]]
    found.append("e" + " ".join([*words[:1], *stems[-2:]]))
    found.append(f"n{min(len(words), 12)}")
    for word in words:
        if len(word) >= 5:
            found += [f"<{word[:4]}", f">{word[-3:]}"]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=None)
def feature_hash(feature: str) -> int:
    """FNV-1a, 32 bits (Fowler, Noll, Vo): the features are ASCII."""
    value = 0x811C9DC5
    for byte in feature.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
