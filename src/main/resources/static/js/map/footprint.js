// A footprint, drawn on the map or dropped as a GeoJSON file, checked against the zones.

import { send } from '../core/api.js';
import { colour } from '../core/chart.js';
import { facts, h } from '../core/dom.js';
import { metres, number } from '../core/format.js';
import { english, say } from '../core/lang.js';
import { act } from '../core/states.js';
import { featureLayer, readFeatures, writeGeometry } from './ground.js';
import { kindWord } from './zones.js';

const VERDICTS = {
  clear: ['good', ['不涉及', 'Clear']],
  assess: ['serious', ['需专题评估', 'Assess']],
  avoid: ['grave', ['应当避让', 'Avoid']],
};

/** The layer that the footprint is drawn on, and the panel that checks it. */
export function footprint(map) {
  const layer = featureLayer(
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: colour('grave'), width: 2.5 }), fill: new ol.style.Fill({ color: 'rgba(173,35,24,0.12)' }) }),
  );
  layer.setZIndex(20);
  map.addLayer(layer);
  const source = layer.getSource();
  let drawing = null;
  const stop = () => {
    if (drawing) map.removeInteraction(drawing);
    drawing = null;
  };
  const panel = (close) => {
    const buffer = h('input', { type: 'number', min: 0, max: 20000, value: 500, id: 'buffer' });
    const result = h('div', { class: 'verdict', 'aria-live': 'polite' });
    const message = h('p', { class: 'message', role: 'status' });
    const check = h('button', { type: 'button', disabled: source.getFeatures().length === 0 }, say('核查', 'Check'));
    const ready = () => {
      check.disabled = source.getFeatures().length === 0;
      message.className = 'message';
      message.textContent = check.disabled ? '' : say('范围已就绪。', 'The footprint is ready.');
    };
    check.addEventListener('click', () => act(check, message, async () => result.replaceChildren(...verdict(await ask(source, Number(buffer.value))))));
    const draw = () => {
      stop();
      source.clear();
      drawing = new ol.interaction.Draw({ source, type: 'Polygon' });
      drawing.on('drawend', () => setTimeout(() => (stop(), ready())));
      map.addInteraction(drawing);
      message.className = 'message';
      message.textContent = say('在地图上逐点单击，双击结束。', 'Click point by point on the map, double-click to end.');
    };
    const take = async (file) => {
      stop();
      source.clear();
      try {
        source.addFeatures(readFeatures(JSON.parse(await file.text())));
        map.getView().fit(source.getExtent(), { padding: map.getSize()[0] > 800 ? [80, 380, 60, 60] : [60, 40, 60, 40], maxZoom: 14, duration: 300 });
        ready();
      } catch {
        message.className = 'message bad';
        message.textContent = say('不是有效的 GeoJSON 文件。', 'This is no valid GeoJSON file.');
      }
    };
    dropOn(map.getTargetElement(), take);
    const file = h('input', { type: 'file', accept: '.geojson,.json,application/geo+json', onchange: () => file.files[0] && take(file.files[0]) });
    return h(
      'section',
      { class: 'footprint', 'aria-label': say('项目选址核查', 'Footprint check') },
      h('div', { class: 'card-head' }, h('h2', {}, say('项目选址核查', 'Footprint check')), h('button', { type: 'button', class: 'plain', 'aria-label': say('关闭', 'Close'), onclick: () => (stop(), source.clear(), close()) }, '✕')),
      h('p', { class: 'small soft' }, say('在地图上画出用地范围，或选择（拖入）GeoJSON 文件，核查是否涉及迁飞通道和栖息地。', 'Draw a site on the map, or choose (drop) a GeoJSON file, to learn whether it touches flyways and habitats.')),
      h('div', { class: 'row' }, h('button', { type: 'button', class: 'quiet', onclick: draw }, say('在地图上画', 'Draw')), h('label', { class: 'field' }, h('span', {}, say('缓冲（米）', 'Buffer (m)')), buffer)),
      h('label', { class: 'field' }, h('span', {}, say('GeoJSON 文件', 'GeoJSON file')), file),
      check,
      message,
      result,
    );
  };
  return { panel, stop };
}

function dropOn(target, take) {
  target.ondragover = (event) => event.preventDefault();
  target.ondrop = (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  };
}

/** One polygon is sent as it is; several as one multi-part geometry. */
function ask(source, bufferMetres) {
  const geometries = source.getFeatures().map((feature) => writeGeometry(feature.getGeometry()));
  const geometry = geometries.length === 1 ? geometries[0] : { type: 'GeometryCollection', geometries };
  return send('POST', '/zones/footprint-check', { geometry, bufferMetres });
}

const RELATIONS = { overlaps: ['占用或穿越', 'Overlaps'], touches: ['相接', 'Touches'], near: ['邻近', 'Near'] };

function verdict(answer) {
  const [look, words] = VERDICTS[answer.verdict] ?? ['notice', [answer.verdict, answer.verdict]];
  return [
    h('p', { class: 'verdict-word', dataset: { verdict: answer.verdict } }, h('span', { class: `chip ${look}` }, say(...words)), ` ${inWords(answer.words)}`),
    h('ul', { class: 'small provisions' }, answer.provisions.map((each) => h('li', {}, inWords(each)))),
    facts([
      [say('面积', 'Area'), answer.hectares > 0 ? `${number(answer.hectares)} ${say('公顷', 'ha')}` : null],
      [say('长度', 'Length'), answer.metres > 0 ? metres(answer.metres) : null],
      [say('已备案评估', 'Assessments'), answer.assessments.join(say('、', ', '))],
    ]),
    answer.zones.length === 0 ? h('p', { class: 'small soft' }, say('范围内及附近没有保护区域。', 'No zone on it or near it.')) : null,
    ...answer.zones.map(concerned),
    h('a', { class: 'button quiet', href: `${answer.page}&lang=${english ? 'en' : 'zh'}`, target: '_blank' }, say('打印核查单', 'To print')),
  ].filter(Boolean);
}

const inWords = (words) => (english ? words.en : words.zh);

function concerned(zone) {
  return h(
    'div',
    { class: 'verdict-zone' },
    h('h3', {}, zone.name),
    facts([
      [say('类别', 'Kind'), `${kindWord(zone.kind)} · ${say(...(RELATIONS[zone.relation] ?? [zone.relation, zone.relation]))}`],
      [say('重叠', 'Overlap'), zone.overlapHectares > 0 ? `${number(zone.overlapHectares)} ${say('公顷', 'ha')} (${number(zone.shareOfZone * 100)}%)` : null],
      [say('距离', 'Distance'), zone.distanceMetres > 0 ? metres(zone.distanceMetres) : null],
      [say('时段', 'Season'), zone.seasons.length > 0 ? say('保护重点时段内', 'in season') : say('非重点时段', 'out of season')],
    ]),
  );
}
