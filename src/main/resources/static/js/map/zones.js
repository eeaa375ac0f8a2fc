// Flyways, habitats and reserves in all versions of a year: which are in force on a day, in season, and when that changes.

import { get } from '../core/api.js';
import { colour } from '../core/chart.js';
import { addDays, startOf } from '../core/format.js';
import { say } from '../core/lang.js';
import { ZONES, wordOf } from '../core/settings.js';
import { featureLayer, middle, readFeatures, words } from './ground.js';

const TOKENS = { flyway: 'flyway', habitat: 'habitat', reserve: 'reserve', 'no-hunting-area': 'reserve' };

const names = new Map();
let versions = [];

/** Reads the zones in force on a day, as GeoJSON: for pages that show one day only. */
export const readZonesOn = (date) => get('/zones', { at: `${date}T12:00:00+08:00` });

/** Reads every version that was in force at some time from one day to another. */
export async function loadVersions(first, last) {
  const file = await get('/zones', { from: startOf(first), to: startOf(addDays(last, 1)) });
  versions = file.features.map((feature) => ({ feature, ...feature.properties, from: Date.parse(feature.properties.validFrom), to: feature.properties.validTo ? Date.parse(feature.properties.validTo) : Infinity }));
  for (const { id, name } of versions) names.set(id, name);
}

/** Of a day counts its noon. */
const versionsOn = (date) => {
  const noon = Date.parse(`${date}T12:00:00+08:00`);
  return versions.filter((each) => each.from <= noon && noon < each.to);
};

/** Those that were read and are in force on a day, as GeoJSON. */
export const zonesOn = (date) => ({ type: 'FeatureCollection', features: versionsOn(date).map((each) => each.feature) });

/**
 * The days on which something changes, each with the zones concerned: {begun, ended, renewed} are
 * versions that came into force, ran out or took another's place, {opened, closed} are seasons.
 */
export function changesBetween(first, last) {
  const changes = new Map();
  let before = states(first);
  for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) {
    const now = states(date);
    const change = compare(before, now);
    if (Object.values(change).some((zones) => zones.length > 0)) changes.set(date, change);
    before = now;
  }
  return changes;
}

const states = (date) => new Map(versionsOn(date).map((zone) => [zone.id, { zone, season: inSeason(zone, date) }]));

function compare(before, now) {
  const change = { begun: [], ended: [], renewed: [], opened: [], closed: [] };
  for (const [id, { zone, season }] of now) {
    const former = before.get(id);
    if (!former) change.begun.push(zone);
    else if (former.zone.version !== zone.version) change.renewed.push(zone);
    if (former && season !== former.season) change[season ? 'opened' : 'closed'].push(zone);
  }
  for (const [id, { zone }] of before) if (!now.has(id)) change.ended.push(zone);
  return change;
}

/** Whether a season covers a date: yyyy-MM-dd for one year, MM-dd for every year, over the new year where it has to. */
export function covers(season, date) {
  const at = season.from.length > 5 ? date : date.slice(5);
  return season.from <= season.to ? season.from <= at && at <= season.to : at >= season.from || at <= season.to;
}

export const inSeason = (zone, date) => (zone.seasons ?? []).some((season) => covers(season, date));

export const seasonWords = (seasons) =>
  (seasons ?? []).map((each) => `${each.from}–${each.to}${each.hours ? ` ${hoursWord(each.hours)}` : ''}`).join(say('，', ', ')) || say('无', 'none');

const hoursWord = (hours) => (typeof hours === 'string' ? hours : `${hours.from ?? ''}–${hours.to ?? ''}`);

export const kindWord = (kind) => wordOf(ZONES, kind);

/** The layer; `dateShown` tells the day that seasons are judged by. */
export function zoneLayer(dateShown, hidden) {
  return featureLayer((feature, resolution) => {
    const zone = feature.getProperties();
    return hidden(zone.kind) ? null : zoneStyle(feature, zone, inSeason(zone, dateShown()), resolution);
  });
}

/** In season: hatched, with a full line. Out of season: empty, with a broken line. */
function zoneStyle(feature, zone, season, resolution) {
  const line = colour(TOKENS[zone.kind] ?? 'flyway');
  const reserve = zone.kind === 'reserve' || zone.kind === 'no-hunting-area';
  const styles = [
    new ol.style.Style({
      fill: new ol.style.Fill({ color: season ? hatch(line, zone.kind) : 'rgba(0,0,0,0.001)' }),
      stroke: new ol.style.Stroke({ color: line, width: season ? 1.8 : 1.2, lineDash: season ? undefined : reserve ? [2, 4] : [7, 4] }),
    }),
  ];
  if (resolution < 90) styles.push(new ol.style.Style({ geometry: () => middle(feature.getGeometry()), text: words(zone.name) }));
  return styles;
}

const hatches = new Map();

/** Flyways are hatched, habitats dotted, in the same line colour. */
function hatch(line, kind) {
  const key = line + kind;
  if (!hatches.has(key)) {
    const canvas = document.createElement('canvas');
    const size = (canvas.width = canvas.height = 8 * Math.ceil(devicePixelRatio));
    const pen = canvas.getContext('2d');
    pen.globalAlpha = 0.16;
    pen.fillStyle = line;
    pen.fillRect(0, 0, size, size);
    pen.globalAlpha = 0.65;
    pen.strokeStyle = line;
    pen.lineWidth = devicePixelRatio;
    pen.beginPath();
    if (kind === 'habitat') pen.arc(size / 2, size / 2, 1.3 * devicePixelRatio, 0, 7);
    else for (const shift of [-size, 0, size]) (pen.moveTo(shift, size), pen.lineTo(shift + size, 0));
    if (kind === 'habitat') pen.fill();
    else pen.stroke();
    hatches.set(key, pen.createPattern(canvas, 'repeat'));
  }
  return hatches.get(key);
}

/** The name of a zone that was on the map, else its id. */
export const zoneName = (id) => names.get(id) ?? id;

/** Puts the zones of a file on the layer in place of those that were there. */
export function putZones(layer, file) {
  const source = layer.getSource();
  source.clear(true);
  source.addFeatures(readFeatures(file));
}
