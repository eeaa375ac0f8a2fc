// How an AQI is shown: its number on the colour of the standard, its level's word beside it.

import { h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { aqiLevel } from '../core/settings.js';

export const POLLUTANTS = ['PM2.5', 'PM10', 'O3', 'NO2', 'SO2', 'CO'];

export const unitOf = (pollutant) => (pollutant === 'CO' ? 'mg/m³' : 'µg/m³');

export const levelStyle = (aqi) => {
  const level = aqiLevel(aqi);
  return level ? { '--level': level.colour, '--level-ink': level.ink } : { '--level': 'transparent', '--level-ink': 'inherit' };
};

export const levelWord = (aqi) => aqiLevel(aqi)?.word ?? say('无有效值', 'no valid figure');

export const aqiMark = (aqi) => h('span', { class: 'aqi' }, h('b', { style: levelStyle(aqi) }, aqi ?? '—'), h('span', {}, levelWord(aqi)));

/** The levels with their colours, words and ranges. */
export function scale(levels) {
  return h(
    'ul',
    { class: 'scale', 'aria-label': say('AQI 级别', 'AQI levels') },
    levels.map((level, at) => h('li', {}, h('b', { style: levelStyle(level.upTo) }, `${at === 0 ? 0 : levels[at - 1].upTo + 1}–${level.upTo}`), levelWord(level.upTo))),
  );
}
