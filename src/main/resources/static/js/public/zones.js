// The zones and seasons in force, as they are published.

import { h } from '../core/dom.js';
import { day } from '../core/format.js';
import { say } from '../core/lang.js';
import { empty, fill } from '../core/states.js';
import { table } from '../core/table.js';
import { inSeason, kindWord, seasonWords, readZonesOn } from '../map/zones.js';

export function drawZones(node) {
  const date = day(Date.now());
  fill(node, say('保护区域', 'the zones'), () => readZonesOn(date), ({ features }) => {
    const zones = features.map((feature) => feature.properties);
    return [
      h('h2', {}, say('现行的迁飞通道、栖息地与保护重点时段', 'Flyways, habitats and seasons in force')),
      zones.length === 0
        ? empty(say('还没有公布的区域', 'No zones are published yet'))
        : table({
            caption: say(`${date} 有效；标注“示意”的为演示边界，非公布边界。`, `In force on ${date}; “illustrative” borders are not published ones.`),
            rows: zones,
            columns: [
              { title: say('名称', 'Name'), value: (zone) => zone.name },
              { title: say('类别', 'Kind'), value: (zone) => kindWord(zone.kind) },
              { title: say('保护重点时段', 'Seasons'), value: (zone) => seasonWords(zone.seasons) },
              { title: say('今天', 'Today'), value: (zone) => inSeason(zone, date), show: (zone) => (inSeason(zone, date) ? h('span', { class: 'chip good' }, say('时段内', 'in season')) : say('非重点时段', 'out of season')) },
              { title: say('文件', 'Document'), value: (zone) => zone.document, show: (zone) => zone.document ?? (zone.illustrative ? say('示意', 'illustrative') : '—') },
            ],
          }),
    ];
  });
}
