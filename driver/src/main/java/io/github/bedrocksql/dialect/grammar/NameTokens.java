package io.github.bedrocksql.dialect.grammar;

import com.google.common.base.CharMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.calcite.sql.parser.SqlParserUtil;

/**
 * The tokens of a statement, in which a word of the grammar is a name where it can be nothing else:
 * after AS, as PostgreSQL has it, and after a dot; and where what stands before and after it leaves
 * no other meaning, as in {@code SELECT date FROM t WHERE rows > 1}. A word that is in doubt stays
 * what Calcite takes it for, so that no statement means another thing than it did.
 */
final class NameTokens extends DialectParserTokenManager {
  /** What is between two parentheses, or outside of all. */
  private static final class Part {
    /** The kind of the token before the parenthesis. */
    final int opener;

    /** Whether it has a grammar of its own, in which AS is followed by expressions. */
    final boolean foreign;

    boolean type;
    boolean with;

    /** Whether there was a SELECT, and whether its list is not yet at its end. */
    boolean select;

    boolean items;
    int cases;

    Part(int opener, boolean foreign, boolean type) {
      this.opener = opener;
      this.foreign = foreign;
      this.type = type;
    }
  }

  private final Deque<Part> parts = new ArrayDeque<>();
  private final Deque<Token> ahead = new ArrayDeque<>();

  /** The kinds of the tokens before; a statement begins where another one ends. */
  private int previous = SEMICOLON;

  private int beforePrevious = SEMICOLON;

  NameTokens(SimpleCharStream text) {
    super(text);
    parts.push(new Part(SEMICOLON, false, false));
  }

  @Override
  public Token getNextToken() {
    Token token = hinted(read());
    if (token.kind == COLLATE && isByCode(peek())) {
      read();
      return getNextToken();
    }
    if (Words.isWord(token.kind)) {
      int next = peek().kind;
      if (token.kind == LATERAL && next == IDENTIFIER) {
        return getNextToken(); // A function in FROM sees what stands before it in any case.
      }
      if (isName(token.kind, next)
          || isQuantifier(token.kind, next)
          || isSelectedUnnest(token.kind, next)) {
        token.kind = IDENTIFIER;
      }
    } else {
      operator(token);
    }
    if (token.kind == EXPLAIN && previous == SEMICOLON) {
      explained(token);
    }
    follow(token.kind);
    beforePrevious = previous;
    previous = token.kind;
    return token;
  }

  private Token read() {
    return ahead.isEmpty() ? super.getNextToken() : ahead.pop();
  }

  private Token peek() {
    if (ahead.isEmpty()) {
      ahead.push(super.getNextToken());
    }
    return ahead.element();
  }

  /** Whether a word makes LIKE or ~ one of a list: LIKE ANY (…) is parsed as a call. */
  private boolean isQuantifier(int word, int next) {
    boolean pattern =
        switch (previous) {
          case LIKE, ILIKE, TILDE -> true;
          case STAR -> beforePrevious == TILDE;
          default -> false;
        };
    return pattern && next == LPAREN && (word == ANY || word == SOME || word == ALL);
  }

  /** Whether UNNEST is selected, and not in FROM. */
  private boolean isSelectedUnnest(int word, int next) {
    return word == UNNEST && next == LPAREN && parts.element().items;
  }

  /** {@code AS MATERIALIZED (…)} of WITH, and its NOT, are hints that nothing here heeds. */
  private Token hinted(Token as) {
    Part part = parts.element();
    if (as.kind == AS && part.with && !part.select) {
      Token next = read();
      Token hint = next.kind == NOT ? read() : next;
      boolean isHint = hint.kind == IDENTIFIER && hint.image.equalsIgnoreCase("MATERIALIZED");
      if (!isHint) {
        if (hint != next) {
          ahead.push(hint);
        }
        ahead.push(next);
      }
    }
    return as;
  }

  /** {@code EXPLAIN SELECT …} is {@code EXPLAIN PLAN FOR SELECT …}. */
  private void explained(Token explain) {
    if (peek().kind == IDENTIFIER && peek().image.equalsIgnoreCase("VERBOSE")) {
      read();
    }
    if (peek().kind != PLAN) {
      ahead.push(word(FOR, "FOR", explain));
      ahead.push(word(PLAN, "PLAN", explain));
    }
  }

  /** Whether a collation orders texts as they are ordered here anyway. */
  private static boolean isByCode(Token collation) {
    return Words.BY_CODE.contains(
        CharMatcher.is('"').trimFrom(collation.image).toLowerCase(Locale.ROOT));
  }

  /** {@code x ISNULL} is {@code x IS NULL}. */
  private void isNull(Token token) {
    boolean negated = token.image.equalsIgnoreCase("NOTNULL");
    if ((negated || token.image.equalsIgnoreCase("ISNULL")) && Words.isOperand(previous)) {
      ahead.push(word(NULL, "NULL", token));
      if (negated) {
        ahead.push(word(NOT, "NOT", token));
      }
      token.kind = IS;
      token.image = "IS";
    }
  }

