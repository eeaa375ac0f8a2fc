// The forestry page: puts map, list, time line and panels together.

import { announce, byId, h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { conductWord, placeName } from '../core/settings.js';
import { openPage } from '../core/shell.js';
import { failed, loading } from '../core/states.js';
import { loadAlerts, matching, onAlerts, shown } from './alerts.js';
import { deviceCard, openCard, stationCard, zoneCard } from './card.js';
import { openDetail } from './detail.js';
import { drawFilters } from './filters.js';
import { footprint } from './footprint.js';
import { openMap, show, toMap, where } from './ground.js';
import { drawList, entryOf, markOpen, nothingFits } from './list.js';
import { alertLayer } from './marks.js';
import { patrolLayer } from './patrol.js';
import { deviceStyle, placeLayer, stationStyle } from './places.js';
import { chime, listen } from './stream.js';
import { monthNames, timeline, yearShown } from './timeline.js';
import { drawTools } from './tools.js';
import { hides, look, onLook, shownDay, today, view } from './view.js';
import { changesBetween, loadVersions, putZones, zoneLayer, zonesOn } from './zones.js';

/** The zoom at which single alerts of one place stand apart. */
const CLOSE = 10.5;

const { session, settings } = await openPage('forestry', 'administrator');
drawFilters(byId('filters'), settings.counties);

const { map, whole, showTiles } = await openMap('map', settings.tiles, view.at);
showTiles(view.tiles !== '');
const zones = zoneLayer(shownDay, hides);
const stations = placeLayer('/stations', stationStyle, () => hides('stations'));
const devices = placeLayer('/devices', deviceStyle, () => hides('devices'));
const patrol = patrolLayer();
const alerts = alertLayer(() => view.alert);
alerts.layer.setZIndex(10);
for (const layer of [zones, patrol.layer, devices.layer, stations.layer, alerts.layer]) map.addLayer(layer);

const properties = (layer) => layer.getSource().getFeatures().map((feature) => feature.getProperties());
const zonesNow = () => properties(zones);
const stationsNow = () => properties(stations.layer).map((each) => ({ ...each, position: { coordinates: ol.proj.toLonLat(each.geometry.getCoordinates()) } }));

// The time line.
let changes = new Map();
const lineNode = byId('timeline');
const drawLine = timeline(lineNode, zonesNow, () => changes);
const monthLine = lineNode.appendChild(h('div', { class: 'line-months', 'aria-hidden': 'true' }));

// Drawing what is shown; many changes within one frame are one drawing.
let instead = loading();
let wanted = false;
function draw() {
  if (wanted) return;
  wanted = true;
  requestAnimationFrame(() => {
    wanted = false;
    const list = shown();
    alerts.put(hides('alerts') ? [] : list);
    drawList(byId('list-head'), byId('list'), list, instead);
    drawLine();
    monthNames(monthLine);
  });
}

function showZones() {
  putZones(zones, zonesOn(shownDay()));
  draw();
}

async function loadZones(first, last) {
  try {
    await loadVersions(first, last);
    changes = changesBetween(first, last);
    showZones();
  } catch (problem) {
    year = ''; // asked for anew with the next day or after the next gap
    announce(problem.message, 'bad');
  }
}

let year = '';
async function loadYear() {
  const [first, last] = yearShown();
  if (year === first) return;
  year = first;
  instead = loading();
  try {
    await Promise.all([loadZones(first, last), loadAlerts(first, last)]);
    instead = nothingFits();
    document.documentElement.dataset.alerts = String(matching().length); // for those who measure
  } catch (problem) {
    year = '';
    if (matching().length > 0) announce(problem.message, 'bad');
    else instead = failed(problem, say('预警', 'alerts'), loadYear);
  }
  draw();
}

function reload() {
  year = '';
  loadYear();
}

// What is open beside the map.
const detail = byId('detail');
let opened = '';
async function openAlert() {
  const former = opened;
  opened = view.alert;
  const inside = detail.contains(document.activeElement);
  alerts.redraw();
  markOpen(byId('list'));
  document.body.classList.toggle('with-detail', view.alert !== '');
  map.updateSize();
  const opening = openDetail(detail, view.alert, stationsNow(), session);
  const alert = matching().find((each) => each.id === view.alert);
  if (alert?.position) bringIntoView(alert.position.coordinates);
  if (view.alert === '' && inside) entryOf(byId('list'), former)?.focus();
  await opening;
  if (view.alert !== '') detail.querySelector('h2')?.focus({ preventScroll: true });
}

/** Moves there where it is not on the map, or not yet apart from its neighbours. */
function bringIntoView(lonLat) {
  map.updateSize();
  const view = map.getView();
  const pixel = map.getPixelFromCoordinate(toMap(lonLat));
  const [width, height] = map.getSize();
  const inside = pixel && pixel[0] > 40 && pixel[1] > 70 && pixel[0] < width - 40 && pixel[1] < height - 40;
  if (!inside || view.getZoom() < CLOSE) view.animate({ center: toMap(lonLat), zoom: Math.max(view.getZoom(), CLOSE), duration: 300 });
}

onAlerts((news) => {
  draw();
  for (const alert of news) announce(say(`新预警：${conductWord(alert.conduct)}，${placeName(alert.county)}`, `New alert: ${conductWord(alert.conduct)}, ${placeName(alert.county)}`));
});
onLook((changed) => {
  if (changed.has('alert')) openAlert();
  if (changed.has('day')) {
    showZones();
    loadYear();
  }
  if (changed.has('tiles')) showTiles(view.tiles !== '');
  if (changed.has('hide')) {
    [zones, stations.layer, devices.layer].forEach((layer) => layer.changed());
    patrol.layer.setVisible(!hides('patrol'));
  }
  if (!changed.has('at') && changed.size > (changed.has('alert') ? 1 : 0)) draw();
});

// The card and the tools.
const card = byId('card');
const closeCard = () => {
  card.hidden = true;
  byId('footprint-open')?.focus();
};
const site = footprint(map);
let sounding = false;
const sayLive = drawTools(byId('tools'), settings.tiles, {
  zoom: (by) => map.getView().animate({ zoom: map.getView().getZoom() + by, duration: 180 }),
  home: () => show(map, whole, ''),
  footprint: () => openCard(card, closeCard, site.panel(closeCard)),
  sound: (on) => (sounding = on),
});

map.on('singleclick', (event) => {
  const hit = map.forEachFeatureAtPixel(event.pixel, (feature, layer) => [feature, layer], { hitTolerance: 5 });
  if (!hit || map.getInteractions().getArray().some((each) => each instanceof ol.interaction.Draw)) return;
  const [feature, layer] = hit;
  if (layer === alerts.layer) openGroup(feature.get('features'));
  else if (layer === stations.layer) openCard(card, closeCard, stationCard(feature.getProperties()));
  else if (layer === devices.layer) openCard(card, closeCard, deviceCard(feature.getProperties()));
  else if (layer === zones) openCard(card, closeCard, zoneCard(feature.getProperties(), shownDay()));
});

/** One alert opens; several are zoomed in on, or listed where they lie on one spot. */
function openGroup(features) {
  const members = features.map((feature) => feature.get('alert'));
  if (members.length === 1) return look({ alert: members[0].id });
  const extent = ol.extent.boundingExtent(features.map((feature) => feature.getGeometry().getCoordinates()));
  if (Math.max(ol.extent.getWidth(extent), ol.extent.getHeight(extent)) > 30 && map.getView().getZoom() < 17) {
    return map.getView().fit(extent, { padding: [90, 90, 160, 90], maxZoom: 16, duration: 300 });
  }
  const rows = members.map((alert) => h('li', {}, h('button', { type: 'button', class: 'plain', onclick: () => look({ alert: alert.id }) }, `${alert.date} ${conductWord(alert.conduct)}`)));
  return openCard(card, closeCard, h('h2', {}, say(`此处 ${members.length} 条`, `${members.length} here`)), h('ul', { class: 'here' }, rows));
}

map.on('pointermove', (event) => {
  map.getTargetElement().style.cursor = !event.dragging && map.hasFeatureAtPixel(event.pixel, { hitTolerance: 4 }) ? 'pointer' : '';
});
map.on('moveend', () => look({ at: where(map) }));
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (!card.hidden) closeCard();
  else if (view.alert !== '') look({ alert: '' });
});

// Loading: what is needed to see something first.
draw();
const listening = listen((alert) => sounding && chime(alert.grade), sayLive, reload);
await Promise.race([listening, new Promise((go) => setTimeout(go, 2_000))]); // what is raised from here on the stream brings
await Promise.allSettled([stations.load(), loadYear()]);
if (view.alert !== '') openAlert();
document.documentElement.dataset.ready = 'map'; // for those who measure
devices.load().catch(() => announce(say('设备读取失败', 'The devices could not be read')));
patrol
  .load()
  .then(() => (document.documentElement.dataset.patrol = String(patrol.count())))
  .catch((problem) => (problem.absent ? patrol.layer.setVisible(false) : announce(problem.message)));
patrol.layer.setVisible(!hides('patrol'));

// On a wall a page stays open for days: a new day moves the line on.
let lastDay = today();
setInterval(() => {
  if (today() === lastDay) return;
  lastDay = today();
  showZones();
  loadYear();
}, 60_000);
