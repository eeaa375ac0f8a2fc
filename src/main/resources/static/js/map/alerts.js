// The alerts of the year on the page: loaded once, kept current by the stream, narrowed by the filters.

import { pages } from '../core/api.js';
import { addDays, day, startOf } from '../core/format.js';
import { conductWord, placeName } from '../core/settings.js';
import { shownSpan, view } from './view.js';

const MOST = 30_000;
const byId = new Map();
const watchers = new Set();
/** What the stream brought while a list was being read: newer than what the list says of it. */
let brought = null;
let loaded = '';
let loads = 0;

export const onAlerts = (tell) => watchers.add(tell);

const tell = (news) => watchers.forEach((each) => each(news));

/** Loads the alerts of a span of days; what is on the map grows page by page. The same span again keeps what is there. */
export async function loadAlerts(from, to) {
  const load = ++loads;
  if (loaded !== from) byId.clear();
  loaded = from;
  brought = new Set();
  for await (const items of pages('/alerts', { from: startOf(from), to: startOf(addDays(to, 1)) }, MOST)) {
    if (load !== loads) return;
    for (const alert of items) if (!brought.has(alert.id)) byId.set(alert.id, known(alert));
    tell([]);
  }
  brought = null;
  tell([]);
}

/** What the filters and the time line ask of each alert again and again, made once. */
const known = (alert) => ({ ...alert, date: day(alert.time) });

/**
 * Takes an alert as the stream or an answer brought it; returns whether it is new to the page. While
 * the list is being read nothing is known, and one that somebody has handled is none.
 */
export function take(alert, quiet = false) {
  const fresh = !byId.has(alert.id) && (brought === null || alert.state === 'new');
  brought?.add(alert.id);
  byId.set(alert.id, known(alert));
  tell(fresh && !quiet ? [alert] : []);
  return fresh;
}

export const everyAlert = () => [...byId.values()];

/** Those that pass all filters but the days. */
export const matching = () => everyAlert().filter(passes);

/** Those that pass all filters, newest first. */
export function shown() {
  const [from, to] = shownSpan();
  return matching()
    .filter((alert) => from <= alert.date && alert.date <= to)
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
}

function passes(alert) {
  return (
    (view.kind === '' || alert.kind === view.kind) &&
    (view.grade === '' || alert.grade === view.grade) &&
    (view.item === '' || String(alert.item) === view.item) &&
    (view.county === '' || alert.county === view.county) &&
    (view.state === '' || (view.state === 'open' ? isOpen(alert) : alert.state === view.state)) &&
    (view.text === '' || haystack(alert).includes(view.text.toLowerCase()))
  );
}

const isOpen = (alert) => alert.state !== 'closed' && alert.state !== 'dismissed' && alert.supported;

const haystack = (alert) =>
  [alert.id, conductWord(alert.conduct), placeName(alert.county), ...(alert.zones ?? []).map((zone) => zone.id)].join(' ').toLowerCase();
