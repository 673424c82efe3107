package io.github.bedrocksql.differential;

import java.sql.SQLException;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are the same in every zone of the JVM, around changes of its clock too. */
@Isolated("It changes the time zone of the JVM, which others read.")
class ZonesTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void rowsAreThoseOfH2(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (Fixture fixture =
        new Fixture(
            DataSet.withTimesOfClockChanges(), Mode.PLAIN, Feature.IN_USE, Fixture::driver)) {
      new Run("ZONE_" + zone).steps(Settings.queries() / 3, fixture::step);
    }
  }
}
