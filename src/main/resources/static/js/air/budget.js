// How much PM2.5 a year has left (docs/web.md): arithmetic only, so that it can be tested.

/**
 * What the remaining days of a year may average at most so that the year's mean meets the target.
 *
 * target: µg/m³ of the year; values: the valid daily means so far, µg/m³; remaining: days to come.
 * The mean of a year is that of its valid days, and all days to come are taken to be valid:
 * allowed = (target × (values + remaining) − sum of values) ÷ remaining. Below zero it cannot be met.
 */
export function budget(target, values, remaining) {
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = values.length === 0 ? null : sum / values.length;
  const allowed = remaining <= 0 ? null : (target * (values.length + remaining) - sum) / remaining;
  return { sum, mean, allowed, days: values.length, remaining, over: mean === null ? null : mean - target };
}

/** The mean of the year up to each valid day. */
export function runningMeans(values) {
  let sum = 0;
  return values.map((value, at) => (sum += value) / (at + 1));
}
