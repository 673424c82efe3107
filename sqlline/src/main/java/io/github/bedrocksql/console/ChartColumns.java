package io.github.bedrocksql.console;

import java.util.List;

/**
 * How a chart's lines share the screen.
 *
 * @param labels the columns of the labels
 * @param bars those of the longest bar
 */
record ChartColumns(int labels, int bars) {
  private static final int MOST_WIDTH = 100;
  private static final int LEAST_BAR = 10;

  /** Labels take a third of the screen at most; what stands behind the bars is never cut. */
  static ChartColumns of(int screenWidth, List<String> labels, List<String> behind) {
    int width = Math.min(MOST_WIDTH, screenWidth);
    int widest = labels.stream().mapToInt(TerminalText::width).max().orElse(0);
    int shown = Math.min(widest, width / 3);
    int rest = behind.stream().mapToInt(TerminalText::width).max().orElse(0);
    return new ChartColumns(shown, Math.max(LEAST_BAR, width - shown - rest - 2));
  }

  /** Returns a label as wide as all, and a blank. */
  String label(String text) {
    String shown = TerminalText.shortened(text, labels);
    return shown + " ".repeat(labels - TerminalText.width(shown) + 1);
  }
}
