import { useState } from 'react';
import styles from './Sparkline.module.css';

export interface SparkPoint {
  /** How high the curve is here, more than 0; null where it has no point. */
  value: number | null;
  /** How tall the bar under it is. */
  size: number;
  /** What is told of it under the pointer. */
  words: string;
}

const WIDTH = 300;
const HEIGHT = 48;
/** The curve goes from here to there, the bars from there on down. */
const [CURVE_TOP, CURVE_END, BARS_TOP] = [4, 31, 36];

/**
 * A small curve with bars under it, without axes: for the run of something, beside its figures. As high as the logarithm,
 * so that a doubling is as high everywhere, and one value far off does not make a flat line of all others.
 */
export function Sparkline({ points, label }: { points: readonly SparkPoint[]; label: string }) {
  const [shown, setShown] = useState<number | null>(null);
  const step = WIDTH / Math.max(1, points.length);
  const dots = dotsOf(points, step);
  const tallest = Math.max(1, ...points.map(({ size }) => size));
  return (
    <div className={styles.spark} onPointerLeave={() => setShown(null)}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {points.map(({ size }, place) => {
          const height = ((HEIGHT - BARS_TOP) * size) / tallest;
          const at = { x: (place + 0.15) * step, y: HEIGHT - height, width: step * 0.7, height };
          return <rect key={place} {...at} className={styles.bar} data-shown={place === shown || undefined} />;
        })}
        <path d={`M${dots.map(({ x, y }) => `${x} ${y}`).join('L')}`} className={styles.curve} />
        {dots.map(({ place, x, y }, at) => (
          <path
            key={place}
            d={`M${x} ${y}h0`}
            className={styles.dot}
            data-large={place === shown || at === dots.length - 1 || undefined}
            data-single={(!points[place - 1]?.value && !points[place + 1]?.value) || undefined}
          />
        ))}
        {points.map((_point, place) => (
          <rect
            key={place}
            x={place * step}
            width={step}
            height={HEIGHT}
            className={styles.place}
            onPointerEnter={() => setShown(place)}
          />
        ))}
      </svg>
      {shown !== null && points[shown] && <Words place={shown} of={points.length} words={points[shown].words} />}
    </div>
  );
}

/** Beside what the pointer is at, on the side where there is room. */
function Words({ place, of, words }: { place: number; of: number; words: string }) {
  const share = ((place + 0.5) / of) * 100;
  const side = share > 50 ? { right: `${100 - share}%` } : { left: `${share}%` };
  return (
    <span className={styles.words} style={side} aria-hidden="true">
      {words}
    </span>
  );
}

function dotsOf(points: readonly SparkPoint[], step: number): { place: number; x: number; y: number }[] {
  const values = points.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const high = (value: number): number => (most > least ? Math.log(value / least) / Math.log(most / least) : 0.5);
  const round = (length: number): number => Math.round(length * 100) / 100;
  return points.flatMap(({ value }, place) =>
    value === null
      ? []
      : [{ place, x: round((place + 0.5) * step), y: round(CURVE_END - high(value) * (CURVE_END - CURVE_TOP)) }],
  );
}
