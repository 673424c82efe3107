package io.github.bedrocksql.dialect.function;

import io.github.bedrocksql.adapter.TextTest;
import io.github.bedrocksql.dialect.pattern.PatternFunctions;

/** LIKE and ILIKE, with an escape and without, as code and without it. */
final class PatternRoutine extends RoutineFunction implements TextTest {
  private final boolean ignoresCase;

  PatternRoutine(String method, boolean ignoresCase) {
    super(PatternFunctions.class, method);
    this.ignoresCase = ignoresCase;
  }

  @Override
  public boolean holds(String[] texts) {
    if (texts.length == 2) {
      return ignoresCase
          ? PatternFunctions.ilike(texts[0], texts[1])
          : PatternFunctions.like(texts[0], texts[1]);
    }
    return ignoresCase
        ? PatternFunctions.ilikeEscaped(texts[0], texts[1], texts[2])
        : PatternFunctions.likeEscaped(texts[0], texts[1], texts[2]);
  }
}
