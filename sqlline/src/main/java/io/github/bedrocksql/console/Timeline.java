package io.github.bedrocksql.console;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bars from one time to another.
 *
 * @param now what a span lasts to that has not ended; UTC, as all times
 */
record Timeline(List<Span> spans, LocalDateTime now) implements Chart {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  /** A row; null for a start that is not known, or an end that is still to come. */
  record Span(String label, LocalDateTime start, LocalDateTime end) {}

  Timeline {
    spans = List.copyOf(spans);
  }

  @Override
  public int size() {
    return spans.size();
  }

  /** Returns where it begins; empty if no span has a start. */
  Optional<LocalDateTime> first() {
    return times().min(LocalDateTime::compareTo);
  }

  /** Returns where it ends; empty if no span has a start. */
  Optional<LocalDateTime> last() {
    return times().max(LocalDateTime::compareTo);
  }

  private Stream<LocalDateTime> times() {
    return spans.stream()
        .filter(span -> span.start() != null)
        .flatMap(span -> Stream.of(span.start(), end(span)));
  }

  /** Returns where the bar of a span that has a start ends. */
  LocalDateTime end(Span span) {
    return Objects.requireNonNullElseGet(
        span.end(), () -> now.isBefore(span.start()) ? span.start() : now);
  }

  @Override
  public List<String> lines(int screenWidth) {
    ChartColumns columns =
        ChartColumns.of(
            screenWidth,
            spans.stream().map(Span::label).toList(),
            spans.stream().map(this::length).toList());
    List<String> lines = new ArrayList<>();
    if (first().isPresent()) {
      lines.add(columns.label("") + axis(columns.bars()));
    }
    for (Span span : spans) {
      String bar = span.start() == null ? "" : bar(span, columns.bars());
      lines.add(
          columns.label(span.label())
              + bar
              + " ".repeat(columns.bars() - bar.length() + 1)
              + length(span));
    }
    return lines;
  }

  /** Returns the times at its two ends, in words. */
  String range() {
    return first()
        .map(from -> TIME.format(from) + " to " + TIME.format(last().orElse(from)) + " UTC")
        .orElse("");
  }

  /** The times at its two ends, each at its place. */
  private String axis(int width) {
    String from = TIME.format(first().orElseThrow());
    String to = TIME.format(last().orElseThrow()) + " UTC";
    if (from.length() + to.length() >= width) {
      from = DATE.format(first().orElseThrow());
      to = DATE.format(last().orElseThrow());
    }
    return from + " ".repeat(Math.max(1, width - from.length() - to.length())) + to;
  }

  /** In half columns; the shortest has one. */
  private String bar(Span span, int width) {
    long halves = 2L * width;
    long from = Math.min(at(span.start(), halves), halves - 1);
    long to = at(end(span), halves);
    long left = Math.max(0, Math.min(from, to));
    long right = Math.max(Math.max(from, to), left + 1);
    StringBuilder bar = new StringBuilder();
    for (long column = 0; 2 * column < right; column++) {
      boolean first = left <= 2 * column;
      boolean second = left <= 2 * column + 1 && 2 * column + 1 < right;
      bar.append(first ? (second ? '█' : '▌') : (second ? '▐' : ' '));
    }
    if (span.end() == null) {
      bar.setCharAt(bar.length() - 1, '>');
    }
    return bar.toString();
  }

  private long at(LocalDateTime time, long halves) {
    LocalDateTime first = first().orElseThrow();
    double whole = Math.max(1, Duration.between(first, last().orElseThrow()).toMillis());
    return Math.round(Duration.between(first, time).toMillis() / whole * halves);
  }

  /** Returns how long a span is, in words. */
  String length(Span span) {
    if (span.start() == null) {
      return "NULL";
    }
    String length = text(Duration.between(span.start(), end(span)));
    return span.end() == null ? length + " so far" : length;
  }

  /** {@code 3 d 4 h}, {@code 1 h 12 min}, {@code 42 min}, {@code 7 s}. */
  static String text(Duration duration) {
    if (duration.isNegative()) {
      return "-" + text(duration.negated());
    }
    if (duration.toDays() > 0) {
      return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }
}
