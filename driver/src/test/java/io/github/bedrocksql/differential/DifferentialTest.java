package io.github.bedrocksql.differential;

import java.sql.SQLException;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver gives the rows that H2 gives, however the server behaves. */
class DifferentialTest {
  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void rowsAreThoseOfH2(Mode mode) throws SQLException {
    try (Fixture fixture =
        new Fixture(DataSet.withDistinctTimes(), mode, Feature.IN_USE, Fixture::driver)) {
      new Run(mode.name()).steps(Settings.queries(), fixture::step);
    }
  }

  @Test
  void rowsAreThoseOfH2WhereJobsWereCreatedAtOneTime() throws SQLException {
    try (Fixture fixture =
        new Fixture(DataSet.withTiedTimes(), Mode.PLAIN, Feature.IN_USE, Fixture::driver)) {
      new Run("TIED_TIMES").steps(Settings.queries() / 2, fixture::step);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "TINY_AND_EMPTY_PAGES", "UNSORTED", "FOREIGN_IDS"})
  @Execution(ExecutionMode.CONCURRENT)
  void rowsAreThoseOfH2OverSeveralRegions(Mode mode) throws SQLException {
    try (Fixture fixture =
        new Fixture(DataSet.ofSeveralRegions(), mode, Feature.IN_USE, Fixture::driver)) {
      new Run("REGIONS_" + mode).steps(Settings.queries() / 2, fixture::step);
    }
  }

  /** Also those over tables that this version may lack: a generator's defect shows here. */
  @Test
  void h2TakesAllThatTheGeneratorMakes() throws SQLException {
    try (Fixture fixture =
        new Fixture(
            DataSet.withDistinctTimes(),
            Mode.PLAIN,
            EnumSet.allOf(Feature.class),
            Fixture::driver)) {
      new Run("H2")
          .steps(
              Settings.queries(),
              dice -> {
                Sql sql = fixture.query(dice);
                fixture.trial().expected(sql.text());
                sql.smaller().forEach(smaller -> fixture.trial().expected(smaller.text()));
                return java.util.Optional.empty();
              });
    }
  }
}
