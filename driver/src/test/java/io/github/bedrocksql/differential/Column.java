package io.github.bedrocksql.differential;

/**
 * A column of a table, or of a derived one.
 *
 * @param kind whose values are worth comparing it with: the name of the API's field, behind its
 *     table's and a dot where each table has values of its own
 */
record Column(String name, ColumnType type, boolean nullable, String kind) {
  /** How values compare and are written. */
  enum ColumnType {
    TEXT("VARCHAR"),
    TIME("TIMESTAMP(3)"),
    LONG("BIGINT"),
    DOUBLE("DOUBLE PRECISION"),
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

  /** The kind of columns that this server does not tell as others do. */
  static final String UNTOLD = "untold";

  /** The name of a column of literals, which are CHAR and not VARCHAR. */
  static final String LITERAL = "lit";

  /** Returns the name of the API's field alone. */
  static String field(String kind) {
    return kind.substring(kind.indexOf('.') + 1);
  }

  boolean isStatus() {
    return field(kind).equals("status") || kind.endsWith("_status");
  }

  boolean isLiteral() {
    return name.equals(LITERAL);
  }

  boolean isUntold() {
    return kind.equals(UNTOLD);
  }

  boolean isIdentifier() {
    return kind.equals(IDENTIFIER);
  }
}
