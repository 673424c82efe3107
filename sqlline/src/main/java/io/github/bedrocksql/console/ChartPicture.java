package io.github.bedrocksql.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;

/** A chart as a PNG. Each bar is a thick line of XChart, at the height of its row. */
final class ChartPicture {
  static final int MOST_ROWS = 500;

  private static final int WIDTH = 1000;
  private static final int ROW = 28;
  private static final int AXIS = 80;
  private static final float BAR = 0.6f * ROW;
  private static final Color ENDED = new Color(0x3b6ea5);
  private static final Color OPEN = new Color(0xd98e04);

  /** The shortest bar, of the whole width. */
  private static final int SHORTEST = 300;

  private final List<String> labels;
  private final XYChart picture;

  /** The axis of a single row would have no tick: it gets a second one. */
  private ChartPicture(List<String> labels, String axis) {
    this.labels = List.copyOf(labels);
    int rows = Math.max(2, labels.size());
    picture = new XYChartBuilder().width(WIDTH).height(AXIS + ROW * rows).xAxisTitle(axis).build();
    AxesChartStyler style = picture.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setLegendVisible(false);
    style.setPlotBorderVisible(false);
    style.setPlotContentSize(1);
    style.setLocale(Locale.ROOT);
    style.setTimezone(TimeZone.getTimeZone("UTC"));
    picture.getStyler().setMarkerSize(0);
    style.setPlotGridHorizontalLinesVisible(false);
    // A tick a row: rows are numbered from the bottom.
    style.setYAxisMin(labels.size() - rows + 0.5);
    style.setYAxisMax(labels.size() + 0.5);
    style.setYAxisTickMarkSpacingHint(ROW);
    style.setyAxisTickLabelsFormattingFunction(this::label);
  }

  /** Writes a PNG, and returns what it shows. */
  static Chart write(Chart chart, OutputStream out) throws IOException {
    ChartPicture picture = chart instanceof Timeline timeline ? of(timeline) : of((BarChart) chart);
    BitmapEncoder.saveBitmap(picture.picture, out, BitmapFormat.PNG);
    return chart;
  }

  private static ChartPicture of(BarChart chart) {
    ChartPicture picture =
        new ChartPicture(
            chart.bars().stream().map(bar -> bar.label() + "  " + bar.text()).toList(),
            chart.value());
    picture.picture.getStyler().setXAxisMin(0.0);
    for (int row = 0; row < chart.size(); row++) {
      picture.bar(row, List.of(0.0, chart.bars().get(row).length()), ENDED);
    }
    return picture;
  }

  private static ChartPicture of(Timeline chart) {
    ChartPicture picture =
        new ChartPicture(
            chart.spans().stream().map(span -> span.label() + "  " + chart.length(span)).toList(),
            chart.range());
    LocalDateTime first = chart.first().orElse(chart.now());
    LocalDateTime last = chart.last().orElse(chart.now());
    Duration shortest = Duration.between(first, last).dividedBy(SHORTEST).plusMillis(1);
    for (int row = 0; row < chart.size(); row++) {
      Timeline.Span span = chart.spans().get(row);
      if (span.start() == null) {
        picture.bar(row, dates(first, first), ENDED);
        continue;
      }
      LocalDateTime least = span.start().plus(shortest);
      LocalDateTime end = chart.end(span);
      picture.bar(
          row,
          dates(span.start(), end.isBefore(least) ? least : end),
          span.end() == null ? OPEN : ENDED);
    }
    return picture;
  }

  @SuppressWarnings("JavaUtilDate") // XChart has an axis of times for these alone.
  private static List<Date> dates(LocalDateTime from, LocalDateTime to) {
    return List.of(
        Date.from(from.toInstant(ZoneOffset.UTC)), Date.from(to.toInstant(ZoneOffset.UTC)));
  }

  private void bar(int row, List<?> fromTo, Color color) {
    int height = labels.size() - row;
    picture
        .addSeries("row " + row, fromTo, List.of(height, height))
        .setLineStyle(new BasicStroke(BAR, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER))
        .setLineColor(color);
  }

  /** XChart goes on until each label is there once: blanks make a name's second one another. */
  private String label(double height) {
    int row = labels.size() - (int) Math.round(height);
    boolean shown = row >= 0 && row < labels.size();
    return (shown ? labels.get(row) : "\u00a0") + " ".repeat(Math.abs(row));
  }
}
