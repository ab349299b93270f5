import { Skeleton } from '@mantine/core';
import { geoMercator, geoPath } from 'd3-geo';
import { useFormats } from '../../app/format';
import styles from './Origins.module.css';
import type { Point } from './places';
import { useCountries } from './useCountries';

const WIDTH = 840;
const HEIGHT = 460;
const EDGE = 48;
const LARGEST = 20;
/** So many degrees are seen around places that lie near each other. */
const LEAST_SPAN = 6;
/** So many of the largest bubbles bear their names, where there is room. */
const NAMED = 8;

interface Bubble extends Point {
  x: number;
  y: number;
  radius: number;
}

/** The part of the world where the points lie, with a bubble on each as large as its count. */
export function WorldMap({ points, label }: { points: readonly Point[]; label: string }) {
  const { number } = useFormats();
  const countries = useCountries();
  if (!countries) return <Skeleton height={HEIGHT} />;
  const projection = projectionFor(points);
  const path = geoPath(projection);
  const bubbles = bubblesOf(points, projection);
  return (
    <svg className={styles.map} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {countries.map((country, place) => (
        <path key={place} d={path(country) ?? undefined} className={styles.land} />
      ))}
      {bubbles.map(({ region, count, x, y, radius }) => (
        <circle key={region.id} cx={x} cy={y} r={radius} className={styles.bubble}>
          <title>{`${region.name}: ${number(count)}`}</title>
        </circle>
      ))}
      {namesOf(bubbles).map(({ region, x, y, radius }) => (
        <text key={region.id} x={x + radius + 4} y={y + 4} className={styles.name}>
          {region.name}
        </text>
      ))}
    </svg>
  );
}

type Projection = ReturnType<typeof geoMercator>;

/** Shows all points, and never less than a few degrees around them. */
function projectionFor(points: readonly Point[]): Projection {
  const longitudes = points.map(({ at: [longitude] }) => longitude);
  const latitudes = points.map(({ at: [, latitude] }) => latitude);
  const [west, east] = spanOf(longitudes);
  const [south, north] = spanOf(latitudes);
  return geoMercator()
    .fitExtent(
      [
        [EDGE, EDGE],
        [WIDTH - EDGE, HEIGHT - EDGE],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [west, south],
          [east, north],
        ],
      },
    )
    .clipExtent([
      [-1, -1],
      [WIDTH + 1, HEIGHT + 1],
    ]);
}

function spanOf(values: readonly number[]): [number, number] {
  if (values.length === 0) return [-60, 60];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  return [least - missing, most + missing];
}

/** Areas are as the counts; the largest are drawn first, so that none hides another. */
function bubblesOf(points: readonly Point[], projection: Projection): Bubble[] {
  const most = Math.max(1, ...points.map(({ count }) => count));
  return points.flatMap((point) => {
    const place = projection(point.at);
    if (!place) return [];
    const [x, y] = place;
    return [{ ...point, x, y, radius: Math.max(3, LARGEST * Math.sqrt(point.count / most)) }];
  });
}

/** The largest bubbles whose names do not run into one another. */
function namesOf(bubbles: readonly Bubble[]): Bubble[] {
  const named: Bubble[] = [];
  for (const bubble of bubbles) {
    const isFree = named.every(({ x, y }) => Math.abs(x - bubble.x) > 110 || Math.abs(y - bubble.y) > 22);
    if (named.length < NAMED && isFree && bubble.x < WIDTH - 110) named.push(bubble);
  }
  return named;
}
