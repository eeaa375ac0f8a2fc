// The patrol points: many, so they are painted as pixels into one picture that moves with the map.

import { getBytes } from '../core/api.js';
import { colour } from '../core/chart.js';

const MARGIN = 1.6;

/** Reads longitude and latitude pairs (float32, little-endian) into map coordinates. */
export function readPoints(bytes) {
  const pairs = new DataView(bytes);
  const count = Math.floor(bytes.byteLength / 8);
  const points = new Float64Array(count * 2);
  for (let at = 0; at < count; at++) {
    const [x, y] = ol.proj.fromLonLat([pairs.getFloat32(at * 8, true), pairs.getFloat32(at * 8 + 4, true)]);
    points[at * 2] = x;
    points[at * 2 + 1] = y;
  }
  return points;
}

/** The layer, empty until {@link load} has brought the points. */
export function patrolLayer() {
  const state = { points: new Float64Array(0) };
  const source = new ol.source.ImageCanvas({
    ratio: MARGIN,
    canvasFunction: (extent, resolution, pixelRatio, size) => paint(state.points, extent, resolution / pixelRatio, size),
  });
  const layer = new ol.layer.Image({ source, opacity: 0.75 });
  addEventListener('themechange', () => source.changed());
  return {
    layer,
    count: () => state.points.length / 2,
    load: async () => {
      state.points = readPoints(await getBytes('/patrol/points.f32'));
      source.changed();
    },
  };
}

function paint(points, extent, resolution, [width, height]) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const pen = canvas.getContext('2d');
  const picture = pen.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(picture.data.buffer);
  // From afar every pixel has a point in it: only a tint then, so that borders and zones stay readable.
  const ink = inkOf(pen, picture, Math.min(1, Math.max(0.2, 40 / resolution)));
  const half = resolution < 12 ? 2 : resolution < 60 ? 1 : 0;
  const [west, , , north] = extent;
  for (let at = 0; at < points.length; at += 2) {
    const x = Math.round((points[at] - west) / resolution);
    const y = Math.round((north - points[at + 1]) / resolution);
    if (x < half || y < half || x >= canvas.width - half || y >= canvas.height - half) continue;
    for (let dy = -half; dy <= half; dy++) pixels.fill(ink, (y + dy) * canvas.width + x - half, (y + dy) * canvas.width + x + half + 1);
  }
  pen.putImageData(picture, 0, 0);
  return canvas;
}

/** The theme's colour as one pixel, whatever the byte order of the machine. */
function inkOf(pen, picture, alpha) {
  pen.globalAlpha = alpha;
  pen.fillStyle = colour('patrol');
  pen.fillRect(0, 0, 1, 1);
  const ink = new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer)[0];
  pen.clearRect(0, 0, picture.width, picture.height);
  return ink;
}
