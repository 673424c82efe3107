package io.github.bedrocksql.dialect.error;

import io.github.bedrocksql.adapter.error.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.lookup.LikePattern;
import org.apache.calcite.sql.SqlOperatorTable;

/** The names that a statement could have meant: for messages, so guesses will do. */
final class KnownNames {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern ALIAS = Pattern.compile("(?i)\\bAS\\s+\"?(\\w+)");

  /** Those that begin a part of a query. */
  static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP",
          "ORDER",
          "HAVING",
          "LIMIT",
          "OFFSET",
          "JOIN",
          "UNION",
          "FETCH",
          "WITH",
          "VALUES",
          "EXPLAIN",
          "DISTINCT");

  /** A word of one or two letters is near to too many. */
  private static final int SHORTEST_KEYWORD = 3;

  private final CalciteSchema schema;
  private final JavaTypeFactory types;
  private final SqlOperatorTable operators;
  private final String sql;

  KnownNames(CalcitePrepare.Context context, SqlOperatorTable operators, String sql) {
    CalciteSchema found = context.getRootSchema();
    for (String name : context.getDefaultSchemaPath()) {
      found = found.getSubSchema(name, false);
    }
    this.schema = found;
    this.types = context.getTypeFactory();
    this.operators = operators;
    this.sql = sql;
  }

  /** Returns the tables of the connection's schema, sorted. */
  Set<String> tables() {
    return new TreeSet<>(schema.getTableNames(LikePattern.any()));
  }

  /** Returns the column of the statement's tables, or its alias, that is nearest. */
  Optional<String> column(String misspelt) {
    Set<String> words = new TreeSet<>();
    WORD.matcher(sql.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(words::add);
    Stream<String> columns =
        tables().stream().filter(words::contains).flatMap(name -> columns(name).stream());
    Stream<String> aliases = ALIAS.matcher(sql).results().map(alias -> alias.group(1));
    return NearestName.of(
        misspelt,
        Stream.concat(columns, aliases).filter(name -> !name.equalsIgnoreCase(misspelt)).toList());
  }

  private List<String> columns(String tableName) {
    CalciteSchema.TableEntry entry = schema.getTable(tableName, false);
    if (entry == null) {
      return List.of();
    }
    Table table = entry.getTable();
    return table.getRowType(types).getFieldNames();
  }

  /** Returns the function whose name is nearest. */
  Optional<String> function(String misspelt) {
    return NearestName.of(
        misspelt,
        operators.getOperatorList().stream()
            .map(operator -> operator.getName())
            .filter(name -> WORD.matcher(name).matches())
            .sorted()
            .distinct()
            .toList());
  }

  /** Returns the keyword, of those that begin a part of a query, that is nearest. */
  static Optional<String> keyword(String misspelt) {
    return KEYWORDS.contains(misspelt.toUpperCase(Locale.ROOT))
        ? Optional.empty()
        : NearestName.of(misspelt, KEYWORDS)
            .filter(keyword -> misspelt.length() >= SHORTEST_KEYWORD);
  }
}
