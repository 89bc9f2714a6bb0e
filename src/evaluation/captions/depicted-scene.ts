/** A thing, or several like things, in a picture whose content is known. */
export interface DepictedThing {
  /** All names that are right. */
  readonly names: readonly string[];
  /** How many there are; absent where they are not counted, as bread is not. */
  readonly number?: number | undefined;
  /** All colours that are right; absent where people would name none. */
  readonly colours?: readonly string[] | undefined;
  /** Colours that are neither right nor wrong: those of its parts. Absent where nothing is known, so that none is wrong. */
  readonly maybeColours?: readonly string[] | undefined;
}

/** What a picture shows. What is absent is not known, and not judged; an empty list says that there is nothing to say. */
export interface DepictedScene {
  readonly things?: readonly DepictedThing[] | undefined;
  /** Names that are neither right nor wrong: of what the place holds. */
  readonly maybeThings?: readonly string[] | undefined;
  /** All that is right about where it is, when, and in which weather, each with its preposition: "on the beach", "at night". */
  readonly places?: readonly string[] | undefined;
  /** Phrases about that which are neither right nor wrong. */
  readonly maybePlaces?: readonly string[] | undefined;
  /** All that is right about what somebody does: "running". */
  readonly activities?: readonly string[] | undefined;
}
