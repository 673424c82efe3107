package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Conditions and expressions over text. */
final class TextPredicates {
  /** What a backslash means to the reference only where it is told. */
  private static final String ESCAPE = " ESCAPE '\\'";

  private final Dice dice;
  private final Operands operands;
  private final Set<Feature> features;

  TextPredicates(Dice dice, Operands operands, Set<Feature> features) {
    this.dice = dice;
    this.operands = operands;
    this.features = features;
  }

  Fragment over(Term term) {
    boolean status = term.column().isStatus();
    return dice.<Fragment>choice()
        .add(status ? 2 : 12, () -> like(term))
        .add(2, () -> position(term))
        .add(1, () -> functions(term))
        .add(1, () -> coalesce(term))
        .addIf(features.contains(Feature.ILIKE), 1, () -> ilike(term))
        .addIf(status, 8, () -> statuses(term))
        .make();
  }

  /** Statuses in all the ways to ask for one or several. */
  private Fragment statuses(Term term) {
    List<String> some = List.of(operands.held(term), operands.held(term));
    return Fragment.of(
        dice.of(
            "(@ = @ OR @ = @)",
            "(@ <> @ AND @ <> @)",
            "(@ = @ AND @ <> @)",
            "NOT (@ = @ OR @ = @)"),
        term.sql(),
        operands.text(term, () -> some.get(0)),
        term.sql(),
        operands.text(term, () -> some.get(1)));
  }

  private Fragment like(Term term) {
    String operator = dice.of(" LIKE ", " LIKE ", " LIKE ", " NOT LIKE ");
    if (dice.chance(0.2)) {
      char escape = dice.of('!', '\\', '^');
      return Fragment.of(
          "@" + operator + "@ ESCAPE '" + escape + "'",
          term.sql(),
          operands.text(term, () -> escapedPattern(term, escape)));
    }
    if (features.contains(Feature.DEFAULT_ESCAPE) && dice.chance(0.2)) {
      return Fragment.of(
          "@" + operator + "@",
          "@" + operator + "@" + ESCAPE,
          term.sql(),
          operands.text(term, () -> escapedPattern(term, '\\')));
    }
    return Fragment.of("@" + operator + "@", term.sql(), operands.text(term, () -> pattern(term)));
  }

  /** Without an ESCAPE, too, a backslash escapes. */
  private Fragment ilike(Term term) {
    if (features.contains(Feature.DEFAULT_ESCAPE) && dice.chance(0.2)) {
      String operator = dice.of("@ ILIKE @", "@ NOT ILIKE @");
      return Fragment.of(
          operator,
          operator + ESCAPE,
          term.sql(),
          operands.text(term, () -> escapedPattern(term, '\\')));
    }
    boolean upper = dice.chance(0.5);
    return Fragment.of(
        dice.of("@ ILIKE @", "@ NOT ILIKE @"),
        term.sql(),
        operands.text(
            term, () -> upper ? Values.upper(pattern(term)) : Values.lower(pattern(term))));
  }

  /** A piece of a value between wildcards, with others in the midst of it. */
  private String pattern(Term term) {
    // A backslash would escape what comes after it, of which there may be nothing.
    String text = piece(term).replace("\\", "");
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean wild = dice.chance(0.06);
      pattern.append(wild ? dice.of("_", "_", "%") : text.substring(i, i + 1));
    }
    return wrapped(pattern.toString());
  }

  private String escapedPattern(Term term, char escape) {
    String text = piece(term).replace(String.valueOf(escape), "");
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      pattern.append(c == '_' || c == '%' ? "" + escape + c : "" + c);
    }
    pattern.append(dice.of("", "", escape + "%", escape + "_", "" + escape + escape));
    return wrapped(pattern.toString());
  }

  private String wrapped(String pattern) {
    return dice.of(
        pattern + "%", pattern + "%", "%" + pattern, "%" + pattern + "%", pattern, "_%" + pattern);
  }

  private String piece(Term term) {
    Object value = dice.chance(0.9) ? operands.held(term) : operands.value(term);
    String text = (String) value;
    if (text.isEmpty()) {
      return text;
    }
    int from = dice.chance(0.5) ? 0 : dice.below(text.length());
    int to = dice.chance(0.3) ? text.length() : dice.between(from, text.length());
    return text.substring(from, to);
  }

  private Fragment position(Term term) {
    return Fragment.of(
        "POSITION(@ IN @) " + dice.of("> 0", "> 0", "= 1", "= 0"),
        operands.lonely(term, () -> piece(term)),
        term.sql());
  }

  private Fragment functions(Term term) {
    return dice.<Fragment>choice()
        .add(2, () -> equal("LOWER(@)", term, Values::lower))
        .add(2, () -> equal("UPPER(@)", term, Values::upper))
        .add(1, () -> equal("@ || '-x'", term, text -> text + "-x"))
        .add(1, () -> equal("TRIM(@)", term, text -> text))
        .add(
            1,
            () ->
                equal(
                    "SUBSTRING(@ FROM 1 FOR 3)",
                    term,
                    text -> text.substring(0, Math.min(3, text.length()))))
        .add(
            1,
            () -> Fragment.of("CHAR_LENGTH(@) > @", term.sql(), Fragment.text("" + dice.below(40))))
        .make();
  }

  private Fragment equal(String expression, Term term, UnaryOperator<String> like) {
    return Fragment.of(
        expression + dice.of(" = @", " <> @"),
        term.sql(),
        operands.text(term, () -> like.apply(operands.held(term))));
  }

  private Fragment coalesce(Term term) {
    return Fragment.of(
        "COALESCE(@, 'none')" + dice.of(" = ", " <> ", " < ") + "@",
        term.sql(),
        dice.chance(0.3) ? Fragment.text("'none'") : operands.near(term));
  }

  /** Returns an expression without parameters. */
  Term expression(Term term) {
    return dice.<Term>choice()
        .add(2, () -> simple(term))
        .add(1, () -> term.as(Fragment.of("COALESCE(@, 'none')", term.sql())))
        .add(1, () -> caseWhen(term))
        .make();
  }

  private Term caseWhen(Term term) {
    boolean ragged = features.contains(Feature.RAGGED_LITERALS);
    Fragment chosen =
        Fragment.of(
            "CASE WHEN @ = @ THEN 'hit' ELSE " + (ragged ? "'miss'" : "'mis'") + " END",
            term.sql(),
            operands.literalNear(term));
    return term.as(operands.wide(chosen, ColumnType.TEXT));
  }

  /** Returns an expression without parameters, CASE and what stands for one. */
  Term simple(Term term) {
    return dice.<Term>choice()
        .add(2, () -> term.as(Fragment.of(dice.of("LOWER(@)", "UPPER(@)"), term.sql())))
        .add(1, () -> term.as(Fragment.of("@ || '!'", term.sql())))
        .add(1, () -> term.as(length(term), ColumnType.LONG))
        .add(1, () -> term.as(Fragment.of("SUBSTRING(@ FROM 1 FOR 4)", term.sql())))
        .make();
  }

  private Fragment length(Term term) {
    return operands.wide(Fragment.of("CHAR_LENGTH(@)", term.sql()), ColumnType.LONG);
  }
}
