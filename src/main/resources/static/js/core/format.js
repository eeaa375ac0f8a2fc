// Times in the city's civil time, numbers as people read them.

import { english, say } from './lang.js';

const ZONE = 'Asia/Shanghai';
const SPEECH = english ? 'en-GB' : 'zh-CN';
const parts = (options) => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, ...options });
const DAY = parts({ year: 'numeric', month: '2-digit', day: '2-digit' });
const CLOCK = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const MILLIS = 86_400_000;

/** yyyy-MM-dd of an instant (text, number or Date). */
export const day = (instant) => DAY.format(new Date(instant));

export const clock = (instant) => CLOCK.format(new Date(instant));

export const moment = (instant) => `${day(instant)} ${clock(instant)}`;

/** The instant at which a civil day begins, as the service reads it. */
export const startOf = (date) => `${date}T00:00:00+08:00`;

export const addDays = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLIS).toISOString().slice(0, 10);

export const daysBetween = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLIS);

export const longDay = (date) =>
  new Intl.DateTimeFormat(SPEECH, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** "5 minutes ago", for what is fresh. */
export function ago(instant) {
  const minutes = Math.round((Date.now() - Date.parse(instant)) / 60_000);
  if (minutes < 1) return say('刚刚', 'just now');
  if (minutes < 60) return say(`${minutes} 分钟前`, `${minutes} min ago`);
  if (minutes < 1440) return say(`${Math.round(minutes / 60)} 小时前`, `${Math.round(minutes / 60)} h ago`);
  return moment(instant);
}

const NUMBER = new Intl.NumberFormat(SPEECH, { maximumFractionDigits: 2 });

export const number = (value) => (value === null || value === undefined ? '—' : NUMBER.format(value));

/** With its sign, for a difference. */
export const signed = (value) =>
  value === null || value === undefined ? '—' : `${value > 0 ? '+' : value < 0 ? '−' : '±'}${NUMBER.format(Math.abs(value))}`;

export const metres = (value) => (value < 1000 ? `${Math.round(value)} ${say('米', 'm')}` : `${NUMBER.format(value / 1000)} ${say('千米', 'km')}`);

export const coordinates = ([lon, lat]) => `${lon.toFixed(5)}, ${lat.toFixed(5)}`;

/** Metres between two [lon, lat], on a sphere: to sort and to show, not to judge. */
export function distance([lonA, latA], [lonB, latB]) {
  const rad = Math.PI / 180;
  const dLat = (latB - latA) * rad;
  const dLon = (lonB - lonA) * rad;
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}
