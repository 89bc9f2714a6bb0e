import type { DeclinedQuestion } from '../question.ts';

/** Reasons, purposes and meanings, which no picture shows: "why is he sad", "how come", "what is the fence for". */
export function readWhy(text: string): DeclinedQuestion | undefined {
  return PATTERNS.some((pattern) => pattern.test(text)) ? { family: 'why' } : undefined;
}

const PATTERNS: readonly RegExp[] = [
  /^(?:and |but )?(?:why|y|how come|wherefore|for what (?:reason|purpose)s?|what for)\b/,
  /^(?:what|which) (?:is|are|was|were|might be|could be|would be) (?:the |his |her |their |its |a )?(?:main |likely |possible )?(?:reason|purpose|point|cause|meaning|significance|motive|explanation|symbolism)\b/,
  /^what (?:is|are|does|do|did|would|could|might) .+ (?:mean|represent|symboli[sz]e|signify|stand for)$/,
  // Not "what is the dog waiting for".
  /^what (?:is|are|was|were) .+ (?<!ing )for$/,
  /^what (?:is|are) .+ (?:used|meant|intended|good|needed|necessary) (?:for|to)\b/,
  /^what (?:causes?|caused|made|makes) (?:him|her|them|it|you|(?:the|this|that|these|his|her) (?:[a-z]+ ){1,3}(?:so )?[a-z]+$)/,
  /^(?:the )?(?:reason|purpose) (?:for|why|of)\b/,
];
