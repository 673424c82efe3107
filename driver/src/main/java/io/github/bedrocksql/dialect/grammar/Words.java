package io.github.bedrocksql.dialect.grammar;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Kinds of tokens, by what may stand before and after a name. */
final class Words implements DialectParserConstants {
  private static final Splitter BLANKS =
      Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().trimResults();

  /** The kinds of tokens, by how they are written. */
  private static final ImmutableMap<String, Integer> KINDS = kinds();

  /**
   * Words that PostgreSQL takes as names and the grammar alone does not, since it would read other
   * statements differently then.
   */
  private static final BitSet NAMES =
      tokens(
          """
          ALLOW ASOF BETWEEN BIGINT BIT BLOB BOOLEAN CALL CHAR CHARACTER CLOB CUBE CURRENT CURSOR
          DATE DATETIME DEC DECIMAL DELETE DESCRIBE DISALLOW DOUBLE EXISTS EXPLAIN EXTEND FILTER
          FLOAT INSERT INT INTEGER INTERVAL MATCH_CONDITION MATCH_RECOGNIZE MEASURE MERGE MINUS
          MULTISET NATIONAL NCHAR NCLOB NEW NEXT NUMERIC OVER PARTITION PATTERN PERIOD PERMUTE
          QUALIFY RANGE REAL ROLLUP ROW ROWS SET SMALLINT STREAM TIME TIMESTAMP TINYINT UNNEST
          UNSIGNED UPDATE UPSERT UUID VALUE VALUES VARBINARY VARCHAR VARIANT WITHIN
          """);

  /** Those of {@link #NAMES} that an operand or a query may follow. */
  private static final BitSet PREFIXES =
      tokens("BETWEEN CURRENT INTERVAL MEASURE NEW NEXT STREAM VALUES");

  /** Reserved words that PostgreSQL takes as labels without AS. */
  private static final BitSet RESERVED_LABELS =
      tokens(
          """
          ALL ANY ASYMMETRIC AUTHORIZATION BINARY BOTH CASE CAST CHECK COLUMN CONSTRAINT
          CURRENT_CATALOG CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP
          CURRENT_USER DEFAULT DISTINCT END FALSE FOREIGN LATERAL LEADING LOCALTIME LOCALTIMESTAMP
          NULL ONLY PRIMARY REFERENCES SELECT SESSION_USER SOME SYMMETRIC TABLE TABLESAMPLE TRAILING
          TRUE UNIQUE USER
          """);

  /** Those that mean something after an operand, unless a comma or FROM comes next. */
  private static final BitSet RARE_LABELS =
      tokens(
          """
          AND ASOF BETWEEN COLLATE CROSS ELSE FULL IN INNER IS JOIN LEFT LIKE MULTISET NATURAL NOT
          OR OUTER RIGHT SIMILAR THEN USING WHEN WITHIN
          """);

  /** Those that label an operand only after AS. */
  private static final BitSet LABELS_AFTER_AS = tokens("CHAR CHARACTER FILTER OVER");

  /** What ends an item of a list, a part of a query or a statement. */
  private static final BitSet END_OF_ITEM =
      tokens(
          """
          <EOF> ; , ) FROM WHERE GROUP HAVING ORDER LIMIT OFFSET FETCH WINDOW UNION EXCEPT INTERSECT
          """);

  private static final BitSet AFTER_TABLE =
      with(END_OF_ITEM, tokens("AS ON USING JOIN INNER LEFT RIGHT FULL CROSS NATURAL"));

  private static final BitSet AFTER_OPERAND =
      with(
          AFTER_TABLE,
          tokens(
              """
              . ] : = <> != < > <= >= / % || AND OR IS IN BETWEEN LIKE ILIKE RLIKE SIMILAR COLLATE
              TO ASC DESC NULLS WHEN THEN ELSE END ROWS RANGE
              """));

  /** What may follow an operand, and may begin one. */
  private static final BitSet AROUND_OPERAND =
      tokens("+ - * NOT LEFT RIGHT <IDENTIFIER> <QUOTED_IDENTIFIER>");

