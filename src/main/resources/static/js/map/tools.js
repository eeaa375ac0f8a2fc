// The buttons on the map: zoom, layers, sound, footprint; and the legend.

import { h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { tileSwitch } from './ground.js';
import { hides, look, onLook, toggle, view } from './view.js';

export const LAYERS = [
  ['alerts', ['预警', 'Alerts']],
  ['flyway', ['迁飞通道', 'Flyways']],
  ['habitat', ['栖息地', 'Habitats']],
  ['reserve', ['自然保护区', 'Reserves']],
  ['stations', ['监测站点', 'Stations']],
  ['devices', ['设备', 'Devices']],
  ['patrol', ['巡护点', 'Patrol points']],
];

const LIVE = { live: ['实时', 'Live'], waiting: ['重连中', 'Reconnecting'], offline: ['离线', 'Offline'] };

/** Draws the buttons; `tiles` is the tile service, or nothing. `on` = {zoom, home, footprint, sound}; returns the line that says how live the page is. */
export function drawTools(node, tiles, on) {
  const live = h('span', { class: 'live waiting', role: 'status' }, say('连接中', 'Connecting'));
  const sound = h('button', { type: 'button', class: 'tool', 'aria-pressed': 'false' }, say('声音', 'Sound'));
  sound.addEventListener('click', () => {
    const wanted = sound.getAttribute('aria-pressed') !== 'true';
    sound.setAttribute('aria-pressed', String(wanted));
    on.sound(wanted);
  });
  const layers = layerMenu(tiles);
  node.replaceChildren(
    h('div', { class: 'tool-group' }, tool('+', say('放大', 'Zoom in'), () => on.zoom(1)), tool('−', say('缩小', 'Zoom out'), () => on.zoom(-1)), tool('⌂', say('全市', 'Whole city'), on.home)),
    layers,
    h('button', { type: 'button', class: 'tool', id: 'footprint-open', onclick: on.footprint }, say('选址核查', 'Footprint')),
    sound,
    live,
  );
  return (state) => {
    if (live.dataset.state === state) return; // said already
    live.dataset.state = state;
    live.className = `live ${state}`;
    live.textContent = say(...LIVE[state]);
  };
}

const tool = (sign, label, press) => h('button', { type: 'button', class: 'tool square', 'aria-label': label, title: label, onclick: press }, sign);

function layerMenu(tiles) {
  const boxes = LAYERS.map(([code, words]) => {
    const box = h('input', { type: 'checkbox', checked: !hides(code), onchange: () => toggle(code) });
    onLook((changed) => changed.has('hide') && (box.checked = !hides(code)));
    return h('label', { class: 'check' }, box, say(...words));
  });
  return h('details', { class: 'tool-menu' }, h('summary', { class: 'tool' }, say('图层与图例', 'Layers and legend')), h('div', { class: 'menu' }, h('div', { class: 'menu-layers' }, boxes, tiles ? tileSwitch(view.tiles !== '', (on) => look({ tiles: on ? 'on' : '' })) : null), legend()));
}

function legend() {
  const entry = (shape, words) => h('li', {}, h('i', { class: `sign ${shape}`, 'aria-hidden': 'true' }), words);
  return h(
    'ul',
    { class: 'sign-list' },
    entry('violation', say('违法线索', 'Violation lead')),
    entry('pollution', say('空气污染', 'Air pollution')),
    entry('mortality', say('异常死亡', 'Unusual deaths')),
    entry('device', say('设备', 'Device')),
    entry('grave', say('感叹号：特别严重', '“!”: grave')),
    entry('handled', say('空心：已受理', 'Hollow: being handled')),
    entry('upper-band', say('时间轴上带：迁飞通道保护时段', 'Upper band of the line: flyways in season')),
    entry('lower-band', say('下带：栖息地保护时段', 'Lower band: habitats in season')),
    entry('version', say('时间轴三角：区域版本变化', 'Triangle on the line: a zone’s version changes')),
    entry('turn', say('时间轴短虚线：保护时段起止', 'Short dashes there: a season begins or ends')),
    entry('season', say('填纹：保护重点时段', 'Hatched: in season')),
    entry('off-season', say('虚线：非重点时段', 'Broken line: out of season')),
    entry('bird-station', say('三角：鸟类站', 'Triangle: bird station')),
    entry('air-station', say('方框：空气站', 'Square: air station')),
  );
}
