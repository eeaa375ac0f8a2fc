// The small card of what was clicked on the map: a station, a device, a zone.

import { get } from '../core/api.js';
import { facts, h } from '../core/dom.js';
import { clock, day, number } from '../core/format.js';
import { say } from '../core/lang.js';
import { aqiLevel, placeName } from '../core/settings.js';
import { fill } from '../core/states.js';
import { deviceKind, stationKind } from './places.js';
import { inSeason, kindWord, seasonWords } from './zones.js';

export function openCard(node, close, ...content) {
  node.replaceChildren(h('button', { type: 'button', class: 'plain close', 'aria-label': say('关闭', 'Close'), onclick: close }, '✕'), ...content.flat());
  node.hidden = false;
}

export function stationCard(station) {
  const now = h('div');
  if (station.kind !== 'birds') {
    fill(now, say('小时 AQI', 'hourly AQI'), () => get('/air/aqi', { station: station.id, limit: 1 }), ({ items: [figure] }) => (figure ? aqiNow(figure) : h('p', { class: 'small soft' }, say('暂无数据', 'No figures yet'))));
  }
  return [
    h('h2', {}, station.name),
    facts([
      [say('类别', 'Kind'), stationKind(station.kind)],
      [say('编号', 'Id'), station.id],
      [say('县市区', 'County'), placeName(station.county)],
      [say('用途', 'Role'), station.role === 'evaluation' ? say('评价点', 'evaluation') : station.role === 'control' ? say('清洁对照点', 'control') : null],
    ]),
    now,
  ];
}

function aqiNow(figure) {
  const level = aqiLevel(figure.aqi);
  return [
    h('p', { class: 'aqi' }, h('b', { style: { '--level': level?.colour ?? 'transparent', '--level-ink': level?.ink ?? 'inherit' } }, figure.aqi ?? '—'), level?.word ?? say('无效', 'not valid'), h('span', { class: 'soft small num' }, `${day(figure.time).slice(5)} ${clock(figure.time)}`)),
    facts(Object.entries(figure.values).map(([pollutant, value]) => [pollutant, number(value)])),
  ];
}

export const deviceCard = (device) => [
  h('h2', {}, device.name),
  facts([
    [say('类别', 'Kind'), deviceKind(device.kind)],
    [say('编号', 'Id'), device.id],
    [say('所属站点', 'Station'), device.station],
  ]),
];

export const zoneCard = (zone, date) => [
  h('h2', {}, zone.name),
  facts([
    [say('类别', 'Kind'), kindWord(zone.kind)],
    [say('版本', 'Version'), zone.version],
    [say('生效', 'In force'), `${day(zone.validFrom)} – ${zone.validTo ? day(zone.validTo) : say('至今', 'now')}`],
    [say('保护时段', 'Seasons'), seasonWords(zone.seasons)],
    [date, inSeason(zone, date) ? say('保护重点时段内', 'in season') : say('非重点时段', 'out of season')],
    [say('文件', 'Document'), zone.document],
    [say('说明', 'Note'), zone.illustrative ? say('示意边界，非公布边界', 'illustrative, not a published border') : null],
  ]),
];
