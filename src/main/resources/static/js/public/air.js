// Today's air: the city and each county, in one column.

import { get } from '../core/api.js';
import { h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { empty, fill } from '../core/states.js';
import { aqiMark, levelStyle, levelWord } from '../air/marks.js';

const ADVICE = [
  ['各类人群可正常活动。', 'Everybody can be active outdoors.'],
  ['极少数异常敏感人群应减少户外活动。', 'A very few unusually sensitive people should be outdoors less.'],
  ['儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼。', 'Children, the elderly and people with heart or lung disease should exercise less outdoors.'],
  ['上述人群避免户外锻炼，一般人群适量减少户外运动。', 'Those groups should avoid exercise outdoors, everybody else reduce it.'],
  ['上述人群应停留在室内，一般人群减少户外运动。', 'Those groups should stay indoors, everybody else be outdoors less.'],
  ['上述人群应停留在室内，一般人群避免户外活动。', 'Those groups should stay indoors, everybody else avoid being outdoors.'],
];

export function drawAir(node, { city, counties }) {
  const newest = async (adcode) => (await get('/air/aqi', { county: adcode, limit: 1 })).items[0] ?? null;
  const load = () => Promise.all([city, ...counties].map((each) => newest(each.adcode)));
  fill(node, say('空气质量', 'air quality'), load, ([whole, ...parts]) => [
    h('h2', {}, say('当前空气', 'The air now')),
    whole === null
      ? empty(say('暂无空气质量数据', 'No air figures yet'))
      : [
          h(
            'div',
            { class: 'air-now' },
            h('p', { class: 'air-aqi', style: levelStyle(whole.aqi) }, whole.aqi ?? '—'),
            h('div', {}, h('b', {}, `${city.name} · ${levelWord(whole.aqi)}`), h('p', { class: 'small soft num' }, `${moment(whole.time)} · ${whole.standard}`), whole.level ? h('p', { class: 'small' }, say(...ADVICE[whole.level - 1])) : null),
          ),
          h('ul', { class: 'air-list' }, counties.map((county, at) => h('li', {}, county.name, aqiMark(parts[at]?.aqi ?? null)))),
        ],
  ]);
}
