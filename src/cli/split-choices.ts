/**
 * Choices as a person writes them on the command line, with commas, semicolons or new lines between: "a cat, a dog,
 * a fox". Empty ones are left out; whether what remains can be weighed is told by `checkQuestion`.
 */
export function splitChoices(list: string): readonly string[] {
  return list
    .split(/[\n;,]/)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
}
