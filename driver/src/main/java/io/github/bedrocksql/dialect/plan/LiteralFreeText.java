package io.github.bedrocksql.dialect.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.AvaticaParameter;

/**
 * A statement with parameters in the place of the literals that rows are compared with, and of
 * those that are numbers of rows: one plan serves all that differ in them alone. Taken out is only
 * what a column in WHERE, or an aggregate in HAVING, is compared with: of {@code CASE … END = 1}
 * and {@code 1 = 0} the planner makes more with the literal than without, and in the list of
 * columns a literal tells the type of one.
 *
 * @param sql has {@code ?} for each literal
 */
record LiteralFreeText(String sql, ImmutableList<Literal> literals) {
  private static final ImmutableSet<String> COMPARISONS =
      ImmutableSet.of("=", "<", ">", "<=", ">=", "<>", "!=", "LIKE", "ILIKE");

  /** What may stand after a literal that is a whole side of a comparison. */
  private static final ImmutableSet<String> ENDS =
      ImmutableSet.of("", ")", "AND", "OR", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "FETCH");

  private static final ImmutableSet<String> AFTER_ROW_COUNT =
      ImmutableSet.of("", "LIMIT", "OFFSET", "FETCH", "ROW", "ROWS");

  /** What may stand before a column that is a whole side of a comparison. */
  private static final ImmutableSet<String> STARTS =
      ImmutableSet.of("WHERE", "HAVING", "AND", "OR", "NOT", "(");

  private static final ImmutableSet<String> CLAUSES =
      ImmutableSet.of(
          "SELECT", "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET",
          "FETCH");

  /** What has several ways, of which literals may tell which is best; or is no query. */
  private static final ImmutableSet<String> NOT_ONE_SCAN =
      ImmutableSet.of("JOIN", "UNION", "INTERSECT", "EXCEPT", "WITH", "EXPLAIN", "VALUES", "?");

  /** A longer list is joined with, and its length is another each time. */
  private static final int LONGEST_LIST = 19;

  /** Of a text with more, their number is another each time. */
  private static final int MOST_LITERALS = 50;

  /** Returns the text without literals; empty if there are none that can be taken out. */
  static Optional<LiteralFreeText> of(String sql) {
    List<Token> tokens = Token.of(sql);
    if (!mayBeOneScan(tokens)) {
      return Optional.empty();
    }
    ImmutableList<Literal> literals = new Reader(tokens).literals();
    return literals.isEmpty() || literals.size() > MOST_LITERALS
        ? Optional.empty()
        : Optional.of(new LiteralFreeText(withParameters(sql, literals), literals));
  }

  private static boolean mayBeOneScan(List<Token> tokens) {
    return tokens.stream().noneMatch(token -> NOT_ONE_SCAN.contains(token.text()))
        && tokens.stream().filter(token -> token.text().equals("SELECT")).count() == 1;
  }

