// Stations and devices.

import { get } from '../core/api.js';
import { colour } from '../core/chart.js';
import { say } from '../core/lang.js';
import { featureLayer, readFeatures, words } from './ground.js';

const KINDS = { air: ['空气站', 'Air station'], birds: ['鸟类站', 'Bird station'], both: ['空气与鸟类站', 'Air and bird station'] };
const DEVICES = { camera: ['红外相机', 'Camera'], recorder: ['录音仪', 'Recorder'], marker: ['标识牌', 'Marker'], sensor: ['传感器', 'Sensor'], radar: ['雷达', 'Radar'] };

export const stationKind = (kind) => say(...(KINDS[kind] ?? [kind, kind]));
export const deviceKind = (kind) => say(...(DEVICES[kind] ?? [kind, kind]));

/** A layer of stations or devices; it loads itself. */
export function placeLayer(path, style, hidden) {
  const layer = featureLayer((feature, resolution) => (hidden() ? null : style(feature, resolution)), { declutter: false });
  const load = async () => layer.getSource().addFeatures(readFeatures(await get(path)));
  return { layer, load };
}

export function stationStyle(feature, resolution) {
  const birds = feature.get('kind') !== 'air';
  const shape = new ol.style.RegularShape({
    points: birds ? 3 : 4,
    radius: birds ? 6.5 : 6,
    angle: birds ? 0 : Math.PI / 4,
    fill: new ol.style.Fill({ color: colour('raised') }),
    stroke: new ol.style.Stroke({ color: colour('ink'), width: 1.4 }),
  });
  return new ol.style.Style({ image: shape, text: resolution < 60 ? words(feature.get('name'), { offsetY: 15 }) : undefined });
}

export function deviceStyle(feature, resolution) {
  if (resolution > 160) return null;
  const dot = new ol.style.Circle({ radius: 3, fill: new ol.style.Fill({ color: colour('ink') }) });
  return new ol.style.Style({ image: dot, text: resolution < 8 ? words(feature.get('name'), { offsetY: 13 }) : undefined });
}
