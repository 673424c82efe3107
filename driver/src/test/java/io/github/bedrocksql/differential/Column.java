package io.github.bedrocksql.differential;

/**
 * A column of a table, or of a derived one.
 *
 * @param kind whose values are worth comparing it with: the name of the API's field
 */
record Column(String name, ColumnType type, boolean nullable, String kind) {
  /** How values compare and are written. */
  enum ColumnType {
    TEXT("VARCHAR"),
    TIME("TIMESTAMP(3)"),
    LONG("BIGINT"),
    BOOL("BOOLEAN");

    private final String sql;

    ColumnType(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** The kind of columns that mean ARN or name. */
  static final String IDENTIFIER = "identifier";

  /** The name of a column of literals, which are CHAR and not VARCHAR. */
  static final String LITERAL = "lit";

  boolean isLiteral() {
    return name.equals(LITERAL);
  }

  boolean isIdentifier() {
    return kind.equals(IDENTIFIER);
  }
}
