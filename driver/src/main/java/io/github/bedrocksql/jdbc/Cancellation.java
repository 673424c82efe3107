package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.NoSuchStatementException;

/** Calcite's flag that stops a statement. It never lowers the flag by itself. */
final class Cancellation {
  private Cancellation() {}

  /** Returns the flag of a statement, of which each has its own. */
  static AtomicBoolean flag(Statement calcite) throws SQLException {
    AvaticaStatement statement = calcite.unwrap(AvaticaStatement.class);
    try {
      return statement.connection.getCancelFlag(statement.handle);
    } catch (NoSuchStatementException e) {
      throw SqlState.OBJECT_CLOSED.exception("The statement is closed", e);
    }
  }
}
