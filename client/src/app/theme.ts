import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core';

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
  // A link inside of text is known by more than its colour.
  components: { Anchor: { defaultProps: { underline: 'always' } } },
  respectReducedMotion: true,
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
});

/** The look of every element. What closes something says so also where only an icon is seen, in the words of the page. */
export const themeIn = (words: { close: string }): MantineThemeOverride =>
  mergeThemeOverrides(theme, {
    components: { CloseButton: { defaultProps: { 'aria-label': words.close } } },
  });

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-text': 'var(--lb-ink)',
    '--mantine-color-body': 'var(--lb-paper)',
    '--mantine-color-dimmed': 'var(--lb-ink-soft)',
    '--mantine-color-default': 'var(--lb-panel)',
    '--mantine-color-default-hover': 'var(--lb-sunken)',
    '--mantine-color-default-border': 'var(--lb-line-strong)',
    '--mantine-color-placeholder': 'var(--lb-ink-soft)',
    '--mantine-color-anchor': 'var(--lb-link)',
    '--mantine-color-error': 'var(--lb-brick)',
  },
  light: {
    '--mantine-color-text': 'var(--lb-ink)',
    '--mantine-color-body': 'var(--lb-paper)',
    '--mantine-color-dimmed': 'var(--lb-ink-soft)',
    '--mantine-color-default-border': 'var(--lb-line-strong)',
    '--mantine-color-placeholder': 'var(--lb-ink-soft)',
    '--mantine-color-error': 'var(--lb-brick)',
    '--mantine-color-anchor': 'var(--lb-link)',
  },
  dark: {
    '--mantine-primary-color-contrast': 'var(--lb-on-act)',
    '--mantine-color-text': 'var(--lb-ink)',
    '--mantine-color-body': 'var(--lb-paper)',
    '--mantine-color-dimmed': 'var(--lb-ink-soft)',
    '--mantine-color-default': 'var(--lb-panel)',
    '--mantine-color-default-hover': '#262b33',
    '--mantine-color-default-border': 'var(--lb-line-strong)',
    '--mantine-color-placeholder': 'var(--lb-ink-soft)',
    '--mantine-color-error': 'var(--lb-brick)',
    '--mantine-color-anchor': 'var(--lb-link)',
  },
});
