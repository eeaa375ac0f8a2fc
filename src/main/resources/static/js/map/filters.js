// The filters beside the map.

import { choice, h } from '../core/dom.js';
import { english, say } from '../core/lang.js';
import { GRADES, KINDS, STATES } from '../core/settings.js';
import { look, onLook, resetFilters, view } from './view.js';

const options = (list, any) => [['', any], ...Object.entries(list).map(([code, words]) => [code, say(...words)])];

export function drawFilters(node, counties) {
  const draw = () => {
    const any = say('全部', 'All');
    const items = Array.from({ length: 8 }, (_, at) => [String(at + 1), english ? `Item ${at + 1}` : `第${'一二三四五六七八'[at]}项`]);
    const states = [['open', say('未办结', 'Open')], ...Object.entries(STATES).map(([code, words]) => [code, say(...words)])];
    node.replaceChildren(
      h(
        'div',
        { class: 'filters', role: 'search', 'aria-label': say('筛选预警', 'Filter alerts') },
        h('label', { class: 'field wide' }, h('span', {}, say('搜索', 'Search')), search()),
        choice(say('类型', 'Kind'), options(KINDS, any), view.kind, (kind) => look({ kind })),
        choice(say('等级', 'Grade'), options(GRADES, any), view.grade, (grade) => look({ grade })),
        choice(say('第七条', 'Article 7'), [['', any], ...items], view.item, (item) => look({ item })),
        choice(say('办理状态', 'State'), [['', any], ...states], view.state, (state) => look({ state })),
        choice(say('县市区', 'County'), [['', say('全市', 'Whole city')], ...counties.map((each) => [each.adcode, each.name])], view.county, (county) => look({ county })),
        choice(say('时间范围', 'Days up to then'), spans(), view.span, (span) => look({ span })),
      ),
    );
  };
  draw();
  onLook((changed) => {
    const elsewhere = !node.contains(document.activeElement);
    if (elsewhere && ['kind', 'grade', 'item', 'state', 'county', 'span', 'text'].some((key) => changed.has(key))) draw();
  });
}

const spans = () => [
  ['1', say('当天', 'That day')],
  ['7', say('近 7 天', '7 days')],
  ['30', say('近 30 天', '30 days')],
  ['90', say('近 90 天', '90 days')],
  ['365', say('近一年', 'A year')],
];

function search() {
  let waiting;
  const input = h('input', { type: 'search', value: view.text, placeholder: say('行为、县区、编号', 'Conduct, county, id') });
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look({ text: input.value.trim() }), 200);
  });
  return input;
}

/** A button that takes all filters away, where there are any. */
export const clearButton = () =>
  ['kind', 'grade', 'item', 'state', 'county', 'text'].some((key) => view[key] !== '')
    ? h('button', { type: 'button', class: 'plain', onclick: resetFilters }, say('清除筛选', 'Clear filters'))
    : null;
