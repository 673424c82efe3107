package io.github.bedrocksql.dialect.tree;

import java.util.Optional;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** What is written in a statement, as values. */
public final class Literals {
  private Literals() {}

  /** Returns the text that a node is; empty if it is not a text literal. */
  public static Optional<String> text(SqlNode node) {
    return node instanceof SqlLiteral literal
            && SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())
        ? Optional.of(literal.getValueAs(String.class))
        : Optional.empty();
  }
}
