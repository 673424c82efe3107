package io.github.bedrocksql.differential;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/** H2 in memory with the rows that the server shows. */
final class Reference implements AutoCloseable {
  /**
   * Set up as the project is: nulls sort high, names are lower case, the zone is UTC, and LIKE has
   * no escape character of its own.
   */
  private static final String URL =
      "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";DEFAULT_NULL_ORDERING=HIGH;DEFAULT_ESCAPE=;TIME ZONE=UTC";

  private final Connection connection;

  Reference(ShownRows shown) throws SQLException {
    connection = DriverManager.getConnection(URL);
    ReferenceTables.load(connection, shown, column -> column.type().sql());
  }

  /** Returns the rows, normalised. */
  List<List<Object>> run(Fragment query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query.h2())) {
      List<Parameter> parameters = query.h2Parameters();
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i).value());
      }
      // As a Timestamp, it would be in the JVM's zone.
      return Normal.rows(
          statement, (row, column, number) -> row.getObject(column, LocalDateTime.class));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
