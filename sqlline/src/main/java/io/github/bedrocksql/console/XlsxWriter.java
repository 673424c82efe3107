package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Column.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of an Excel workbook, written as rows come. Numbers are numbers and times are dates (in
 * UTC, as they are everywhere), as far as Excel has them: a number of more than 15 digits, or a
 * time before 1900, stays text, for Excel would show another one.
 */
final class XlsxWriter implements RowWriter {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_CHARACTERS = 32_767;
  private static final int MOST_DIGITS = 15;
  private static final int ROWS_BETWEEN_FLUSHES = 1000;
  private static final LocalDateTime FIRST = LocalDateTime.of(1900, 3, 1, 0, 0);
  private static final LocalDateTime BEHIND = LocalDateTime.of(10_000, 1, 1, 0, 0);
  private static final int WIDEST = 60;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

  private final Workbook workbook;
  private final Worksheet sheet;
  private List<Column> columns = List.of();
  private int rows;

  /**
   * Makes a writer.
   *
   * @param out gets the file; left open
   */
  XlsxWriter(OutputStream out) {
    workbook = new Workbook(out, "Bedrock SQL", null);
    sheet = workbook.newWorksheet("Rows");
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(0, i, text(columns.get(i).label()));
      sheet.style(0, i).bold().set();
      sheet.width(i, width(columns.get(i)));
    }
    sheet.freezePane(0, 1);
    rows = 1;
  }

  private static double width(Column column) {
    int least =
        switch (column.kind()) {
          case TIMESTAMP -> 20;
          case TEXT, ARRAY -> 30;
          case DATE, NUMBER, BOOLEAN -> 12;
        };
    return Math.min(WIDEST, Math.max(least, TerminalText.width(column.label()) + 2));
  }

  @Override
  public void row(List<?> values) throws IOException {
    if (rows == MOST_ROWS) {
      throw new IOException(
          "an Excel sheet has room for " + (MOST_ROWS - 1) + " rows; add a LIMIT, or use .csv");
    }
    for (int i = 0; i < columns.size(); i++) {
      if (values.get(i) != null) {
        write(i, columns.get(i), values.get(i));
      }
    }
    rows++;
    if (rows % ROWS_BETWEEN_FLUSHES == 0) {
      sheet.flush();
    }
  }

  private void write(int index, Column column, Object value) throws IOException {
    Optional<LocalDateTime> time = time(column, value);
    if (time.isPresent()) {
      sheet.value(rows, index, time.get());
      sheet
          .style(rows, index)
          .format(column.kind() == Kind.DATE ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss")
          .set();
    } else if (value instanceof Number number && isExact(number)) {
      sheet.value(rows, index, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(rows, index, truth);
    } else {
      sheet.value(rows, index, text(TerminalText.plain(value)));
    }
  }

  private static Optional<LocalDateTime> time(Column column, Object value) {
    if (!column.kind().isTime()) {
      return Optional.empty();
    }
    try {
      return Optional.of(column.time((String) value))
          .filter(time -> !time.isBefore(FIRST) && time.isBefore(BEHIND));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // A year that Java writes with a sign, and Excel lacks.
    }
  }

  private static boolean isExact(Number number) {
    boolean binary = number instanceof Double || number instanceof Float;
    return binary
        ? Double.isFinite(number.doubleValue())
        : new BigDecimal(number.toString()).stripTrailingZeros().precision() <= MOST_DIGITS;
  }

  private static String text(String value) throws IOException {
    if (value.length() > MOST_CHARACTERS) {
      throw new IOException(
          "an Excel cell has room for "
              + MOST_CHARACTERS
              + " characters, and one of these has "
              + value.length()
              + "; use .csv or .json");
    }
    // What XML can't hold would be left out.
    return CONTROL
        .matcher(value)
        .replaceAll(c -> Matcher.quoteReplacement(TerminalText.visible(c.group())));
  }

  @Override
  public void end() throws IOException {
    workbook.finish();
  }
}
