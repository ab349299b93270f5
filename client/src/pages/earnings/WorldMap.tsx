import { ActionIcon, Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { geoMercator, geoPath } from 'd3-geo';
import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import styles from './Origins.module.css';
import type { Point } from './places';
import { useCountries } from './useCountries';
import { type MapView, useMapView } from './useMapView';

/** Drawn as wide as there is room, so that bubbles and names are never smaller than they can be seen and read. */
const LEAST_WIDTH = 280;
const MOST_HEIGHT = 460;
const EDGE = 32;
const LARGEST = 14;
const SMALLEST = 3;
/** So many degrees are seen around places that lie near each other. */
const LEAST_SPAN = 6;
/** So many of the largest bubbles bear their names, where there is room. */
const NAMED = 10;

interface Size {
  width: number;
  height: number;
}

interface Bubble extends Point {
  x: number;
  y: number;
  radius: number;
}

/** The part of the world where the points lie, with a bubble on each as large as its count; it can be seen nearer. */
export function WorldMap({ points, label }: { points: readonly Point[]; label: string }) {
  const { t } = useTranslation('earnings');
  const { number } = useFormats();
  const countries = useCountries();
  const { ref, width: room } = useElementSize();
  const view = useMapView();
  const width = Math.max(LEAST_WIDTH, room);
  const size = { width, height: Math.min(MOST_HEIGHT, Math.round(width * 0.62)) };
  const projection = projectionFor(points, size, view);
  const bubbles = bubblesOf(points, projection);
  const path = geoPath(projection);
  return (
    <div ref={ref} className={styles.frame}>
      {!countries || room === 0 ? (
        <Skeleton height={size.height} />
      ) : (
        <>
          <svg
            className={styles.map}
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="img"
            aria-label={label}
            data-near={view.nearness > 1 || undefined}
            {...view.drag}
          >
            {countries.map((country, place) => (
              <path key={place} d={path(country) ?? undefined} className={styles.land} />
            ))}
            {bubbles.map(({ region, count, x, y, radius }) => (
              <circle key={region.id} cx={x} cy={y} r={radius} className={styles.bubble}>
                <title>{`${region.name}: ${number(count)}`}</title>
              </circle>
            ))}
            {namesOf(bubbles, size).map(({ region, x, y, radius }) => (
              <text key={region.id} x={x + radius + GAP} y={y + 4} className={styles.name}>
                {region.name}
              </text>
            ))}
          </svg>
          <div className={styles.zoom}>
            <Zoom label={t('map.nearer')} onClick={view.nearer}>
              <Plus size={16} aria-hidden />
            </Zoom>
            <Zoom label={t('map.farther')} onClick={view.farther}>
              <Minus size={16} aria-hidden />
            </Zoom>
          </div>
        </>
      )}
    </div>
  );
}

interface ZoomProps {
  label: string;
  /** Absent where it cannot come any nearer, or go any farther. */
  onClick: (() => void) | undefined;
  children: ReactNode;
}

const Zoom = ({ label, onClick, children }: ZoomProps) => (
  <ActionIcon variant="default" aria-label={label} title={label} disabled={!onClick} onClick={onClick}>
    {children}
  </ActionIcon>
);

type Projection = ReturnType<typeof geoMercator>;

/**
 * Shows all points, and never less than a few degrees around them; nearer, what lies around the place where the most come
 * from, or where it was moved to.
 */
function projectionFor(
  points: readonly Point[],
  { width, height }: Size,
  { nearness, moved }: Pick<MapView, 'nearness' | 'moved'>,
): Projection {
  const [west, east] = spanOf(points.map(({ at: [longitude] }) => longitude));
  const [south, north] = spanOf(points.map(({ at: [, latitude] }) => latitude));
  const projection = geoMercator()
    .fitExtent(
      [
        [EDGE, EDGE],
        [width - EDGE, height - EDGE],
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
      [width + 1, height + 1],
    ]);
  const heart = nearness > 1 && points[0] && projection(points[0].at);
  if (!heart) return projection;
  const [left, top] = projection.translate();
  return projection
    .scale(projection.scale() * nearness)
    .translate([
      width / 2 + (left - heart[0]) * nearness + moved.x,
      height / 2 + (top - heart[1]) * nearness + moved.y,
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
    return [{ ...point, x, y, radius: Math.max(SMALLEST, LARGEST * Math.sqrt(point.count / most)) }];
  });
}

/** Between a bubble and its name. */
const GAP = 4;
/** About as wide as a letter of a name, and half as high as its line. */
const LETTER = 7.5;
const HALF_LINE = 9;

/** Where the name of a bubble stands. */
const boxOf = ({ region, x, y, radius }: Bubble) => ({
  left: x + radius + GAP,
  right: x + radius + GAP + region.name.length * LETTER,
  top: y - HALF_LINE,
  bottom: y + HALF_LINE,
});

type Box = ReturnType<typeof boxOf>;

const areApart = (one: Box, other: Box): boolean =>
  one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;

const aroundBubble = ({ x, y, radius }: Bubble): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** The largest bubbles whose names run neither into one another, nor into another bubble, nor over the edge. */
function namesOf(bubbles: readonly Bubble[], { width, height }: Size): Bubble[] {
  const named: Bubble[] = [];
  for (const bubble of bubbles) {
    const box = boxOf(bubble);
    const isInside = bubble.x > 0 && box.right < width && box.top > 0 && box.bottom < height;
    const isFree =
      named.every((other) => areApart(box, boxOf(other))) &&
      // The place where the most come from has its name, whatever lies around it.
      (bubble === bubbles[0] || bubbles.every((other) => other === bubble || areApart(box, aroundBubble(other))));
    if (named.length < NAMED && isInside && isFree) named.push(bubble);
  }
  return named;
}
