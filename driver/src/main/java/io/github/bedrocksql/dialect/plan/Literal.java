package io.github.bedrocksql.dialect.plan;

import io.github.bedrocksql.dialect.validate.ParameterUse;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.AvaticaParameter;

/**
 * A literal in a statement's text.
 *
 * @param value what is between its quotes, or its digits
 * @param tokens how many it is written in
 */
record Literal(Kind kind, String value, int tokens, int start, int end) {
  /** What its form tells of its type. */
  enum Kind {
    TEXT('t'),
    NUMBER('n'),
    TIMESTAMP('s'),
    DATE('d'),
    ROW_COUNT('r');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  /** Longer numbers, and those with an exponent, have types of their own. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

  private static final Pattern ROW_COUNT = Pattern.compile("\\d{1,9}");

  /** Of the forms of a time, those that all readers read alike. */
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?)?");

  /** Returns the literal that begins at a token, if one does. */
  static Optional<Literal> at(List<Token> tokens, int index) {
    if (index >= tokens.size()) {
      return Optional.empty();
    }
    Token token = tokens.get(index);
    if (isString(token)) {
      return Optional.of(new Literal(Kind.TEXT, text(token), 1, token.start(), token.end()));
    }
    if (NUMBER.matcher(token.text()).matches()) {
      return Optional.of(new Literal(Kind.NUMBER, token.text(), 1, token.start(), token.end()));
    }
    boolean timestamp = token.text().equals("TIMESTAMP");
    if ((timestamp || token.text().equals("DATE"))
        && index + 1 < tokens.size()
        && isString(tokens.get(index + 1))) {
      Token quoted = tokens.get(index + 1);
      return Optional.of(
          new Literal(
              timestamp ? Kind.TIMESTAMP : Kind.DATE,
              text(quoted),
              2,
              token.start(),
              quoted.end()));
    }
    return Optional.empty();
  }

  /** Whether it is a string that is closed: a quote in it is two. */
  private static boolean isString(Token token) {
    return token.text().equals("'")
        && token.written().chars().filter(c -> c == '\'').count() % 2 == 0;
  }

  /** Returns the number of rows that a token is, if it is one. */
  static Optional<Literal> rowCount(Token token) {
    return ROW_COUNT.matcher(token.text()).matches()
        ? Optional.of(new Literal(Kind.ROW_COUNT, token.text(), 1, token.start(), token.end()))
        : Optional.empty();
  }

  private static String text(Token quoted) {
    String written = quoted.written();
    return written.substring(1, written.length() - 1).replace("''", "'");
  }

  /**
   * Returns the value as Calcite has that of a parameter; empty where the literal itself would be
   * of another type.
   */
  Optional<Object> as(AvaticaParameter parameter) {
    ParameterUse use = ParameterUse.valueOf(parameter.className);
    return switch (kind) {
      case ROW_COUNT ->
          use == ParameterUse.ROW_COUNT ? Optional.of(Integer.valueOf(value)) : Optional.empty();
      case NUMBER ->
          use == ParameterUse.COMPARED && isExact(parameter.parameterType)
              ? Optional.of(new BigDecimal(value))
              : Optional.empty();
      case TEXT ->
          use != ParameterUse.VALUE
              ? Optional.empty()
              : parameter.parameterType == Types.VARCHAR
                  ? Optional.of(value)
                  : time(parameter.parameterType == Types.TIMESTAMP);
      case TIMESTAMP -> value.length() > 10 ? time(isTimestamp(parameter, use)) : Optional.empty();
      case DATE -> value.length() == 10 ? time(isTimestamp(parameter, use)) : Optional.empty();
    };
  }

  private static boolean isExact(int type) {
    return type == Types.INTEGER
        || type == Types.BIGINT
        || type == Types.SMALLINT
        || type == Types.TINYINT
        || type == Types.DECIMAL;
  }

  private static boolean isTimestamp(AvaticaParameter parameter, ParameterUse use) {
    return use == ParameterUse.VALUE && parameter.parameterType == Types.TIMESTAMP;
  }

  /** Returns the milliseconds of a time; empty if it has another form, or there is none such. */
  private Optional<Object> time(boolean expected) {
    if (!expected || !TIME.matcher(value).matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(value.substring(0, 10));
      LocalTime time = value.length() > 10 ? LocalTime.parse(value.substring(11)) : LocalTime.MIN;
      LocalDateTime both = date.atTime(time);
      return Optional.of(both.toInstant(ZoneOffset.UTC).toEpochMilli());
    } catch (DateTimeException e) {
      return Optional.empty(); // With the literal in it, the text fails and says why.
    }
  }
}