  /** What lets an operand, or a table, begin. */
  private static final BitSet BEFORE_OPERAND =
      tokens(
          """
          ( [ , = <> != < > <= >= + - * / % || : SELECT DISTINCT ALL BY WHERE AND OR NOT ON HAVING
          QUALIFY CASE WHEN THEN ELSE BETWEEN SYMMETRIC LIKE ILIKE RLIKE ESCAPE IN FROM JOIN WINDOW
          OVER WITH RECURSIVE TO BOTH LEADING TRAILING
          """);

  private static final BitSet OPERAND =
      tokens(
          """
          <IDENTIFIER> <QUOTED_IDENTIFIER> <UNICODE_QUOTED_IDENTIFIER> <UNSIGNED_INTEGER_LITERAL>
          <DECIMAL_NUMERIC_LITERAL> <APPROX_NUMERIC_LITERAL> <QUOTED_STRING> <BINARY_STRING_LITERAL>
          <PREFIXED_STRING_LITERAL> <UNICODE_STRING_LITERAL> ? ) ] } END NULL TRUE FALSE USER
          CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER
          """);

  /** Words that follow AS and are not a name there: AS OF, EXPLAIN PLAN AS JSON. */
  private static final BitSet KEPT_AFTER_AS = tokens("OF JSON XML DOT");

  /** Collations that order texts by their characters' codes. */
  static final ImmutableSet<String> BY_CODE = ImmutableSet.of("c", "posix", "ucs_basic", "default");

  private static final BitSet CASTS = tokens("CAST SAFE_CAST TRY_CAST");

  private Words() {}

  /** Whether a token is one of the grammar's words: they have the first numbers. */
  static boolean isWord(int kind) {
    return A <= kind && kind <= ZONE;
  }

  static boolean isCast(int kind) {
    return CASTS.get(kind);
  }

  /** Whether a word after AS, which {@code next} follows, belongs to the grammar. */
  static boolean isKeptAfterAs(int kind, int next) {
    return KEPT_AFTER_AS.get(kind)
        || (kind == MEASURE && (next == IDENTIFIER || next == QUOTED_IDENTIFIER));
  }

  /** Whether a token before a word lets an operand, or a table, begin there. */
  static boolean isBeforeOperand(int previous) {
    return BEFORE_OPERAND.get(previous);
  }

  /** Whether a token ends an operand or a table. */
  static boolean isOperand(int previous) {
    return OPERAND.get(previous);
  }

  /** Whether a word is an operand or a table, where one can begin and {@code next} follows. */
  static boolean isOperandBefore(int kind, int next) {
    boolean around = AROUND_OPERAND.get(next);
    return NAMES.get(kind)
        && (PREFIXES.get(kind)
            ? AFTER_OPERAND.get(next) && !around
            : AFTER_OPERAND.get(next) || around);
  }

  /** Whether a word is the label of the operand before it. */
  static boolean isLabelBefore(int kind, int next) {
    if (RARE_LABELS.get(kind)) {
      return next == COMMA || next == FROM;
    }
    return END_OF_ITEM.get(next)
        && (RESERVED_LABELS.get(kind) || (NAMES.get(kind) && !LABELS_AFTER_AS.get(kind)));
  }

  /** Whether a word is the alias of the table before it. */
  static boolean isAliasBefore(int kind, int next) {
    return NAMES.get(kind) && !RARE_LABELS.get(kind) && AFTER_TABLE.get(next);
  }

  private static ImmutableMap<String, Integer> kinds() {
    CharMatcher quote = CharMatcher.is('"');
    Map<String, Integer> kinds = new HashMap<>();
    for (int kind = 0; kind < tokenImage.length; kind++) {
      kinds.putIfAbsent(quote.trimFrom(tokenImage[kind]), kind);
    }
    return ImmutableMap.copyOf(kinds);
  }

  private static BitSet tokens(String images) {
    BitSet kinds = new BitSet();
    for (String image : BLANKS.split(images)) {
      Integer kind = KINDS.get(image);
      if (kind == null) {
        throw new IllegalArgumentException("The grammar has no token '" + image + "'");
      }
      kinds.set(kind);
    }
    return kinds;
  }

  private static BitSet with(BitSet some, BitSet others) {
    BitSet all = (BitSet) some.clone();
    all.or(others);
    return all;
  }
}
