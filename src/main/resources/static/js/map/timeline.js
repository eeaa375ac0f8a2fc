// A year under the map: alerts by day, the seasons of the zones, the days on which versions or seasons change, and the day that is shown.

import { h, svg } from '../core/dom.js';
import { addDays, daysBetween, longDay } from '../core/format.js';
import { say } from '../core/lang.js';
import { matching } from './alerts.js';
import { look, shownDay, shownSpan, today, view } from './view.js';
import { inSeason } from './zones.js';

const DAYS = 366;
const HEIGHT = 64;
const GRAPH = 38;
const BANDS = { flyway: 46, habitat: 55 };

/** First and last day of the time line: the year up to today, or around an older chosen day. */
export function yearShown() {
  const last = view.day !== '' && daysBetween(view.day, today()) > DAYS - 8 ? addDays(view.day, 60) : today();
  return [addDays(last, 1 - DAYS), last];
}

/** Draws the time line; `zones` gives those in force on the shown day, `changes` what changes on which day (changesBetween). */
export function timeline(node, zones, changes) {
  const graph = h('div', { class: 'line-graph' });
  const slider = h('input', { type: 'range', min: 0, max: DAYS - 1, step: 1, 'aria-label': say('日期', 'Day') });
  const date = h('input', { type: 'date', 'aria-label': say('跳到日期', 'Go to a day'), onchange: () => date.value && go(date.value) });
  const now = h('button', { type: 'button', class: 'quiet small-button', onclick: () => look({ day: '' }) }, say('今天', 'Today'));
  const season = h('span', { class: 'line-season' });
  const change = h('p', { class: 'line-changed', 'aria-live': 'polite' });
  const marks = h('div', { class: 'line-marks', 'aria-hidden': 'true' });
  const step = (days, words, label) => h('button', { type: 'button', class: 'quiet small-button', 'aria-label': label, onclick: () => go(addDays(shownDay(), days)) }, words);
  const jump = (by, words, label) => h('button', { type: 'button', class: 'quiet small-button', 'aria-label': label, title: label, onclick: () => goToChange(changes(), by) }, words);
  slider.addEventListener('input', () => go(addDays(yearShown()[0], Number(slider.value))));
  node.replaceChildren(
    h('div', { class: 'line-head' }, step(-1, '‹', say('前一天', 'The day before')), date, step(1, '›', say('后一天', 'The day after')), now, jump(-1, '⇤', say('上一次变化：区域版本或保护时段', 'The change before: of a version or season')), jump(1, '⇥', say('下一次变化：区域版本或保护时段', 'The next change: of a version or season')), season, change),
    h('div', { class: 'line-body' }, graph, marks, slider),
  );
  const draw = () => {
    const [first] = yearShown();
    const shown = shownDay();
    slider.value = daysBetween(first, shown);
    date.value = shown;
    date.max = today();
    now.setAttribute('aria-pressed', String(view.day === ''));
    season.textContent = seasonText(zones(), shown);
    const turn = changes().get(shown);
    const words = changeWords(turn);
    change.classList.toggle('version', isOfVersion(turn));
    if (change.textContent !== words) change.textContent = words;
    slider.setAttribute('aria-valuetext', [longDay(shown), season.textContent, words].filter(Boolean).join('. '));
    graph.replaceChildren(picture(first, shown, zones()));
    marks.replaceChildren(...markAll(first, changes()));
  };
  return draw;
}

function go(date) {
  look({ day: date >= today() ? '' : date });
}

/** To the nearest day before or after the shown one on which something changes. */
function goToChange(changes, by) {
  const days = [...changes.keys()].filter((date) => (by < 0 ? date < shownDay() : date > shownDay() && date <= today()));
  if (days.length > 0) go(by < 0 ? days.at(-1) : days[0]);
}

const CHANGES = {
  begun: ['新版本生效', 'first version'],
  renewed: ['新版本生效', 'new version'],
  ended: ['失效', 'no longer in force'],
  opened: ['进入保护重点时段', 'season begins'],
  closed: ['保护重点时段结束', 'season is over'],
};

