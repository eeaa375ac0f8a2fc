// Where it was: a click on a map, the phone's own position, or coordinates by keyboard.

import { get } from '../core/api.js';
import { colour } from '../core/chart.js';
import { h } from '../core/dom.js';
import { coordinates, day } from '../core/format.js';
import { say } from '../core/lang.js';
import { featureLayer, openMap, tileSwitch, toLonLat, toMap } from '../map/ground.js';
import { putZones, zoneLayer, readZonesOn } from '../map/zones.js';

/** Draws the picker into `node`; returns {position: () => [lon, lat] or null}. */
export function placePicker(node, settings) {
  let position = null;
  let centre = () => {};
  const target = h('div', { class: 'place-map', tabIndex: 0, role: 'application', 'aria-label': say('地图：单击标出位置；也可在下方填写经纬度', 'Map: click to mark the place, or give longitude and latitude below') });
  const said = h('p', { class: 'small soft', role: 'status' }, say('尚未选择位置', 'No place chosen yet'));
  const field = (label, at, min, max) => {
    const input = h('input', { type: 'number', step: 'any', min, max, onchange: () => typed() });
    return [input, h('label', { class: 'field' }, h('span', {}, label), input)];
  };
  const [lon, lonField] = field(say('经度', 'Longitude'), 0, 73, 136);
  const [lat, latField] = field(say('纬度', 'Latitude'), 1, 3, 54);
  const mark = featureLayer(() => new ol.style.Style({ image: new ol.style.Circle({ radius: 8, fill: new ol.style.Fill({ color: colour('grave') }), stroke: new ol.style.Stroke({ color: colour('raised'), width: 3 }) }) }), { zIndex: 20 });
  const choose = async (lonLat, move) => {
    position = lonLat.map((each) => Math.round(each * 1e6) / 1e6);
    [lon.value, lat.value] = position;
    mark.getSource().clear();
    mark.getSource().addFeature(new ol.Feature(new ol.geom.Point(toMap(position))));
    if (move) centre(position);
    said.textContent = coordinates(position);
    const where = await get('/locate', { lon: position[0], lat: position[1] }).catch(() => null);
    if (where) said.textContent = `${coordinates(position)} · ${where.county?.name ?? say('不在本市范围内', 'outside the city')}`;
  };
  const typed = () => {
    if (lon.value !== '' && lat.value !== '' && lon.checkValidity() && lat.checkValidity()) choose([Number(lon.value), Number(lat.value)], true);
  };
  const here = h('button', { type: 'button', class: 'quiet' }, say('使用当前位置', 'Use my position'));
  here.addEventListener('click', () => {
    if (!navigator.geolocation) return void (said.textContent = say('浏览器不提供定位，请在地图上单击。', 'The browser offers no position; click on the map.'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => choose([coords.longitude, coords.latitude], true),
      () => (said.textContent = say('无法取得位置，请在地图上单击。', 'No position could be had; click on the map.')),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  });
  node.append(target, h('div', { class: 'row' }, here, lonField, latField), said);
  openMap(target, settings.tiles).then(async ({ map, showTiles }) => {
    if (settings.tiles) target.after(tileSwitch(false, showTiles));
    const date = day(Date.now());
    const zones = zoneLayer(() => date, () => false);
    map.addLayer(zones);
    map.addLayer(mark);
    map.on('singleclick', (event) => choose(toLonLat(event.coordinate), false));
    centre = (lonLat) => map.getView().animate({ center: toMap(lonLat), zoom: Math.max(13, map.getView().getZoom()), duration: 300 });
    putZones(zones, await readZonesOn(date));
  }).catch(() => (said.textContent = say('地图无法显示，请填写经纬度。', 'The map cannot be shown; give longitude and latitude.')));
  return { position: () => position };
}
