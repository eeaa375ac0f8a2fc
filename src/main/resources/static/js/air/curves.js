// Hour and day curves of one subject.

import { keep } from '../core/address.js';
import { all, get } from '../core/api.js';
import { chart } from '../core/chart.js';
import { choice, h } from '../core/dom.js';
import { addDays, day, startOf } from '../core/format.js';
import { say } from '../core/lang.js';
import { empty, fill, loading } from '../core/states.js';
import { POLLUTANTS, unitOf } from './marks.js';

export async function drawCurves(node, { settings, asked, areas }) {
  const wanted = {
    subject: asked.get('subject') ?? `county:${settings.city.adcode}`,
    period: asked.get('period') ?? 'hour',
    to: asked.get('to') ?? day(Date.now()),
  };
  const controls = h('div', { class: 'row' });
  const curves = h('div', { class: 'columns' }, loading());
  node.append(h('section', { class: 'card' }, controls), curves);
  const change = (patch) => {
    Object.assign(wanted, patch);
    keep(wanted);
    draw();
  };
  const stations = await get('/stations').then((file) => file.features.map((feature) => feature.properties).filter((each) => each.kind !== 'birds'), () => []);
  const subjects = [...areas.map((each) => [`county:${each.adcode}`, each.name]), ...stations.map((each) => [`station:${each.id}`, each.name])];
  const name = () => subjects.find(([code]) => code === wanted.subject)?.[1] ?? wanted.subject;
  const until = h('input', { type: 'date', value: wanted.to, onchange: () => until.value && change({ to: until.value }) });
  controls.append(
    choice(say('区域或站点', 'Area or station'), subjects, wanted.subject, (subject) => change({ subject })),
    choice(say('时间尺度', 'Period'), [['hour', say('小时（一周）', 'Hours of a week')], ['day', say('日（一年）', 'Days of a year')]], wanted.period, (period) => change({ period })),
    h('label', { class: 'field' }, h('span', {}, say('截至', 'Up to')), until),
  );
  const draw = () => fill(curves, say('曲线', 'curves'), () => read(wanted), (figures) => drawAll(figures, name(), wanted.period));
  draw();
}

function read({ subject, period, to }) {
  const [kind, id] = subject.split(':');
  const from = addDays(to, period === 'hour' ? -6 : -364);
  return all('/air/aqi', { [kind]: id, period, from: startOf(from), to: startOf(period === 'hour' ? addDays(to, 1) : to) }, 2000);
}

function drawAll(figures, name, period) {
  if (figures.length === 0) return empty(say('这段时间没有数据', 'No figures of these days'));
  const ordered = [...figures].reverse();
  const byDay = period === 'day';
  const times = ordered.map((each) => (byDay ? startOf(each.time) : each.time));
  const panel = (caption, unit, values, colour) =>
    h('section', { class: 'card' }, chart({ caption, times, unit, byDay, height: 190, series: [{ label: caption, values, colour, width: 1.8 }] }));
  return [
    panel(`${name} · AQI`, '', ordered.map((each) => each.aqi), 'accent'),
    ...POLLUTANTS.map((pollutant) => panel(`${name} · ${pollutant}${byDay && pollutant === 'O3' ? say('（日最大 8 小时）', ' (8-hour maximum)') : ''} ${unitOf(pollutant)}`, unitOf(pollutant), ordered.map((each) => each.values[pollutant] ?? null), 'notice')),
  ];
}