/** What changes on a day; of many zones only how many. */
function changeWords(change) {
  if (!change) return '';
  return Object.entries(CHANGES)
    .filter(([kind]) => change[kind].length > 0)
    .map(([kind, words]) => `${named(change[kind], kind)} ${say(...words)}`)
    .join(say('；', '; '));
}

const named = (zones, kind) =>
  zones.length > 2
    ? say(`${zones.length} 处`, `${zones.length} zones:`)
    : zones.map((zone) => (kind === 'renewed' ? say(`${zone.name}第 ${zone.version} 版`, `${zone.name} v${zone.version}`) : zone.name)).join(say('、', ', '));

const isOfVersion = (change) => change !== undefined && change.begun.length + change.renewed.length + change.ended.length > 0;

/** A triangle with a line for a version, a short stroke for a season: the shape tells them apart. */
function markAll(first, changes) {
  return [...changes].map(([date, change]) => {
    return h('i', { class: `line-mark ${isOfVersion(change) ? 'version' : 'season'}`, dataset: { day: date }, style: { left: `${((daysBetween(first, date) + 0.5) / DAYS) * 100}%` } });
  });
}

function seasonText(zones, date) {
  const count = (kind) => zones.filter((zone) => zone.kind === kind);
  return ['flyway', 'habitat']
    .map((kind) => {
      const all = count(kind);
      const now = all.filter((zone) => inSeason(zone, date)).length;
      return kind === 'flyway'
        ? say(`迁飞通道 ${now}/${all.length} 处在保护重点时段`, `${now} of ${all.length} flyways in season`)
        : say(`栖息地 ${now}/${all.length} 处`, `${now} of ${all.length} habitats`);
    })
    .join(say('，', ', '));
}

function picture(first, shown, zones) {
  const bars = countByDay(first);
  const most = Math.max(4, ...bars);
  const [from, to] = shownSpan();
  const at = (date) => daysBetween(first, date);
  return svg(
    'svg',
    { viewBox: `0 0 ${DAYS} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { class: 'line-window', x: Math.max(0, at(from)), y: 0, width: Math.max(1, at(to) + 1 - Math.max(0, at(from))), height: HEIGHT }),
    bars.map((count, index) => (count === 0 ? null : svg('rect', { class: 'line-bar', x: index + 0.1, y: GRAPH - (GRAPH - 6) * (count / most), width: 0.8, height: (GRAPH - 6) * (count / most) }))),
    Object.entries(BANDS).map(([kind, y]) => band(first, zones.filter((zone) => zone.kind === kind), kind, y)),
    months(first),
    svg('rect', { class: 'line-now', x: at(shown), y: 0, width: 1, height: HEIGHT }),
  );
}

function countByDay(first) {
  const bars = new Array(DAYS).fill(0);
  for (const alert of matching()) {
    const index = daysBetween(first, alert.date);
    if (index >= 0 && index < DAYS) bars[index]++;
  }
  return bars;
}

/** A band where at least one zone of the kind is in season. */
function band(first, zones, kind, y) {
  const spans = [];
  for (let index = 0; index < DAYS; index++) {
    const date = addDays(first, index);
    if (!zones.some((zone) => inSeason(zone, date))) continue;
    const last = spans.at(-1);
    if (last && last[1] === index) last[1]++;
    else spans.push([index, index + 1]);
  }
  return spans.map(([from, to]) => svg('rect', { class: `line-band ${kind}`, x: from, y, width: to - from, height: 6 }));
}

function months(first) {
  const marks = [];
  for (let index = 0; index < DAYS; index++) {
    if (addDays(first, index).endsWith('-01')) marks.push(svg('rect', { class: 'line-month', x: index, y: 0, width: 0.3, height: HEIGHT }));
  }
  return marks;
}

/** The months' names under the picture, which is stretched and would stretch them. */
export function monthNames(node) {
  const [first] = yearShown();
  node.replaceChildren(
    ...Array.from({ length: DAYS }, (_, index) => [index, addDays(first, index)])
      .filter(([, date]) => date.endsWith('-01'))
      .map(([index, date]) => h('span', { style: { left: `${(index / DAYS) * 100}%` } }, say(`${Number(date.slice(5, 7))}月`, date.slice(5, 7)))),
  );
}
