// What is chosen on a page lives in its address.

/** Keeps `wanted` in the address, without a new entry in the history. */
export function keep(wanted) {
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(wanted)) {
    if (value === '' || value === null) url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  history.replaceState(null, '', url);
}