  private static String withParameters(String sql, List<Literal> literals) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (Literal literal : literals) {
      text.append(sql, copied, literal.start()).append('?');
      copied = literal.end();
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** Returns a letter for each literal, which tells apart what may have other types. */
  String kinds() {
    StringBuilder kinds = new StringBuilder();
    literals.forEach(literal -> kinds.append(literal.kind().letter()));
    return kinds.toString();
  }

  /**
   * Returns the values of a plan's parameters by their names; empty if the plan has one as a type
   * in which its literal would be another value than as it is written.
   */
  Optional<ImmutableMap<String, Object>> values(List<AvaticaParameter> parameters) {
    if (parameters.size() != literals.size()) {
      return Optional.empty();
    }
    ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
    for (int i = 0; i < parameters.size(); i++) {
      Optional<Object> value = literals.get(i).as(parameters.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put("?" + i, value.get());
    }
    return Optional.of(values.buildOrThrow());
  }

  /** Goes through the tokens once. */
  private static final class Reader {
    private final List<Token> tokens;
    private final ImmutableList.Builder<Literal> literals = ImmutableList.builder();

    Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    ImmutableList<Literal> literals() {
      Deque<String> outer = new ArrayDeque<>();
      String clause = "";
      int i = 0;
      while (i < tokens.size()) {
        String text = text(i);
        if (text.equals("(")) {
          outer.push(clause);
        } else if (text.equals(")")) {
          clause = outer.isEmpty() ? "" : outer.pop();
        } else if (CLAUSES.contains(text)) {
          clause = text;
        }
        i = next(i, clause);
      }
      return literals.build();
    }

    private String text(int i) {
      return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
    }

    /** Takes the literals that begin behind this token; returns the number of the next to read. */
    private int next(int i, String clause) {
      int first = i + 1;
      boolean compares = isOperand(text(i - 1).equals("NOT") ? i - 2 : i - 1, clause);
      if (compares && COMPARISONS.contains(text(i))) {
        return hasEscape(first) ? first : taken(first, ENDS);
      }
      if (compares && text(i).equals("BETWEEN")) {
        int and = taken(first, ImmutableSet.of("AND"));
        return and == first ? first : taken(and + 1, ENDS);
      }
      if (compares && text(i).equals("IN") && text(first).equals("(")) {
        return list(first);
      }
      boolean rows =
          text(i).equals("LIMIT")
              || text(i).equals("OFFSET")
              || (text(i - 1).equals("FETCH")
                  && (text(i).equals("FIRST") || text(i).equals("NEXT")));
      if (rows && tokens.size() > first && AFTER_ROW_COUNT.contains(text(first + 1))) {
        Literal.rowCount(tokens.get(first)).ifPresent(literals::add);
      }
      return first;
    }

    /** Whether a column ends here that is a whole side of a comparison; or an aggregate. */
    private boolean isOperand(int end, String clause) {
      int name = text(end).equals(")") && clause.equals("HAVING") ? called(end) : end;
      if (!(clause.equals("WHERE") || clause.equals("HAVING")) || !isName(name)) {
        return false;
      }
      int start = name;
      while (text(start - 1).equals(".") && isName(start - 2)) {
        start -= 2;
      }
      return STARTS.contains(text(start - 1));
    }

    /**
     * Returns the number of the name of what is called here; -1 for a cast. To a text of a length,
     * it cuts the text off; compared with one without a length, as a parameter is, it does not.
     */
    private int called(int parenthesis) {
      int open = parenthesis;
      for (int depth = 1; depth > 0 && open > 0; ) {
        open--;
        depth += text(open).equals(")") ? 1 : text(open).equals("(") ? -1 : 0;
      }
      return text(open - 1).equals("CAST") ? -1 : open - 1;
    }

    private boolean isName(int i) {
      String text = text(i);
      return !text.isEmpty()
          && (text.equals("\"") || Character.isJavaIdentifierStart(text.charAt(0)))
          && !STARTS.contains(text)
          && !text.equals("END");
    }

    /** Whether it is a pattern that may be wrong, which is told with its place in the text. */
    private boolean hasEscape(int i) {
      return i < tokens.size() && tokens.get(i).written().indexOf('\\') >= 0;
    }

    /** Takes the literal here if it is a whole operand; returns the number of what follows it. */
    private int taken(int i, ImmutableSet<String> ends) {
      Optional<Literal> literal = Literal.at(tokens, i);
      if (literal.isEmpty() || !ends.contains(text(i + literal.get().tokens()))) {
        return i;
      }
      literals.add(literal.get());
      return i + literal.get().tokens();
    }

    /** Takes a list of literals alone; returns the number of what is read next. */
    private int list(int parenthesis) {
      ImmutableList.Builder<Literal> members = ImmutableList.builder();
      int count = 0;
      int i = parenthesis;
      while (text(i).equals(i == parenthesis ? "(" : ",")) {
        Optional<Literal> member = Literal.at(tokens, i + 1);
        if (member.isEmpty() || ++count > LONGEST_LIST) {
          return parenthesis;
        }
        members.add(member.get());
        i += 1 + member.get().tokens();
      }
      if (!text(i).equals(")")) {
        return parenthesis;
      }
      literals.addAll(members.build());
      return i + 1;
    }
  }
}
