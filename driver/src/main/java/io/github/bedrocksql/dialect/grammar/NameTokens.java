package io.github.bedrocksql.dialect.grammar;

import java.util.ArrayDeque;
import java.util.Deque;

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
  private Token ahead;

  /** The kinds of the tokens before; a statement begins where another one ends. */
  private int previous = SEMICOLON;

  private int beforePrevious = SEMICOLON;

  NameTokens(SimpleCharStream text) {
    super(text);
    parts.push(new Part(SEMICOLON, false, false));
  }

  @Override
  public Token getNextToken() {
    Token token = ahead == null ? super.getNextToken() : ahead;
    ahead = null;
    if (Words.isWord(token.kind)) {
      ahead = super.getNextToken();
      if (token.kind == LATERAL && ahead.kind == IDENTIFIER) {
        return getNextToken(); // A function in FROM sees what stands before it in any case.
      }
      if (isName(token.kind, ahead.kind)) {
        token.kind = IDENTIFIER;
      }
    }
    follow(token.kind);
    beforePrevious = previous;
    previous = token.kind;
    return token;
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
