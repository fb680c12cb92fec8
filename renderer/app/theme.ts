// Mantine, made to look like paper and ink: its controls take the tokens of tokens.css.
import { createTheme, Menu, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const son: MantineColorsTuple = [
  "#f8e9e6",
  "#f0cfca",
  "#e5aaa3",
  "#d97f77",
  "#c95a54",
  "#b83c3a",
  "#a92a2c",
  "#9b1c20",
  "#9b1c20",
  "#7c1418",
];

export const theme = createTheme({
  fontFamily: "var(--font-ui)",
  primaryColor: "son",
  primaryShade: 8,
  colors: { son },
  defaultRadius: 8,
  cursorType: "pointer",
  components: {
    // The placeholder would be a child of the menu that is no item.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

const tokens = {
  "--mantine-color-body": "var(--desk)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-default": "var(--paper)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-error": "var(--alarm)",
};

/** Given for both schemes, since the library's own values for the dark one are stronger than the common ones. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
