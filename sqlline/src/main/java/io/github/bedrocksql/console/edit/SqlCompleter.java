package io.github.bedrocksql.console.edit;

import io.github.bedrocksql.console.text.SqlTokens;
import io.github.bedrocksql.console.text.SqlTokens.Kind;
import io.github.bedrocksql.console.text.SqlTokens.Token;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes SQL: tables where a table must be, columns of the tables that the statement names,
 * functions, keywords, and in a quote the values that a column can have.
 */
public final class SqlCompleter implements Completer {
  private static final Set<String> BEFORE_TABLE = Set.of("from", "join");
  private static final List<String> STARTS =
      List.of("select", "with", "values", "explain plan for");
  private static final List<String> KEYWORDS =
      Pattern.compile(" ")
          .splitAsStream(
              "all and any array as asc between by case cast coalesce count cross current_date"
                  + " current_timestamp desc distinct else end except exists explain extract false"
                  + " fetch first for from full group having in inner intersect interval is join"
                  + " last left like limit not null nulls offset on only or order outer over"
                  + " partition plan right rows select similar some table then to true union unnest"
                  + " using values when where with")
          .toList();

  /** What the connection knows. */
  public interface Names {
    /** Returns the catalog of the connection that is open now. */
    Catalog catalog() throws SQLException;

    /** Returns the Regions that it asks. */
    List<String> regions() throws SQLException;
  }

  private final Names names;

  /** Makes a completer. */
  public SqlCompleter(Names names) {
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    try {
      String before = line.line().substring(0, line.cursor() - line.wordCursor());
      List<Token> tokens = ofStatement(SqlTokens.of(before));
      List<Token> all = SqlTokens.of(line.line());
      if (before.endsWith("'")) {
        values(tokens, all).forEach(value -> candidates.add(value(value)));
      } else {
        words(tokens, all, line.word(), candidates);
      }
    } catch (SQLException e) {
      candidates.clear(); // A closed connection completes nothing.
    }
  }

  private static List<Token> ofStatement(List<Token> tokens) {
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      start = tokens.get(i).is(";") ? i + 1 : start;
    }
    return tokens.subList(start, tokens.size());
  }

  private void words(List<Token> before, List<Token> all, String word, List<Candidate> candidates)
      throws SQLException {
    Catalog catalog = names.catalog();
    Token last = before.isEmpty() ? null : before.get(before.size() - 1);
    Map<String, String> tables = TablesNamed.in(all, catalog);
    if (last != null && last.is(".") && before.size() > 1) {
      String owner = before.get(before.size() - 2).text().toLowerCase(Locale.ROOT);
      for (String column : catalog.columns(tables.getOrDefault(owner, owner)).keySet()) {
        candidates.add(candidate(column, "columns", null));
      }
      return;
    }
    if (isBeforeTable(before)) {
      catalog
          .tables()
          .forEach((table, remark) -> candidates.add(candidate(table, "tables", remark)));
      return;
    }
    if (before.isEmpty()) {
      keywords(STARTS, word, candidates);
      return;
    }
    // Before FROM is typed, any may be meant.
    Map<String, String> columns = new LinkedHashMap<>();
    for (String table :
        tables.isEmpty() ? catalog.tables().keySet() : Set.copyOf(tables.values())) {
      columns.putAll(catalog.columns(table));
    }
    columns.forEach((name, remark) -> candidates.add(candidate(name, "columns", remark)));
    for (String function : catalog.functions()) {
      candidates.add(
          new Candidate(function + "(", function + "()", "functions", null, null, null, false));
    }
    keywords(KEYWORDS, word, candidates);
  }

  /** Keywords come in the case of what was typed of one. */
  private static void keywords(List<String> keywords, String word, List<Candidate> candidates) {
    boolean upper = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    for (String keyword : keywords) {
      candidates.add(
          candidate(upper ? keyword.toUpperCase(Locale.ROOT) : keyword, "keywords", null));
    }
  }

  private static boolean isBeforeTable(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    boolean describes =
        (tokens.size() == 1 && (last.is("describe") || last.is("desc")))
            || (tokens.size() == 2 && tokens.get(0).is("\\") && last.is("d"));
    return describes
        || BEFORE_TABLE.contains(last.text().toLowerCase(Locale.ROOT))
        || (last.is(",") && isAfterFrom(tokens));
  }

  private static boolean isAfterFrom(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.is("from")) {
        return true;
      }
      if (token.is("where") || token.is("select") || token.is("by") || token.is("(")) {
        return false;
      }
    }
    return false;
  }

  /** What can stand in the quote that is open: the column is the last name before it. */
  private Set<String> values(List<Token> before, List<Token> all) throws SQLException {
    Set<String> values = new LinkedHashSet<>();
    for (int i = before.size() - 1; i >= 0; i--) {
      Token token = before.get(i);
      if (token.kind() == Kind.WORD && !token.is("in") && !token.is("not") && !token.is("like")) {
        if (token.is("region")) {
          values.addAll(names.regions());
        } else {
          Catalog catalog = names.catalog();
          for (String table : TablesNamed.in(all, catalog).values()) {
            values.addAll(catalog.values(table, token.text()));
          }
        }
        return values;
      }
    }
    return values;
  }

  private static Candidate value(String value) {
    return new Candidate(value + "'", value, null, null, null, null, true);
  }

  private static Candidate candidate(String name, String group, String remark) {
    return new Candidate(name, name, group, remark, null, null, true);
  }
}
