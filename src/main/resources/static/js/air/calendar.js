// The AQI calendar of a year.

import { keep } from '../core/address.js';
import { get } from '../core/api.js';
import { choice, h } from '../core/dom.js';
import { addDays, day } from '../core/format.js';
import { english, say } from '../core/lang.js';
import { aqiLevel } from '../core/settings.js';
import { empty, fill } from '../core/states.js';
import { levelStyle, levelWord, scale } from './marks.js';

const WEEK = english ? ['M', 'T', 'W', 'T', 'F', 'S', 'S'] : ['一', '二', '三', '四', '五', '六', '日'];

export function drawCalendar(node, { settings, asked, areas }) {
  const now = Number(day(Date.now()).slice(0, 4));
  const wanted = { county: asked.get('county') ?? settings.city.adcode, year: asked.get('year') ?? String(now) };
  const calendar = h('section', { class: 'card' });
  const change = (patch) => {
    Object.assign(wanted, patch);
    keep(wanted);
    draw();
  };
  const draw = () =>
    fill(calendar, say('AQI 年历', 'the AQI calendar'), () => get('/air/calendar', wanted), (days) => drawYear(days, wanted.year, settings));
  node.append(
    h(
      'div',
      { class: 'row' },
      choice(say('区域', 'Area'), areas.map((each) => [each.adcode, each.name]), wanted.county, (county) => change({ county })),
      choice(say('年份', 'Year'), Array.from({ length: 8 }, (_, at) => [String(now - at), String(now - at)]), wanted.year, (year) => change({ year })),
    ),
    calendar,
  );
  draw();
}

function drawYear(days, year, settings) {
  if (days.length === 0) return empty(say('这一年没有日均数据', 'No daily figures of this year'));
  const byDate = new Map(days.map((each) => [each.time, each]));
  return [
    summary(days, settings.aqi.levels),
    scale(settings.aqi.levels),
    h('div', { class: 'months' }, Array.from({ length: 12 }, (_, at) => month(year, at + 1, byDate))),
  ];
}

/** How many days of each level: what the colours say, in numbers. */
function summary(days, levels) {
  const valid = days.filter((each) => each.aqi !== null);
  const good = valid.filter((each) => each.level <= 2).length;
  const counts = levels.map((level) => [levelWord(level.upTo), valid.filter((each) => aqiLevel(each.aqi).level === level.level).length]);
  return h(
    'p',
    { class: 'calendar-summary' },
    h('b', {}, say(`优良 ${good} 天`, `${good} good days`)),
    say(`，共 ${valid.length} 个有效日：`, ` of ${valid.length} valid: `),
    counts.filter(([, count]) => count > 0).map(([word, count]) => say(`${word} ${count} 天`, `${word} ${count}`)).join(say('，', ', ')),
  );
}

function month(year, number, byDate) {
  const first = `${year}-${String(number).padStart(2, '0')}-01`;
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: lead }, () => h('td'));
  for (let date = first; date.slice(5, 7) === first.slice(5, 7); date = addDays(date, 1)) cells.push(cell(date, byDate.get(date)));
  const rows = [];
  while (cells.length > 0) rows.push(h('tr', {}, cells.splice(0, 7)));
  return h(
    'table',
    { class: 'month' },
    h('caption', {}, english ? new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${first}T00:00:00Z`)) : `${number}月`),
    h('thead', {}, h('tr', {}, WEEK.map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, rows),
  );
}

function cell(date, figure) {
  const words = figure ? `${date} AQI ${figure.aqi ?? '—'} ${levelWord(figure.aqi)}${figure.primary.length > 0 ? ` ${figure.primary.join(' ')}` : ''}` : `${date} ${say('无数据', 'no figures')}`;
  const aqi = figure?.aqi ?? null;
  return h('td', {}, h('span', { class: aqi === null ? 'day none' : 'day', style: levelStyle(aqi), title: words }, h('i', {}, String(Number(date.slice(8)))), h('b', {}, aqi ?? '–')));
}
