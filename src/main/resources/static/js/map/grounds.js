// What an alert rests on, each ground with its record to open.

import { get } from '../core/api.js';
import { facts, h } from '../core/dom.js';
import { coordinates, day, moment, number, startOf } from '../core/format.js';
import { say } from '../core/lang.js';
import { conductWord, placeName } from '../core/settings.js';
import { fill } from '../core/states.js';
import { kindWord, seasonWords } from './zones.js';

export function groundList(alert) {
  return h('ol', { class: 'grounds' }, alert.grounds.map((ground) => h('li', {}, ground.record ? openable(ground, alert) : ground.fact)));
}

function openable(ground, alert) {
  const inside = h('div', { class: 'record' });
  const details = h('details', {}, h('summary', {}, ground.fact), inside);
  details.addEventListener('toggle', () => {
    if (details.open && !inside.hasChildNodes()) fill(inside, say('该记录', 'this record'), () => read(ground.record, alert), (draw) => draw);
  });
  return details;
}

/** Reads a record by its reference, such as finding/F17, occurrence/B3, zone/FLY-1/2 or day/STATION/2025-10-22. */
async function read(reference, alert) {
  const [kind, ...rest] = reference.split('/');
  if (kind === 'day') return dayRecord(rest[0], rest[1]);
  if (kind === 'zone') return zoneRecord(rest[0], alert);
  const path = { finding: '/findings', occurrence: '/occurrences' }[kind];
  if (!path) return h('p', { class: 'soft' }, reference);
  const page = await get(path, { id: rest.join('/') });
  if (page.items.length === 0) return h('p', { class: 'soft' }, say('记录已不在库中', 'The record is no longer there'));
  return kind === 'finding' ? finding(page.items[0]) : occurrence(page.items[0]);
}

function finding(record) {
  return [
    facts([
      [say('行为', 'Conduct'), conductWord(record.conduct)],
      [say('时间', 'Time'), moment(record.time)],
      [say('来源', 'Source'), record.source],
      [say('描述', 'Description'), record.description],
      [say('物种', 'Species'), record.species],
      [say('数量', 'Count'), record.count],
      [say('位置', 'Position'), record.position ? coordinates(record.position.coordinates) : null],
    ]),
    (record.attachments ?? []).map((sha, at) => h('a', { class: 'attachment', href: `/api/v1/attachments/${sha}`, target: '_blank' }, say(`附件 ${at + 1}`, `Attachment ${at + 1}`))),
    receipt(record.receipt),
  ];
}

function occurrence(record) {
  return [
    facts([
      [say('物种', 'Species'), [record.vernacularName, record.scientificName].filter(Boolean).join(' ')],
      [say('时间', 'Time'), moment(record.eventStart)],
      [say('数量', 'Count'), record.individualCount],
      [say('站点', 'Station'), record.station],
      [say('位置', 'Position'), coordinates(record.position.coordinates)],
    ]),
    receipt(record.receipt),
  ];
}

async function zoneRecord(id, alert) {
  const { properties: zone } = await get(`/zones/${encodeURIComponent(id)}`, { at: alert.time });
  return facts([
    [say('名称', 'Name'), zone.name],
    [say('类别', 'Kind'), kindWord(zone.kind)],
    [say('版本', 'Version'), `${zone.version} (${say('自', 'from')} ${day(zone.validFrom)})`],
    [say('保护时段', 'Seasons'), seasonWords(zone.seasons)],
    [say('文件', 'Document'), zone.document],
    [say('说明', 'Note'), zone.illustrative ? say('示意边界，非公布边界', 'illustrative, not a published border') : null],
  ]);
}

async function dayRecord(subject, date) {
  const where = /^\d{6}$/.test(subject) ? { county: subject } : { station: subject };
  const page = await get('/air/aqi', { ...where, period: 'day', from: startOf(date), to: startOf(date), limit: 1 });
  const figure = page.items[0];
  return facts([
    [say('站点或区域', 'Subject'), where.county ? placeName(subject) : subject],
    [say('日期', 'Day'), date],
    ['AQI', figure?.aqi],
    ...Object.entries(figure?.values ?? {}).map(([pollutant, value]) => [pollutant, `${number(value)} ${pollutant === 'CO' ? 'mg/m³' : 'µg/m³'}`]),
    [say('标准', 'Standard'), figure?.standard],
  ]);
}

const receipt = (from) =>
  from
    ? h('details', { class: 'raw' }, h('summary', {}, say(`接收于 ${moment(from.receivedAt)}，原文`, `Received ${moment(from.receivedAt)}, as sent`)), h('pre', { tabIndex: 0 }, from.raw ?? ''))
    : null;
