package io.github.bedrocksql.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.NoSuchStatementException;

/** Calcite's flag that stops a statement. It never lowers the flag by itself. */
final class Cancellation {
  private Cancellation() {}

  /**
   * Forgets a cancel of an earlier execution, or of none at all: JDBC's cancel is for the execution
   * under way.
   */
  static void reset(Statement calcite) throws SQLException {
    AvaticaStatement statement = calcite.unwrap(AvaticaStatement.class);
    try {
      statement.connection.getCancelFlag(statement.handle).set(false);
    } catch (NoSuchStatementException e) {
      throw new SQLException("The statement is closed", SqlErrors.CLOSED, e);
    }
  }
}
