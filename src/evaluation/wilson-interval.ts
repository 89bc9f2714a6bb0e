/** The normal distribution's 97.5 % quantile: what leaves 2.5 % out on either side. */
const Z = 1.959964;

/**
 * The 95 % confidence interval of a share, 0 to 1, seen in `n` samples, by Wilson's score (Wilson 1927, "Probable
 * Inference, the Law of Succession, and Statistical Inference"). It stays within 0 and 1 and holds for few samples,
 * where mean ± 1.96 standard errors does neither. It is made for samples that are right or wrong; VQA accuracies
 * also lie in between, which makes them vary less, so for them it is a little wider than it need be.
 */
export function wilsonInterval(share: number, n: number): readonly [low: number, high: number] {
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const reach = (Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
