// Small charts of what an alert was raised by.

import { all, get } from '../core/api.js';
import { chart } from '../core/chart.js';
import { h } from '../core/dom.js';
import { addDays, day, distance } from '../core/format.js';
import { say } from '../core/lang.js';
import { fill } from '../core/states.js';

const HOURS = 12;
const DAYS = 14;
const NEIGHBOURS = 4;
const HOUR = 3_600_000;

/** The charts that fit the alert; null where none does. */
export function signalsOf(alert, stations) {
  const parts = [];
  const station = stations.find((each) => each.id === alert.subject);
  if (station && station.kind !== 'birds') parts.push(airSignal(alert, station, stations));
  const zone = (alert.zones ?? [])[0];
  if (alert.kind === 'violation' || alert.kind === 'mortality') {
    if (zone || alert.county) parts.push(birdSignal(alert, zone));
  }
  return parts.length === 0 ? null : h('section', { class: 'signals' }, h('h3', {}, say('信号', 'Signal')), parts);
}

/** PM2.5 at the station, and at those around it. */
function airSignal(alert, station, stations) {
  const node = h('div');
  const onset = Date.parse(alert.time);
  const near = stations
    .filter((each) => each.id !== station.id && each.kind !== 'birds')
    .map((each) => ({ ...each, metres: distance(each.position.coordinates, station.position.coordinates) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEIGHBOURS);
  const load = () => Promise.all([station, ...near].map((each) => hours(each.id, onset)));
  fill(node, say('小时浓度', 'hourly figures'), load, ([own, ...others]) => {
    const times = Array.from({ length: 2 * HOURS + 1 }, (_, at) => onset + (at - HOURS) * HOUR);
    const values = (figures) => times.map((time) => figures.get(time) ?? null);
    return chart({
      caption: say('PM2.5：本站与周边站点', 'PM2.5: this station and those around it'),
      times: times.map((time) => new Date(time).toISOString()),
      unit: 'µg/m³',
      marks: [{ time: alert.time, label: say('预警时刻', 'the alert') }],
      series: [
        ...others.map((figures, at) => ({ label: near[at].name, values: values(figures), colour: 'strong-line', width: 1.2 })),
        { label: station.name, values: values(own), colour: 'accent', width: 2.6 },
      ],
    });
  });
  return node;
}

async function hours(station, onset) {
  const page = await get('/air/hourly', {
    station,
    pollutant: 'PM2.5',
    from: new Date(onset - HOURS * HOUR).toISOString(),
    to: new Date(onset + HOURS * HOUR).toISOString(),
    limit: 2 * HOURS + 1,
  });
  return new Map(page.items.map((mean) => [Date.parse(mean.time), mean.rounded ?? mean.value]));
}

/** Birds counted before and after, in the zone or else the county. */
function birdSignal(alert, zone) {
  const node = h('div');
  const date = day(alert.time);
  const from = addDays(date, -DAYS);
  const where = zone ? { zone: zone.id } : { county: alert.county };
  const load = () => all('/birds/counts', { ...where, per: 'day', from, to: addDays(date, DAYS) }, 4000);
  fill(node, say('鸟类数量', 'bird counts'), load, (counts) => {
    const sums = new Map();
    for (const count of counts) sums.set(count.period, (sums.get(count.period) ?? 0) + count.individuals);
    if (sums.size === 0) return h('p', { class: 'small soft' }, say('前后两周没有鸟类记录。', 'No bird records in the two weeks before and after.'));
    const days = Array.from({ length: 2 * DAYS + 1 }, (_, at) => addDays(from, at));
    return chart({
      caption: say('鸟类数量：前后各 14 天', 'Birds counted, 14 days before and after'),
      times: days.map((each) => `${each}T12:00:00+08:00`),
      unit: say('只', 'birds'),
      byDay: true,
      height: 140,
      marks: [{ time: `${date}T12:00:00+08:00`, label: say('预警当日', 'day of the alert') }],
      series: [{ label: zone ? say('该区域', 'in the zone') : say('该县市区', 'in the county'), values: days.map((each) => sums.get(each) ?? null), colour: 'habitat', bars: true }],
    });
  });
  return node;
}
