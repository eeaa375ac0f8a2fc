// What the service says once for all pages, and the words for its codes.

import { get } from './api.js';
import { english, say, word } from './lang.js';

let settings;

/** City, counties, conducts, AQI levels, tile service. */
export const loadSettings = async () => (settings ??= await get('/public/settings'));

export const KINDS = {
  violation: ['违法线索', 'Violation lead'],
  mortality: ['异常死亡', 'Unusual deaths'],
  pollution: ['空气污染', 'Air pollution'],
  device: ['设备', 'Device'],
};

export const GRADES = {
  grave: ['特别严重', 'Grave'],
  serious: ['严重', 'Serious'],
  notice: ['提示', 'Notice'],
};

export const STATES = {
  new: ['新', 'New'],
  acknowledged: ['已受理', 'Acknowledged'],
  dispatched: ['已派发', 'Dispatched'],
  confirmed: ['属实', 'Confirmed'],
  dismissed: ['不属实', 'Dismissed'],
  closed: ['已办结', 'Closed'],
};

/** What moving an alert to a state is called. */
export const STEPS = {
  acknowledged: ['受理', 'Acknowledge'],
  dispatched: ['派发核查', 'Dispatch'],
  confirmed: ['核实为属实', 'Confirm'],
  dismissed: ['核实为不属实', 'Dismiss'],
  closed: ['办结', 'Close'],
};

export const ZONES = {
  flyway: ['迁飞通道', 'Flyway'],
  habitat: ['栖息地', 'Habitat'],
  reserve: ['自然保护区', 'Reserve'],
  'no-hunting-area': ['禁猎区', 'No-hunting area'],
};

export const LEVELS = {
  yellow: ['黄色', 'Yellow'],
  orange: ['橙色', 'Orange'],
  red: ['红色', 'Red'],
  none: ['解除', 'Released'],
};

export const LIGHTS = {
  green: ['绿灯 · 期限内', 'Green · in time'],
  yellow: ['黄灯 · 未达标', 'Yellow · not met yet'],
  red: ['红灯 · 已逾期', 'Red · overdue'],
};

const OTHER_CONDUCTS = {
  reminder: ['点位高值提醒', 'High value at a station'],
  'dust-reminder': ['沙尘提醒', 'Dust reminder'],
  'transport-reminder': ['区域传输提醒', 'Regional transport reminder'],
  'warning-yellow': ['黄色预警建议', 'Yellow warning suggested'],
  'warning-orange': ['橙色预警建议', 'Orange warning suggested'],
  'warning-red': ['红色预警建议', 'Red warning suggested'],
  mortality: ['候鸟异常死亡', 'Unusual deaths of birds'],
  offline: ['设备离线', 'Device offline'],
  'low-battery': ['设备电量低', 'Low battery of a device'],
  moved: ['设备移位', 'Device moved'],
  tamper: ['设备被触动', 'Device tampered with'],
  silent: ['设备失联', 'Device silent'],
};

/** The words of a code out of one of the lists above; the code itself where it is new to us. */
export const wordOf = (list, code) => (list[code] ? say(...list[code]) : String(code ?? '—'));

/** A standard as people write it; its id says in English which of its limits count. */
export const standardName = (id) => id.replace(/ transition$/, say('（过渡期限值）', ', limits of the transition'));

export function conductWord(code) {
  const known = settings?.conducts.find((each) => each.code === code);
  const words = known ? word(known) : wordOf(OTHER_CONDUCTS, code);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const departmentWord = (code) => {
  const known = settings?.departments.find((each) => each.code === code);
  if (known) return word(known);
  return code === 'environment' ? say('生态环境主管部门', 'environment department') : (code ?? '—');
};

/** A county's or the city's name. Adcodes have only Chinese names. */
export const placeName = (adcode) =>
  adcode === settings?.city.adcode
    ? settings.city.name
    : (settings?.counties.find((each) => each.adcode === adcode)?.name ?? adcode ?? say('市域外', 'outside the city'));

/** The level of an AQI with its word, colour and the ink that can be read on it. */
export function aqiLevel(aqi) {
  if (aqi === null || aqi === undefined) return null;
  const level = settings.aqi.levels.find((each) => aqi <= each.upTo) ?? settings.aqi.levels.at(-1);
  return { ...level, word: word(level), ink: inkOn(level.colour) };
}

function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

export const itemWord = (item) => (english ? `Article 7 (${item})` : `第七条第${'一二三四五六七八'[item - 1]}项`);
