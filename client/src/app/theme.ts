import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core';
import type { MouseEvent } from 'react';

/** Bottle green: the one colour of what can be done. Shade 7 is the accent in light, 4 in dark. */
const bottle: MantineColorsTuple = [
  '#eaf6f1',
  '#d3ebe1',
  '#a6d8c4',
  '#74c4a5',
  '#43c59e',
  '#22a57f',
  '#158463',
  '#0e6b4f',
  '#0a523d',
  '#07392a',
];

/** Brick: refused, and money back. */
const brick: MantineColorsTuple = [
  '#fbeeea',
  '#f5d9d2',
  '#eeb3a5',
  '#f0907c',
  '#da6c56',
  '#c4503a',
  '#b23f2a',
  '#a3341f',
  '#832816',
  '#621d0f',
];

/** Amber: time running. */
const amber: MantineColorsTuple = [
  '#fdf6e6',
  '#fae9c3',
  '#f4d48d',
  '#e5b354',
  '#d19a2f',
  '#b27d14',
  '#9a6906',
  '#8a5a00',
  '#6c4700',
  '#4f3300',
];

/** Slate: the neutral shades of the dark scheme, from its text to its deepest ground. */
const slate: MantineColorsTuple = [
  '#e9e7e1',
  '#c9ced6',
  '#a4abb5',
  '#707985',
  '#3a424c',
  '#2d333b',
  '#232930',
  '#14171b',
  '#101317',
  '#0b0d10',
];

/** What is typed into a choice after a click stands for what was chosen, and does not follow it. */
function selectText({ currentTarget }: MouseEvent<HTMLInputElement>): void {
  if (!currentTarget.readOnly) currentTarget.select();
}

const theme = createTheme({
  colors: { bottle, brick, amber, dark: slate },
  primaryColor: 'bottle',
  primaryShade: { light: 7, dark: 4 },
  // The fills are dark in the light scheme and light in the dark one; what is written on them turns with them.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...resolved, color: 'var(--lb-on-act)' } : resolved;
  },
  fontFamily: 'var(--lb-sans)',
  headings: { fontFamily: 'var(--lb-serif)', fontWeight: '600' },
  defaultRadius: 6,
  cursorType: 'pointer',
  components: {
    // A link inside of text is known by more than its colour.
    Anchor: { defaultProps: { underline: 'always' } },
    Select: { defaultProps: { onClick: selectText } },
    // The head of what opens over a page is not the banner of the site.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
  respectReducedMotion: true,
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
});

/** The look of every element. What closes something says so also where only an icon is seen, in the words of the page. */
export const themeIn = (words: { close: string }): MantineThemeOverride =>
  mergeThemeOverrides(theme, {
    components: { CloseButton: { defaultProps: { 'aria-label': words.close } } },
  });

/** The colours that mean something, by the token that each follows in both schemes. */
const SIGNALS = { bottle: 'act', brick: 'brick', amber: 'amber' } as const;

/** What Mantine makes of a colour, from its tokens: its own shades lose the signal on a dark ground. */
function signal([name, token]: readonly [string, string]): Record<string, string> {
  const [own, soft] = [`var(--lb-${token})`, `var(--lb-${token}-soft)`];
  return {
    [`--mantine-color-${name}-text`]: own,
    [`--mantine-color-${name}-filled`]: own,
    [`--mantine-color-${name}-filled-hover`]: `color-mix(in srgb, ${own} 88%, var(--lb-ink))`,
    [`--mantine-color-${name}-light`]: soft,
    [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${soft} 88%, ${own})`,
    [`--mantine-color-${name}-light-color`]: own,
    [`--mantine-color-${name}-outline`]: own,
    [`--mantine-color-${name}-outline-hover`]: soft,
  };
}

const TOKENS: Record<string, string> = {
  '--mantine-color-text': 'var(--lb-ink)',
  '--mantine-color-body': 'var(--lb-paper)',
  '--mantine-color-dimmed': 'var(--lb-ink-soft)',
  '--mantine-color-default': 'var(--lb-panel)',
  '--mantine-color-default-hover': 'var(--lb-hover)',
  '--mantine-color-default-border': 'var(--lb-line-strong)',
  '--mantine-color-placeholder': 'var(--lb-ink-soft)',
  '--mantine-color-anchor': 'var(--lb-link)',
  '--mantine-color-error': 'var(--lb-brick)',
  '--mantine-primary-color-contrast': 'var(--lb-on-act)',
  ...Object.fromEntries(Object.entries(SIGNALS).flatMap((colour) => Object.entries(signal(colour)))),
};

/** The tokens know the scheme; Mantine's own variables are the same in both. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: TOKENS, dark: TOKENS });
