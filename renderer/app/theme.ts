import { createTheme, DEFAULT_THEME, type MantineColorsTuple } from '@mantine/core';

/** A colour with its two darkest shades replaced: those that text is written in or on. */
function darker([a, b, c, d, e, f, g, h]: MantineColorsTuple, eighth: string, ninth: string): MantineColorsTuple {
  return [a, b, c, d, e, f, g, h, eighth, ninth];
}

/** One place for looks: dense enough for a long form at 1366 × 768, with the PC's own Chinese fonts on screen. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 8,
  // The kit's own shades 8 and 9 of these stay below 4.5:1 on white or on their light shade.
  colors: {
    teal: darker(DEFAULT_THEME.colors.teal, '#087f5b', '#066649'),
    orange: darker(DEFAULT_THEME.colors.orange, '#c2410c', '#9a3412'),
    red: darker(DEFAULT_THEME.colors.red, '#c92a2a', '#a61e1e'),
  },
  defaultRadius: 'sm',
  // By language, see main.css.
  fontFamily: 'var(--desk-fonts)',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.35rem' }, h2: { fontSize: '1.1rem' }, h3: { fontSize: '1rem' } } },
  // A long form has to fit 768 pixels of height: small fields, but text that can still be read at arm's length.
  fontSizes: { xs: '0.8125rem', sm: '0.875rem' },
  spacing: { xs: '0.5rem', sm: '0.625rem' },
  cursorType: 'pointer',
  // Whoever has asked the system for less motion gets none from the kit either, which it leaves out unasked.
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    // Chips and masked numbers have their label from here: as large as every other field's.
    InputWrapper: {
      // Help stands below the field, so that fields side by side stay in one line.
      defaultProps: { size: 'xs', inputWrapperOrder: ['label', 'input', 'error', 'description'] },
      // The kit takes two pixels off the field's text: Chinese at eleven pixels is not read at a glance.
      vars: () => ({
        label: {},
        description: { '--input-description-size': '0.75rem' },
        error: { '--input-error-size': '0.75rem' },
      }),
    },
    // What wraps belongs together: its rows are no further apart than the rows of a form.
    Group: { styles: { root: { rowGap: 'min(var(--group-gap), var(--mantine-spacing-xs))' } } },
    Textarea: { defaultProps: { size: 'xs', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right', allowDeselect: false } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { tt: 'none' } },
    Button: { defaultProps: { size: 'compact-md' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});
