// The map itself and the ground under everything: counties, rivers, and tiles where they are set.

import { get } from '../core/api.js';
import { announce, h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { colour, enlarged } from '../core/chart.js';
import { placeName } from '../core/settings.js';

const GEOJSON = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' };

export const toMap = (lonLat) => ol.proj.fromLonLat(lonLat);
export const toLonLat = (coordinate) => ol.proj.toLonLat(coordinate);
export const readFeatures = (geojson) => new ol.format.GeoJSON(GEOJSON).readFeatures(geojson);
export const writeGeometry = (geometry) => new ol.format.GeoJSON().writeGeometryObject(geometry, { ...GEOJSON, decimals: 6 });

const restyled = new Set();
addEventListener('themechange', () => restyled.forEach((layer) => layer.changed()));

/** A layer of features whose style is asked for anew when the theme changes. */
export function featureLayer(style, options = {}) {
  const layer = new ol.layer.Vector({ source: new ol.source.Vector(), style, ...options });
  restyled.add(layer);
  return layer;
}

/**
 * Opens the map on the city; `at` is "lon,lat,zoom", or nothing for the whole city. What comes back
 * switches the tiles under it on and off, where a service is set.
 */
export async function openMap(target, tiles, at = '') {
  const map = new ol.Map({
    target,
    controls: ol.control.defaults.defaults({ rotate: false, attribution: false, zoom: false }).extend([new ol.control.ScaleLine({ minWidth: 70 })]),
    interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false }),
    layers: [],
    view: new ol.View({ minZoom: 6, maxZoom: 18, enableRotation: false }),
  });
  const ground = tiles ? tileLayer(tiles) : null;
  const counties = featureLayer(() => new ol.style.Style({ stroke: new ol.style.Stroke({ color: colour('strong-line'), width: 1 }) }));
  const land = featureLayer(() => new ol.style.Style({ fill: new ol.style.Fill({ color: colour('land') }) }), { source: counties.getSource() });
  const names = featureLayer(countyName, { source: counties.getSource(), declutter: true, zIndex: 4 });
  const rivers = featureLayer(() => new ol.style.Style({ stroke: new ol.style.Stroke({ color: colour('water'), width: 2 }) }));
  map.addLayer(land);
  if (ground) map.addLayer(ground);
  map.addLayer(counties);
  map.addLayer(rivers);
  map.addLayer(names);
  const [countyFile, riverFile] = await Promise.all([get('/public/base/counties'), get('/public/base/rivers')]);
  counties.getSource().addFeatures(readFeatures(countyFile));
  rivers.getSource().addFeatures(readFeatures(riverFile));
  const whole = counties.getSource().getExtent();
  show(map, whole, at);
  const credit = ground ? new ol.control.Attribution({ collapsible: false }) : null;
  const showTiles = (wanted) => {
    if (!ground || ground.getVisible() === wanted) return;
    ground.setVisible(wanted);
    if (wanted) map.addControl(credit);
    else map.removeControl(credit);
  };
  return { map, counties, whole, showTiles };
}

/** Moves to "lon,lat,zoom", or to the whole extent. */
export function show(map, whole, at) {
  const [lon, lat, zoom] = at.split(',').map(Number);
  if (at !== '' && [lon, lat, zoom].every(Number.isFinite)) {
    map.getView().setCenter(toMap([lon, lat]));
    map.getView().setZoom(zoom);
  } else {
    map.getView().fit(whole, { padding: [24, 24, 24, 24] });
  }
}

export const where = (map) => {
  const [lon, lat] = toLonLat(map.getView().getCenter());
  return `${lon.toFixed(4)},${lat.toFixed(4)},${map.getView().getZoom().toFixed(2)}`;
};

/** A box to tick. Off until somebody asks for it: only then does anything leave for another host. */
export function tileSwitch(on, change) {
  const box = h('input', { type: 'checkbox', checked: on, onchange: () => change(box.checked) });
  return h('label', { class: 'check' }, box, say('底图瓦片', 'Map tiles'));
}

function tileLayer(tiles) {
  const source = new ol.source.XYZ({ url: tiles.url, attributions: escaped(tiles.attribution), maxZoom: tiles.maxZoom });
  const layer = new ol.layer.Tile({ source, visible: false });
  let said = false;
  source.on('tileloaderror', () => {
    if (!said) announce(say('底图服务没有响应，地图照常使用。', 'The tile service does not answer; the map goes on without it.'), 'bad');
    said = true;
  });
  source.on('tileloadend', () => (said = false));
  layer.on('change:visible', () => (said = false));
  return layer;
}

/** OpenLayers takes an attribution for markup. */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Of a county in several parts only the largest is named. */
const countyName = (feature) =>
  new ol.style.Style({ geometry: () => middle(feature.getGeometry()), text: words(placeName(feature.get('adcode')), { size: 13, faint: true }) });

/** A point inside the largest part of a polygon. */
export function middle(geometry) {
  if (geometry.getType() !== 'MultiPolygon') return geometry.getInteriorPoint?.() ?? geometry;
  const parts = geometry.getPolygons();
  return parts.reduce((best, part) => (part.getArea() > best.getArea() ? part : best), parts[0]).getInteriorPoint();
}

/** Text with a halo. */
export function words(text, { size = 12, faint = false, bold = false, offsetY = 0 } = {}) {
  return new ol.style.Text({
    text,
    font: `${bold ? '600 ' : ''}${size * enlarged()}px ${colour('sans')}`,
    fill: new ol.style.Fill({ color: colour(faint ? 'soft' : 'ink') }),
    stroke: new ol.style.Stroke({ color: colour('land'), width: 3 }),
    offsetY,
    overflow: true,
  });
}

