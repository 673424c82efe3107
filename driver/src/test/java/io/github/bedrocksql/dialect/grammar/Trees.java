package io.github.bedrocksql.dialect.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserImplFactory;
import org.apache.calcite.sql.parser.impl.SqlParserImpl;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.util.Litmus;

/** The trees that Calcite's own parser and this driver's make of a text. */
public final class Trees {
  private Trees() {}

  /**
   * Asserts that this driver's grammar reads a text as Calcite's does, each node in its place.
   *
   * @return whether Calcite reads it at all
   */
  public static boolean assertSame(String sql) {
    Optional<SqlNode> calcite = read(SqlParserImpl.FACTORY, sql);
    // Some nodes are not even equal to themselves read again: TABLESAMPLE.
    if (calcite.isEmpty()
        || !equal(calcite.get(), read(SqlParserImpl.FACTORY, sql).orElseThrow())) {
      return false;
    }
    assertThatCode(() -> parse(DialectGrammar.FACTORY, sql)).as(sql).doesNotThrowAnyException();
    SqlNode ours = read(DialectGrammar.FACTORY, sql).orElseThrow();
    assertThat(equal(calcite.get(), ours)).as("%s%n%s%n%s", sql, calcite.get(), ours).isTrue();
    assertThat(places(ours)).as(sql).isEqualTo(places(calcite.get()));
    return true;
  }

  /** Returns what this driver's grammar makes of a text; throws if it can't read it. */
  static SqlNode ours(String sql) throws SqlParseException {
    return parse(DialectGrammar.FACTORY, sql);
  }

  /** Returns whether this driver's grammar reads a text. */
  public static boolean isRead(String sql) {
    return read(DialectGrammar.FACTORY, sql).isPresent();
  }

  private static boolean equal(SqlNode one, SqlNode other) {
    return one.equalsDeep(other, Litmus.IGNORE);
  }

  private static Optional<SqlNode> read(SqlParserImplFactory grammar, String sql) {
    try {
      return Optional.of(parse(grammar, sql));
    } catch (SqlParseException e) {
      return Optional.empty();
    }
  }

  private static SqlNode parse(SqlParserImplFactory grammar, String sql) throws SqlParseException {
    SqlParser.Config settings =
        SqlParser.config()
            .withParserFactory(grammar)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withConformance(SqlConformanceEnum.LENIENT);
    return SqlParser.create(sql, settings).parseStmt();
  }

  private static List<String> places(SqlNode tree) {
    List<String> places = new ArrayList<>();
    tree.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlCall call) {
            places.add(call.getKind() + " " + call.getParserPosition());
            return super.visit(call);
          }

          @Override
          public Void visit(SqlIdentifier name) {
            places.add(name + " " + name.getParserPosition());
            return null;
          }

          @Override
          public Void visit(SqlLiteral literal) {
            places.add(literal + " " + literal.getParserPosition());
            return null;
          }
        });
    return places;
  }
}
