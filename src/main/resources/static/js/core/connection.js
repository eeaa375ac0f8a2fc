// Whether the service can be reached. The browser's word is only a hint, since a service on the same
// machine answers without any network: what counts is an answer, or none.

const AGAIN = 3_000;
const NOW_AND_THEN = 30_000;
const PATIENCE = 8_000;
const watchers = new Set();
let reached = true;
let waiting = null;

export const isReached = () => reached;

/** Tells when the service goes and when it comes back; returns what stops that. */
export function onConnection(tell) {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Takes what a request showed. While nothing answers, it is asked again and again. */
export function notice(answered) {
  if (!answered) waiting ??= setTimeout(probe, AGAIN);
  if (answered === reached) return;
  reached = answered;
  for (const tell of [...watchers]) tell(reached);
}

/** Asks for something small, to learn whether anything answers. */
export async function probe() {
  clearTimeout(waiting);
  waiting = null;
  try {
    await fetch('/img/mark.svg', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    notice(true);
  } catch {
    notice(false);
  }
}

addEventListener('offline', probe);
addEventListener('online', probe);
setInterval(() => document.visibilityState === 'visible' && probe(), NOW_AND_THEN);
