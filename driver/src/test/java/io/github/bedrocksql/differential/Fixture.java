package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Trial.Failure;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server in a mode, a connection to it, and the reference with the same rows. */
final class Fixture implements AutoCloseable {
  private final DataSet data;
  private final Set<Feature> features;
  private final Values values;
  private final Target target;
  private final Reference reference;

  /** Opens the connection under test. */
  interface Connector {
    Target connect(Sandbox sandbox, DataSet data) throws SQLException;
  }

  Fixture(DataSet data, Mode mode, Set<Feature> features, Connector connector) throws SQLException {
    this.data = data;
    this.features = features;
    ShownRows shown = ShownRows.of(data, mode);
    // Where the server leaves fields out, queries still ask for what others show there.
    this.values =
        new Values(
            List.of(shown, ShownRows.of(data, Mode.PLAIN)), features.contains(Feature.UNICODE));
    this.reference = new Reference(shown);
    this.target = connector.connect(mode.start(data), data);
  }

  /** Connects by this project's driver. */
  static Target driver(Sandbox sandbox, DataSet data) throws SQLException {
    String url =
        "jdbc:bedrock:regions=%s;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint=%s"
            .formatted(String.join(",", data.byRegion().keySet()), sandbox.endpoint());
    Connection connection = java.sql.DriverManager.getConnection(url);
    return new Target(sandbox, connection, sql -> sql, true);
  }

  Trial trial() {
    return new Trial(target, reference);
  }

  Sql query(Dice dice) {
    return new QueryGenerator(dice, values, features, data.distinctTimes()).next();
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