  private static Token word(int kind, String image, Token place) {
    Token word = Token.newToken(kind);
    word.kind = kind;
    word.image = image;
    word.beginLine = place.beginLine;
    word.beginColumn = place.beginColumn;
    word.endLine = place.endLine;
    word.endColumn = place.endColumn;
    return word;
  }

  /** Makes of a token what PostgreSQL takes it for. */
  private void operator(Token token) {
    switch (token.kind) {
      case IDENTIFIER -> isNull(token);
      case LAMBDA -> token.kind = ARROW;
      case COLON -> {
        if (peek().kind == EQ && isNext(token)) {
          token.kind = NAMED_ARGUMENT_ASSIGNMENT; // f(x := 1) is f(x => 1).
          token.image = "=>";
          token.endColumn = read().endColumn;
        }
      }
      case CARET -> token.kind = RAISE;
      case HOOK -> {
        if (Words.isOperand(previous)) {
          hasKey(token);
        }
      }
      case HAS_KEY, HAS_ANY, HAS_ALL -> token.image = token.image.substring(1);
      case LBRACKET -> {
        if (previous != ARRAY && peek().kind == RBRACKET) {
          token.kind = ARRAY; // As in text[]
          token.image = "ARRAY";
          read();
        }
      }
      case DOLLAR_STRING -> literal(token, token.image.substring(2, token.image.length() - 2));
      case C_STYLE_ESCAPED_STRING_LITERAL -> unescape(token);
      default -> {}
    }
  }

  private static void literal(Token token, String text) {
    token.kind = QUOTED_STRING;
    token.image = "'" + text.replace("'", "''") + "'";
  }

  /** Calcite's own literal is of another character set than the others. */
  private static void unescape(Token token) {
    try {
      literal(token, SqlParserUtil.parseCString(token.image));
    } catch (SqlParserUtil.MalformedUnicodeEscape e) {
      // The parser says so, with the place.
      token.kind = C_STYLE_ESCAPED_STRING_LITERAL;
    }
  }

  /** A question mark after an operand is not a parameter; PostgreSQL's driver writes it as two. */
  private void hasKey(Token token) {
    if (peek().kind == HOOK && isNext(token)) {
      token.endColumn = read().endColumn;
    }
    token.kind =
        !isNext(token)
            ? HAS_KEY
            : switch (peek().kind) {
              case VERTICAL_BAR -> HAS_ANY;
              case AMPERSAND -> HAS_ALL;
              default -> HAS_KEY;
            };
    token.image = token.kind == HAS_KEY ? "?" : "?" + read().image;
  }

  /** Whether nothing is between a token and the one ahead. */
  private boolean isNext(Token token) {
    return peek().beginLine == token.endLine && peek().beginColumn == token.endColumn + 1;
  }

  private boolean isName(int word, int next) {
    Part part = parts.element();
    if (previous == DOT || (word == CURRENT_SCHEMA && next == LPAREN)) {
      return true;
    }
    if (part.foreign || part.type) {
      return false;
    }
    if (previous == AS) {
      return !Words.isKeptAfterAs(word, next);
    }
    if (Words.isOperand(previous)) {
      return part.items
          ? !isKept(part, word) && Words.isLabelBefore(word, next)
          : part.select && !isKept(part, word) && Words.isAliasBefore(word, next);
    }
    if (part.with && next == LPAREN) {
      return !part.select && (previous == WITH || previous == COMMA || previous == RECURSIVE);
    }
    return Words.isBeforeOperand(previous)
        && !isFrame(part, word, next)
        && Words.isOperandBefore(word, next);
  }

  /** Whether a word after an operand ends what is open: a CASE, or OFFSET 5 ROWS. */
  private boolean isKept(Part part, int word) {
    return switch (word) {
      case WHEN, THEN, ELSE, END -> part.cases > 0;
      case ROW, ROWS -> beforePrevious == OFFSET;
      default -> false;
    };
  }

  /** Whether a word begins the frame of a window: OVER (ROWS BETWEEN …). */
  private static boolean isFrame(Part part, int word, int next) {
    return (word == ROWS || word == RANGE)
        && next == BETWEEN
        && !part.select
        && (part.opener == OVER || part.opener == AS);
  }

  private void follow(int kind) {
    Part part = parts.element();
    switch (kind) {
      case LPAREN -> parts.push(inside(part));
      case RPAREN -> {
        if (parts.size() > 1) {
          parts.pop();
        }
      }
      case SELECT -> {
        part.select = true;
        part.items = true;
      }
      case FROM -> part.items &= previous == DISTINCT; // IS DISTINCT FROM
      case WITH -> part.with |= !part.select;
      case CASE -> part.cases++;
      case END -> part.cases--;
      case AS -> part.type |= Words.isCast(part.opener);
      case RETURNING -> part.type = true;
      default -> {}
    }
  }

  private Part inside(Part part) {
    boolean foreign = part.foreign || previous == MATCH_RECOGNIZE || previous == UNPIVOT;
    boolean type = part.type || previous == CONVERT || previous == EXTEND;
    return new Part(previous, foreign, type);
  }
}
