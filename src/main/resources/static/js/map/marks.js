// Alerts on the map: clustered where dense; shape says the kind, size and "!" the grade, hollow that somebody is at it.

import { colour } from '../core/chart.js';
import { toMap } from './ground.js';

const RANK = { notice: 0, serious: 1, grave: 2 };
const GRADES = ['notice', 'serious', 'grave'];

export function alertLayer(openedId) {
  const source = new ol.source.Vector();
  const cluster = new ol.source.Cluster({ source, distance: 34, minDistance: 14 });
  const cache = new Map();
  const style = (group) => {
    const members = group.get('features');
    if (members.length === 0) return null;
    const alerts = members.map((member) => member.get('alert'));
    const opened = alerts.some((alert) => alert.id === openedId());
    const key = members.length > 1 ? groupKey(alerts) : singleKey(alerts[0]);
    const cached = `${key}|${opened}`;
    if (!cache.has(cached)) cache.set(cached, members.length > 1 ? groupStyle(alerts, opened) : singleStyle(alerts[0], opened));
    return cache.get(cached);
  };
  const layer = new ol.layer.Vector({ source: cluster, style, updateWhileAnimating: true });
  addEventListener('themechange', () => {
    cache.clear();
    layer.changed();
  });
  return { layer, put: (alerts) => put(source, alerts), redraw: () => layer.changed() };
}

function put(source, alerts) {
  source.clear(true);
  source.addFeatures(
    alerts
      .filter((alert) => alert.position)
      .map((alert) => new ol.Feature({ geometry: new ol.geom.Point(toMap(alert.position.coordinates)), alert })),
  );
}

const gradeOf = (alerts) => GRADES[Math.max(...alerts.map((alert) => RANK[alert.grade] ?? 0))];
const groupKey = (alerts) => `${alerts.length}|${gradeOf(alerts)}`;
const singleKey = (alert) => `${alert.kind}|${alert.grade}|${standing(alert)}`;

/** new: nobody is at it; open: somebody is; done: nothing more to do. */
const standing = (alert) => (!alert.supported || alert.state === 'closed' || alert.state === 'dismissed' ? 'done' : alert.state === 'new' ? 'new' : 'open');

function groupStyle(alerts, opened) {
  const grade = gradeOf(alerts);
  const radius = 12 + Math.min(10, Math.log2(alerts.length) * 1.6);
  return [
    ...halo(opened, radius),
    new ol.style.Style({
      image: new ol.style.Circle({
        radius,
        fill: new ol.style.Fill({ color: colour('raised') }),
        stroke: new ol.style.Stroke({ color: colour(grade), width: grade === 'grave' ? 4 : 2.5 }),
      }),
      text: text(grade === 'grave' ? `${alerts.length}!` : String(alerts.length), colour('ink'), 12),
    }),
  ];
}

function singleStyle(alert, opened) {
  const state = standing(alert);
  const ink = state === 'done' ? colour('faint') : colour(alert.grade);
  const size = 7 + 2 * (RANK[alert.grade] ?? 0);
  const fill = new ol.style.Fill({ color: state === 'new' ? ink : colour('raised') });
  const stroke = new ol.style.Stroke({ color: state === 'new' ? colour('raised') : ink, width: state === 'new' ? 1.5 : 2.5 });
  const mark = alert.grade === 'grave' && state !== 'done' ? text('!', state === 'new' ? colour('raised') : ink, 12) : undefined;
  return [...halo(opened, size + 2), new ol.style.Style({ image: shape(alert.kind, size, fill, stroke), text: mark })];
}

function shape(kind, radius, fill, stroke) {
  if (kind === 'pollution') return new ol.style.Circle({ radius: radius - 1, fill, stroke });
  const points = kind === 'mortality' ? 3 : 4;
  return new ol.style.RegularShape({ points, radius: radius + 1, angle: kind === 'device' ? Math.PI / 4 : 0, fill, stroke });
}

const halo = (opened, radius) =>
  opened ? [new ol.style.Style({ image: new ol.style.Circle({ radius: radius + 6, stroke: new ol.style.Stroke({ color: colour('accent'), width: 3 }) }) })] : [];

const text = (words, ink, size) => new ol.style.Text({ text: words, font: `600 ${size}px ${colour('sans')}`, fill: new ol.style.Fill({ color: ink }), offsetY: 1 });
