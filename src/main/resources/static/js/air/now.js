// The newest hour: the city, its counties, its stations.

import { get } from '../core/api.js';
import { chart } from '../core/chart.js';
import { isReached } from '../core/connection.js';
import { h } from '../core/dom.js';
import { clock, day, moment, number } from '../core/format.js';
import { say } from '../core/lang.js';
import { placeName } from '../core/settings.js';
import { empty, fill } from '../core/states.js';
import { table } from '../core/table.js';
import { POLLUTANTS, aqiMark, levelStyle, levelWord, scale, unitOf } from './marks.js';

const HOURS = 48;
const LOOK_AGAIN = 120_000;

export function drawNow(node, { settings, areas }) {
  const city = h('section', { class: 'card now-city', 'aria-label': say('全市现状', 'The city now') });
  const counties = h('section', { class: 'card' });
  const stations = h('section', { class: 'card' });
  node.append(city, counties, stations);
  const newestHour = (limit) => get('/air/aqi', { county: settings.city.adcode, limit });
  let shown = '';
  const draw = () => {
    fill(city, say('全市小时 AQI', 'the city’s hourly AQI'), () => newestHour(HOURS), ({ items }) => {
      shown = items[0]?.time ?? '';
      return cityNow(items, settings);
    });
    fill(counties, say('县市区 AQI', 'county AQI'), () => newest(areas.slice(1).map((each) => ({ id: each.adcode, name: each.name, county: each.adcode }))), (rows) => figures(say('县市区', 'Counties'), rows));
    fill(stations, say('站点 AQI', 'station AQI'), readStations, (rows) => figures(say('监测站点', 'Stations'), rows));
  };
  draw();
  // On a wall the page stays open: a newer hour draws it anew, and nothing else does.
  setInterval(async () => {
    if (!isReached()) return;
    const newest = await newestHour(1).catch(() => null);
    if (newest !== null && (newest.items[0]?.time ?? '') !== shown) draw();
  }, LOOK_AGAIN);
}

function cityNow(items, settings) {
  const [newestHour] = items;
  if (!newestHour) return empty(say('还没有小时数据', 'No hourly figures yet'), say('收到国家站读数后，这里会显示全市 AQI。', 'The city’s AQI shows here once readings of its stations come.'));
  const hours = [...items].reverse();
  return [
    h(
      'div',
      { class: 'now-head' },
      h('p', { class: 'now-aqi', style: levelStyle(newestHour.aqi) }, newestHour.aqi ?? '—'),
      h(
        'div',
        {},
        h('h2', {}, `${settings.city.name} · ${levelWord(newestHour.aqi)}`),
        h('p', {}, newestHour.primary.length > 0 ? say(`首要污染物 ${newestHour.primary.join('、')}`, `Primary pollutant ${newestHour.primary.join(', ')}`) : say('无首要污染物', 'No primary pollutant')),
        h('p', { class: 'soft small num' }, `${moment(newestHour.time)} · ${newestHour.standard}${newestHour.complete ? '' : say(' · 数据未齐', ' · not complete yet')}`),
      ),
      h('dl', { class: 'now-values' }, POLLUTANTS.map((each) => h('div', {}, h('dt', {}, each), h('dd', { class: 'num' }, number(newestHour.values[each]), h('small', {}, unitOf(each)))))),
    ),
    chart({
      caption: say('近 48 小时全市 AQI', 'The city’s AQI of the last 48 hours'),
      times: hours.map((each) => each.time),
      unit: '',
      height: 150,
      series: [{ label: 'AQI', values: hours.map((each) => each.aqi), colour: 'accent' }],
    }),
    scale(settings.aqi.levels),
  ];
}

async function readStations() {
  const file = await get('/stations');
  const air = file.features.map((feature) => feature.properties).filter((station) => station.kind !== 'birds');
  return newest(air.map((station) => ({ id: station.id, name: station.name, station: station.id, county: station.county })));
}

/** The newest hour of each; those without figures keep their row. */
const newest = (subjects) =>
  Promise.all(
    subjects.map(async (subject) => {
      const where = subject.station ? { station: subject.station } : { county: subject.county };
      const page = await get('/air/aqi', { ...where, limit: 1 });
      return { ...subject, figure: page.items[0] ?? null };
    }),
  );

function figures(caption, rows) {
  const value = (row, pollutant) => row.figure?.values[pollutant] ?? null;
  return [
    h('h2', {}, caption),
    table({
      caption: say('小时值，可按列排序', 'Hourly figures; sort by any column'),
      rows,
      sorted: 1,
      descending: true,
      columns: [
        { title: say('名称', 'Name'), value: (row) => row.name, show: (row) => h('a', { href: `?view=curves&subject=${row.station ? `station:${row.station}` : `county:${row.county}`}` }, row.name) },
        { title: 'AQI', value: (row) => row.figure?.aqi ?? null, show: (row) => aqiMark(row.figure?.aqi ?? null) },
        ...(rows[0]?.station ? [{ title: say('县市区', 'County'), value: (row) => placeName(row.county) }] : []),
        { title: say('首要', 'Primary'), value: (row) => row.figure?.primary.join(' ') || null },
        ...POLLUTANTS.map((pollutant) => ({ title: pollutant, num: true, value: (row) => value(row, pollutant), show: (row) => number(value(row, pollutant)) })),
        { title: say('时间', 'Time'), num: true, value: (row) => row.figure?.time ?? null, show: (row) => (row.figure ? `${day(row.figure.time).slice(5)} ${clock(row.figure.time)}` : '—') },
      ],
    }),
  ];
}
