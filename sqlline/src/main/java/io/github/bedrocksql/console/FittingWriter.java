package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table, its long values wrapped, if the screen is wide enough; else a line for each value. */
final class FittingWriter implements RowWriter {
  private final Appendable out;
  private final int screenWidth;
  private final Consumer<String> notes;
  private final List<List<?>> measured = new ArrayList<>();
  private final Sample sample = new Sample();
  private List<Column> columns = List.of();
  private RowWriter chosen;

  FittingWriter(Appendable out, int screenWidth, Consumer<String> notes) {
    this.out = out;
    this.screenWidth = screenWidth;
    this.notes = notes;
  }

  @Override
  public void begin(List<Column> columns) {
    this.columns = columns;
  }

  @Override
  public void row(List<?> values) throws IOException {
    if (chosen != null) {
      chosen.row(values);
      return;
    }
    measured.add(values);
    if (sample.add(TableWriter.cells(values))) {
      choose();
    }
  }

  @Override
  public void end() throws IOException {
    if (chosen == null) {
      choose();
    }
    chosen.end();
  }

  private void choose() throws IOException {
    Optional<int[]> widths = ColumnWidths.fitting(columns, sample.rows(), screenWidth);
    if (widths.isPresent()) {
      chosen = TableWriter.wrapping(out, columns, widths.get());
    } else {
      notes.accept("The table is wider than the screen: shown with a line for each value.");
      chosen = new VerticalWriter(out, screenWidth);
      chosen.begin(columns);
    }
    for (List<?> values : measured) {
      chosen.row(values);
    }
    measured.clear();
    sample.rows().clear();
  }
}
