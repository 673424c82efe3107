package io.github.bedrocksql.adapter.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.session.HeldRows;
import java.sql.SQLException;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class SortedRunsTest {
  private static final Comparator<Row> BY_TEXT =
      Comparator.comparing(row -> (String) row.value(GivenRows.TEXT));

  private static SortedRuns runs(Rows rows) {
    return new SortedRuns(rows, GivenRows.TIME, BY_TEXT, new HeldRows().by("sorting"));
  }

  @Test
  void rowsOfOneTimeAreSortedByTheRest() throws SQLException {
    GivenRows rows = GivenRows.of("1 b", "1 a", "2 d", "2 c", "2 b", "3 a");
    assertThat(GivenRows.textsOf(runs(rows))).containsExactly("a", "b", "b", "c", "d", "a");
  }

  @Test
  void orderOfTheTimesStays() throws SQLException {
    GivenRows rows = GivenRows.of("3 b", "3 a", "2 a", "1 z", "1 y");
    assertThat(GivenRows.timesOf(runs(rows))).containsExactly(3L, 3L, 2L, 1L, 1L);
  }

  @Test
  void noFurtherThanTheRunAndOneRow() throws SQLException {
    GivenRows rows = GivenRows.of("1 b", "1 a", "2 c", "3 d");
    SortedRuns runs = runs(rows);
    assertThat(rows.read()).isZero();
    assertThat(runs.next().values()).containsExactly(1L, "a");
    assertThat(runs.next().values()).containsExactly(1L, "b");
    assertThat(rows.read()).isEqualTo(3);
    assertThat(runs.next().values()).containsExactly(2L, "c");
    assertThat(rows.read()).isEqualTo(4);
  }

  @Test
  void noneAndTheEndAgain() throws SQLException {
    SortedRuns none = runs(GivenRows.times());
    assertThat(none.next()).isNull();
    assertThat(none.next()).isNull();
    SortedRuns one = runs(GivenRows.of("1 a"));
    assertThat(one.next().values()).containsExactly(1L, "a");
    assertThat(one.next()).isNull();
    assertThat(one.next()).isNull();
  }

  @Test
  void oneRunOfAll() throws SQLException {
    GivenRows rows = GivenRows.of("7 d", "7 b", "7 a", "7 c");
    assertThat(GivenRows.textsOf(runs(rows))).containsExactly("a", "b", "c", "d");
  }
}
