package io.github.bedrocksql.dialect.tree;

import java.sql.SQLException;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** An error in a statement, with the place of what it is about. */
public final class LocatedError {
  private LocatedError() {}

  /** Returns an exception that tells the place of what {@code reason} is about. */
  public static CalciteContextException at(SqlNode node, SQLException reason) {
    SqlParserPos place = node.getParserPosition();
    CalciteContextException located = new CalciteContextException(reason.getMessage(), reason);
    located.setPosition(
        place.getLineNum(), place.getColumnNum(), place.getEndLineNum(), place.getEndColumnNum());
    return located;
  }
}
