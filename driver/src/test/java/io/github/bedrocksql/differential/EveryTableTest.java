package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries over each table and view give the rows that H2 gives, however the server behaves. */
class EveryTableTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String OTHER = "111111111111";
  private static final Set<Feature> FEATURES =
      Sets.immutableEnumSet(Sets.difference(Feature.IN_USE, EnumSet.of(Feature.IDENTIFIERS_AGAIN)));
  private static final String REGIONS = "regions=us-east-1,us-west-2";
  private static final String ACCOUNTS =
      "region=us-east-1;roleArns=self,arn:aws:iam::" + OTHER + ":role/audit";

  /** The sample account in one Region, and in the other rows of which several are of one time. */
  private static Sandbox.Builder contents() {
    return Sandbox.builder()
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .roleLifetime(Duration.ofDays(100_000))
        .sampleJobs()
        .generatedRows("", "us-west-2", 9, 7)
        .generatedRows(OTHER, "us-east-1", 7, 8);
  }

  @Test
  void rowsAreThoseOfH2() throws SQLException {
    compare(Mode.PLAIN, REGIONS, "EVERY_TABLE");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("long")
  @Execution(ExecutionMode.CONCURRENT)
  void rowsAreThoseOfH2HoweverTheServerBehaves(Mode mode) throws SQLException {
    compare(mode, REGIONS, "EVERY_TABLE_" + mode);
  }

  @Test
  @Tag("long")
  void rowsAreThoseOfH2OverSeveralAccounts() throws SQLException {
    compare(Mode.PLAIN, ACCOUNTS, "EVERY_TABLE_ACCOUNTS");
  }

  private static void compare(Mode mode, String properties, String run) throws SQLException {
    ShownRows plain;
    try (Target target = Fixture.driver(Mode.PLAIN.start(contents()), properties)) {
      plain = EveryTable.rows(target, mode != Mode.IGNORED_FILTERS);
    }
    Target target = Fixture.driver(mode.start(contents()), properties);
    ShownRows shown = mode.showsOtherValues() ? EveryTable.rows(target, true) : plain;
    try (Fixture fixture =
        new Fixture(
            EveryTable.tables(shown),
            ImmutableList.of(shown, plain),
            EveryTable.pushed(),
            FEATURES,
            target)) {
      new Run(run).steps(Settings.queries(), fixture::step);
    }
  }
}
