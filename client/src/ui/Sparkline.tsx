import { useState } from 'react';
import styles from './Sparkline.module.css';

export interface SparkPoint {
  /** How high the curve is here, from 0 to 1; null where it has no point. */
  height: number | null;
  /** How tall the bar under it is. */
  size: number;
  /** What is told of it under the pointer. */
  words: string;
}

/** A line across, which says what it stands for. */
export interface SparkTick {
  height: number;
  words: string;
}

interface Props {
  points: readonly SparkPoint[];
  ticks: readonly SparkTick[];
  /** What stands under it: at its first point, in the middle, at its last. */
  foot: readonly string[];
  label: string;
}

const WIDTH = 300;
/** As tall as it is drawn, in pixels. */
const HEIGHT = 58;
/** The curve goes from here to there, the bars from there on down. */
const [CURVE_TOP, CURVE_END, BARS_TOP] = [6, 42, 46];

/** A small curve with bars under it and the scale of the curve beside it: for the run of something, beside its figures. */
export function Sparkline({ points, ticks, foot, label }: Props) {
  const [shown, setShown] = useState<number | null>(null);
  const step = WIDTH / Math.max(1, points.length);
  const dots = dotsOf(points, step);
  const tallest = Math.max(1, ...points.map(({ size }) => size));
  return (
    <div className={styles.whole}>
      <div className={styles.scale} aria-hidden="true">
        {ticks.map(({ height, words }) => (
          <span key={words} style={{ top: yOf(height) }}>
            {words}
          </span>
        ))}
      </div>
      <div className={styles.spark} onPointerLeave={() => setShown(null)}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
          {ticks.map(({ height, words }) => (
            <line key={words} x1={0} x2={WIDTH} y1={yOf(height)} y2={yOf(height)} className={styles.tick} />
          ))}
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
              data-single={(points[place - 1]?.height == null && points[place + 1]?.height == null) || undefined}
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
      <p className={styles.foot} aria-hidden="true">
        {foot.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
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

const round = (length: number): number => Math.round(length * 100) / 100;

const yOf = (height: number): number => round(CURVE_END - height * (CURVE_END - CURVE_TOP));

const dotsOf = (points: readonly SparkPoint[], step: number): { place: number; x: number; y: number }[] =>
  points.flatMap(({ height }, place) =>
    height === null ? [] : [{ place, x: round((place + 0.5) * step), y: yOf(height) }],
  );
