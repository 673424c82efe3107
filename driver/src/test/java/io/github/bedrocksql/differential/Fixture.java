package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.differential.Trial.Failure;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server in a mode, a connection to it, and the reference with the same rows. */
final class Fixture implements AutoCloseable {
  private final Tables tables;
  private final Set<Feature> features;
  private final Values values;
  private final Target target;
  private final Reference reference;

  /** Opens the connection under test. */
  interface Connector {
    Target connect(Sandbox sandbox, DataSet data) throws SQLException;
  }

  /** Opens one over import jobs and their models. */
  Fixture(DataSet data, Mode mode, Set<Feature> features, Connector connector) throws SQLException {
    this(
        Tables.ofImports(features),
        // Where the server leaves fields out, queries still ask for what others show there.
        List.of(ShownRows.of(data, mode), ShownRows.of(data, Mode.PLAIN)),
        Values.PUSHED_OF_IMPORTS,
        features,
        connector.connect(mode.start(data), data));
  }

  /**
   * Opens one over these tables.
   *
   * @param shown the rows that the server shows, and others whose values are worth a query
   * @param pushed the kinds of the columns that the API can filter by
   */
  Fixture(
      Tables tables,
      List<ShownRows> shown,
      ImmutableSet<String> pushed,
      Set<Feature> features,
      Target target)
      throws SQLException {
    this.tables = tables;
    this.features = features;
    this.values = new Values(shown, pushed, features.contains(Feature.UNICODE));
    this.target = target;
    this.reference = new Reference(shown.get(0));
  }

  /** Connects by this project's driver. */
  static Target driver(Sandbox sandbox, DataSet data) throws SQLException {
    return driver(sandbox, "regions=" + String.join(",", data.byRegion().keySet()));
  }

  /** Connects by this project's driver; the properties say which Regions are asked. */
  static Target driver(Sandbox sandbox, String properties) throws SQLException {
    String url =
        "jdbc:bedrock:%s;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint=%s"
            .formatted(properties, sandbox.endpoint());
    return new Target(sandbox, DriverManager.getConnection(url), sql -> sql, true);
  }

  Trial trial() {
    return new Trial(target, reference);
  }

  Sql query(Dice dice) {
    return new QueryGenerator(dice, values, tables, features).next();
  }

  /** Runs the query that the dice give; a failing one is made as small as can be. */
  Optional<Failure> step(Dice dice) {
    Sql sql = query(dice);
    return trial().run(sql).map(failure -> new Shrinker(trial()).shrink(sql, failure));
  }

  @Override
  public void close() throws SQLException {
    try (target) {
      reference.close();
    }
  }
}
