package io.github.bedrocksql.adapter.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.session.HeldRows;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedOrderTest {
  private final AtomicInteger broken = new AtomicInteger();

  private VerifiedOrder verified(Rows rows, ListOrder order) {
    return new VerifiedOrder(
        rows, GivenRows.TIME, order, new HeldRows().by("sorting"), broken::incrementAndGet);
  }

  @Test
  void orderThatIsKeptStays() throws SQLException {
    assertThat(GivenRows.timesOf(verified(GivenRows.times(1, 2, 2, 3), ListOrder.ASCENDING)))
        .containsExactly(1L, 2L, 2L, 3L);
    assertThat(GivenRows.timesOf(verified(GivenRows.times(3, 2, 2, 1), ListOrder.DESCENDING)))
        .containsExactly(3L, 2L, 2L, 1L);
    assertThat(broken).hasValue(0);
  }

  @Test
  void noneAndOne() throws SQLException {
    assertThat(verified(GivenRows.times(), ListOrder.ASCENDING).next()).isNull();
    VerifiedOrder one = verified(GivenRows.times(5), ListOrder.DESCENDING);
    assertThat(one.next().values()).containsExactly(5L, "row 0");
    assertThat(one.next()).isNull();
    assertThat(one.next()).as("again").isNull();
  }

  @Test
  void orderThatIsNotKeptIsMadeHere() throws SQLException {
    assertThat(GivenRows.timesOf(verified(GivenRows.times(2, 3, 1, 9, 4), ListOrder.ASCENDING)))
        .containsExactly(1L, 2L, 3L, 4L, 9L);
    assertThat(broken).hasValue(1);
    assertThat(GivenRows.timesOf(verified(GivenRows.times(2, 3, 1, 9, 4), ListOrder.DESCENDING)))
        .containsExactly(9L, 4L, 3L, 2L, 1L);
    assertThat(broken).hasValue(2);
  }

  @Test
  void rowsOfOneTimeKeepTheirOrder() throws SQLException {
    GivenRows rows = GivenRows.of("2 a", "1 b", "2 c", "1 d");
    assertThat(GivenRows.textsOf(verified(rows, ListOrder.DESCENDING)))
        .containsExactly("a", "c", "b", "d");
  }

  @Test
  void oppositeOrderIsMadeHere() throws SQLException {
    long[] times = LongStream.rangeClosed(1, 500).toArray();
    List<Object> sorted = GivenRows.timesOf(verified(GivenRows.times(times), ListOrder.DESCENDING));
    assertThat(sorted).hasSize(500).isSortedAccordingTo((a, b) -> ((Long) b).compareTo((Long) a));
    assertThat(broken).hasValue(1);
  }

  @Test
  void noRowIsHandedOnBeforeTheEvidence() throws SQLException {
    long[] times = LongStream.rangeClosed(1, 100).toArray();
    GivenRows rows = GivenRows.times(times);
    VerifiedOrder verified = verified(rows, ListOrder.ASCENDING);
    assertThat(verified.next().values()).startsWith(1L);
    assertThat(rows.read()).isEqualTo(VerifiedOrder.EVIDENCE);
    for (int i = 0; i < VerifiedOrder.EVIDENCE - 1; i++) {
      assertThat(verified.next()).isNotNull();
    }
    assertThat(rows.read()).as("no row too many").isEqualTo(VerifiedOrder.EVIDENCE);
    assertThat(verified.next().values()).startsWith((long) VerifiedOrder.EVIDENCE + 1);
  }

  @Test
  void rowsOfOneTimeAreNoEvidence() throws SQLException {
    long[] times = Collections.nCopies(50, 7L).stream().mapToLong(Long::longValue).toArray();
    GivenRows rows = GivenRows.times(times);
    VerifiedOrder verified = verified(rows, ListOrder.ASCENDING);
    assertThat(verified.next().values()).startsWith(7L);
    assertThat(rows.read()).isEqualTo(50);
    assertThat(broken).hasValue(0);
  }

  @Test
  void lastRowBeforeTheEvidenceStillSortsAll() throws SQLException {
    long[] times = LongStream.rangeClosed(1, VerifiedOrder.EVIDENCE).toArray();
    times[VerifiedOrder.EVIDENCE - 1] = 0;
    assertThat(GivenRows.timesOf(verified(GivenRows.times(times), ListOrder.ASCENDING)))
        .startsWith(0L, 1L)
        .hasSize(VerifiedOrder.EVIDENCE);
    assertThat(broken).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30})
  void orderBrokenLaterFailsAndIsRemembered(int further) throws SQLException {
    int kept = VerifiedOrder.EVIDENCE + further;
    long[] times = LongStream.rangeClosed(1, kept + 1).toArray();
    times[kept] = 0;
    VerifiedOrder verified = verified(GivenRows.times(times), ListOrder.ASCENDING);
    for (int i = 0; i < kept; i++) {
      assertThat(verified.next().values()).startsWith(i + 1L);
    }
    SQLException failure = catchThrowableOfType(SQLException.class, verified::next);
    assertThat(failure.getSQLState()).isEqualTo("08P01");
    assertThat((Throwable) failure).hasMessageContaining("run the statement again");
    assertThat(broken).hasValue(1);
  }
}
