// An evidence package, dropped on the page and verified by the service.

import { upload } from '../core/api.js';
import { h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { failed, loading } from '../core/states.js';
import { table } from '../core/table.js';

export function drawEvidence(node) {
  const result = h('div', { class: 'verified', 'aria-live': 'polite' });
  const file = h('input', { type: 'file', accept: '.zip,application/zip', id: 'package' });
  const zone = h(
    'div',
    { class: 'drop' },
    h('h2', {}, say('核验证据包', 'Verify an evidence package')),
    h('p', {}, say('把证据包（zip）拖到这里，或者选择文件。文件只用于核验，不会被保存。', 'Drop a package (zip) here, or choose the file. It is only verified, not kept.')),
    h('label', { class: 'field' }, h('span', {}, say('证据包文件', 'Package')), file),
  );
  const take = async (chosen) => {
    result.replaceChildren(loading());
    try {
      result.replaceChildren(...verdict(await upload('/evidence/verify', chosen, 'application/zip'), chosen.name));
    } catch (problem) {
      result.replaceChildren(failed(problem, say('证据包核验', 'verification'), () => take(chosen)));
    }
  };
  file.addEventListener('change', () => file.files[0] && take(file.files[0]));
  for (const kind of ['dragenter', 'dragover']) zone.addEventListener(kind, (event) => (event.preventDefault(), zone.classList.add('over')));
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const [chosen] = event.dataTransfer.files;
    if (chosen) take(chosen);
  });
  node.append(h('section', { class: 'card' }, zone, result));
}

const VERDICTS = {
  intact: ['good', ['核验通过：内容与签名一致', 'Intact: content and signature agree']],
  broken: ['grave', ['核验不通过：内容被改动或不完整', 'Broken: changed or incomplete']],
  'unsigned-bag': ['serious', ['内容完整，但没有签名', 'Complete, but not signed']],
  'not-a-package': ['grave', ['不是证据包', 'Not an evidence package']],
};
const ORDER = ['failed', 'holds', 'note'];
const OUTCOMES = { holds: ['good', ['成立', 'holds']], failed: ['grave', ['不成立', 'failed']], note: ['notice', ['说明', 'note']] };

function verdict({ verdict: code, findings }, name) {
  const [look, words] = VERDICTS[code] ?? ['serious', [code, code]];
  return [
    h('p', { class: 'verdict-word', dataset: { verdict: code } }, h('span', { class: `chip ${look}` }, say(...words)), h('span', { class: 'soft small' }, name)),
    table({
      caption: say(`${findings.length} 项核验`, `${findings.length} checks`),
      rows: [...findings].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome)),
      columns: [
        { title: say('结果', 'Outcome'), value: (row) => Object.keys(OUTCOMES).indexOf(row.outcome), show: (row) => outcome(row.outcome) },
        { title: say('核验内容', 'Check'), value: (row) => row.message, show: (row) => h('span', { class: 'clip' }, row.message) },
        { title: say('文件', 'File'), value: (row) => row.file },
      ],
    }),
  ];
}

function outcome(code) {
  const [look, words] = OUTCOMES[code] ?? ['', [code, code]];
  return h('span', { class: `chip ${look}` }, say(...words));
}
