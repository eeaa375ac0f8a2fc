// What is being looked at: day, filters, the open alert. It lives in the address, so that a view can be sent on.

import { addDays, day } from '../core/format.js';

const USUAL = { day: '', span: '30', kind: '', grade: '', state: '', item: '', county: '', text: '', alert: '', hide: '', tiles: '', at: '' };

export const view = { ...USUAL };
const watchers = new Set();

function read() {
  const asked = new URLSearchParams(location.search);
  for (const key of Object.keys(USUAL)) view[key] = asked.get(key) ?? USUAL[key];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(view.day)) view.day = '';
  if (!/^(1|7|30|90|365)$/.test(view.span)) view.span = USUAL.span;
}

/** Changes parts of the view, writes the address and tells everybody which parts changed. */
export function look(patch) {
  const changed = Object.keys(patch).filter((key) => view[key] !== patch[key]);
  if (changed.length === 0) return;
  Object.assign(view, patch);
  const url = new URL(location.href);
  for (const key of Object.keys(USUAL)) {
    if (view[key] === USUAL[key]) url.searchParams.delete(key);
    else url.searchParams.set(key, view[key]);
  }
  history.replaceState(null, '', url);
  watchers.forEach((tell) => tell(new Set(changed)));
}

export const onLook = (tell) => watchers.add(tell);

export const today = () => day(Date.now());

/** The day that the map shows: the chosen one, or today. */
export const shownDay = () => view.day || today();

/** First and last day of the alerts that are shown. */
export const shownSpan = () => [addDays(shownDay(), 1 - Number(view.span)), shownDay()];

export const hides = (layer) => view.hide.split('.').includes(layer);

export function toggle(layer) {
  const hidden = new Set(view.hide.split('.').filter(Boolean));
  if (!hidden.delete(layer)) hidden.add(layer);
  look({ hide: [...hidden].sort().join('.') });
}

export function resetFilters() {
  look({ kind: '', grade: '', state: '', item: '', county: '', text: '' });
}

read();
