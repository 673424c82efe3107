package io.github.bedrocksql.adapter.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.session.HeldRows;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {
  private static final Comparator<Row> BY_TIME =
      Comparator.comparing(row -> (Long) row.value(GivenRows.TIME));
  private static final HeldRows.Count HELD = new HeldRows().by("sorting");

  @Test
  void sortsAll() throws SQLException {
    Rows sorted = new SortedRows(GivenRows.times(3, 1, 2), BY_TIME, Long.MAX_VALUE, HELD);
    assertThat(GivenRows.timesOf(sorted)).containsExactly(1L, 2L, 3L);
    assertThat(sorted.next()).as("again").isNull();
  }

  @Test
  void readsNothingBeforeTheFirstRowIsAskedFor() throws SQLException {
    GivenRows rows = GivenRows.times(3, 1, 2);
    SortedRows sorted = new SortedRows(rows, BY_TIME, 1, HELD);
    assertThat(rows.read()).isZero();
    assertThat(sorted.next().values()).startsWith(1L);
    assertThat(rows.read()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 99, 100, 101, 100_001, Long.MAX_VALUE})
  void firstOfTheSorted(long wanted) throws SQLException {
    long[] times = new Random(7).longs(100, 0, 40).toArray();
    Rows sorted = new SortedRows(GivenRows.times(times), BY_TIME, wanted, HELD);
    assertThat(GivenRows.timesOf(sorted))
        .isEqualTo(LongStream.of(times).sorted().boxed().limit(wanted).toList());
  }

  @Test
  void none() throws SQLException {
    assertThat(new SortedRows(GivenRows.times(), BY_TIME, 5, HELD).next()).isNull();
    assertThat(new SortedRows(GivenRows.times(), BY_TIME, Long.MAX_VALUE, HELD).next()).isNull();
  }

  @Test
  void descending() throws SQLException {
    Rows sorted = new SortedRows(GivenRows.times(3, 1, 2, 5, 4), BY_TIME.reversed(), 2, HELD);
    assertThat(GivenRows.timesOf(sorted)).containsExactly(5L, 4L);
  }
}
