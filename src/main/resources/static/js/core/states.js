// The states of a part of a page: loading, empty, failed, offline, not there.

import { Problem } from './api.js';
import { onConnection } from './connection.js';
import { h } from './dom.js';
import { say } from './lang.js';

const note = (kind, title, text, ...more) =>
  h('div', { class: `state ${kind}` }, h('p', { class: 'state-title' }, title), text ? h('p', {}, text) : null, more);

export const loading = () => h('div', { class: 'state loading', role: 'status' }, h('span', { class: 'pulse' }), say('正在读取…', 'Loading…'));

export const empty = (title, text) => note('empty', title, text);

/** Of what the service answers that it has not: the thing is not there, or the part is not offered. */
export const absent = (what) =>
  note('absent', say(`暂无${what}`, `Not available: ${what}`), say('没有这一项，或者此服务不提供。', 'It is not there, or this service does not offer it.'));

/** What to show of a failure, with a button to try again. */
export function failed(problem, what, again) {
  if (!(problem instanceof Problem)) console.error(problem);
  if (problem.absent) return absent(what);
  const offline = problem instanceof Problem && problem.offline;
  if (offline && again) whenBack(again);
  const title = offline ? say('离线', 'Offline') : say('读取失败', 'This could not be read');
  return note(
    offline ? 'offline' : 'error',
    title,
    problem.message,
    again ? h('button', { type: 'button', class: 'quiet', onclick: again }, say('重试', 'Try again')) : null,
  );
}

/** Tries again once the service can be reached. */
function whenBack(again) {
  const stop = onConnection((reached) => {
    if (!reached) return;
    stop();
    again();
  });
}

/**
 * Fills a part of the page: says that it is loading, loads, and draws what came or why nothing did.
 * Of two fillings of the same part the later one counts, whichever answers first.
 */
export async function fill(node, what, load, draw) {
  const turn = (node.turn = (node.turn ?? 0) + 1);
  node.setAttribute('aria-busy', 'true');
  if (!node.hasChildNodes()) node.replaceChildren(loading());
  const show = (content) => {
    if (node.turn !== turn) return;
    node.replaceChildren(...[content].flat(Infinity).filter(Boolean));
    node.removeAttribute('aria-busy');
  };
  try {
    const loaded = await load();
    if (node.turn === turn) show(draw(loaded));
  } catch (problem) {
    show(failed(problem, what, () => fill(node, what, load, draw)));
  }
}

/** Runs what a button starts: no second press meanwhile, and failures said beside it. */
export async function act(button, message, work) {
  button.disabled = true;
  message.textContent = '';
  message.className = 'message';
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) console.error(problem);
    message.className = 'message bad';
    message.textContent = problem.absent ? say('此服务暂不提供该功能。', 'This service does not offer this yet.') : problem.message;
  } finally {
    button.disabled = false;
  }
}
