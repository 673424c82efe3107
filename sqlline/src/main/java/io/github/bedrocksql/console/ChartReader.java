package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Column.Kind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Reads a result as the chart that its columns ask for. */
final class ChartReader {
  private static final int NANOS_EXPONENT = 9;

  private final ResultSet result;
  private final ResultReader reader;

  private ChartReader(ResultSet result) throws SQLException {
    this.result = result;
    this.reader = new ResultReader(result);
  }

  /** Returns a timeline, or bars; empty if the result has columns for neither. */
  static Optional<Chart> read(ResultSet result) throws SQLException {
    return new ChartReader(result).chart();
  }

  private Optional<Chart> chart() throws SQLException {
    List<Integer> times = those(column -> column.kind().isTime());
    List<Integer> numbers = those(column -> column.kind() == Kind.NUMBER);
    List<Integer> lengths =
        numbers.stream().filter(i -> isLength(reader.columns().get(i))).toList();
    if (times.size() >= 2) {
      return Optional.of(timeline(times.get(0), times.get(1)));
    }
    if (!times.isEmpty() && !lengths.isEmpty()) {
      return Optional.of(timeline(times.get(0), lengths.get(0)));
    }
    return numbers.isEmpty() ? Optional.empty() : Optional.of(bars(numbers.get(0)));
  }

  private static boolean isLength(Column column) {
    return column.label().toLowerCase(Locale.ROOT).endsWith("seconds");
  }

  private List<Integer> those(Predicate<Column> kind) {
    return IntStream.range(0, reader.columns().size())
        .filter(i -> kind.test(reader.columns().get(i)))
        .boxed()
        .toList();
  }

  private BarChart bars(int value) throws SQLException {
    List<Integer> labels = those(column -> column.kind() != Kind.NUMBER);
    List<BarChart.Bar> bars = new ArrayList<>();
    while (result.next()) {
      List<Object> row = reader.row();
      bars.add(new BarChart.Bar(label(row, labels), (Number) row.get(value)));
    }
    return new BarChart(reader.columns().get(value).label(), bars);
  }

  /** The second column says when a span ends, or how many seconds it lasts. */
  private Timeline timeline(int start, int end) throws SQLException {
    List<Integer> labels = those(column -> column.kind() != Kind.NUMBER && !column.kind().isTime());
    List<Timeline.Span> spans = new ArrayList<>();
    while (result.next()) {
      List<Object> row = reader.row();
      LocalDateTime from = reader.time(row, start);
      LocalDateTime to =
          row.get(end) instanceof Number seconds ? after(from, seconds) : reader.time(row, end);
      spans.add(new Timeline.Span(label(row, labels), from, to));
    }
    return new Timeline(spans, LocalDateTime.now(ZoneOffset.UTC));
  }

  private static LocalDateTime after(LocalDateTime from, Number seconds) {
    return from == null
        ? null
        : from.plusNanos(
            new BigDecimal(seconds.toString()).scaleByPowerOfTen(NANOS_EXPONENT).longValue());
  }

  private static String label(List<Object> row, List<Integer> labels) {
    return labels.isEmpty() ? "" : String.join(" ", TerminalText.lines(row.get(labels.get(0))));
  }
}
