package io.github.bedrocksql.dialect.plan;

import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.runtime.Bindable;

/** What is learnt of a plan while it is made. */
public final class PlanInMaking {
  private final boolean literalFree;
  private boolean sized;
  private Bindable<?> code;

  PlanInMaking(boolean literalFree) {
    this.literalFree = literalFree;
  }

  /** Returns one that nobody asks. */
  public static PlanInMaking ofItsOwn() {
    return new PlanInMaking(false);
  }

  /**
   * Is told of the query, before a way to answer it is chosen.
   *
   * @throws LiteralsMatter if its literals were taken out, and the choice may depend on them
   */
  public void choosesFor(RelNode query) {
    QueryShape shape = QueryShape.of(query);
    sized = shape.dependsOnSizes();
    if (literalFree && !shape.isOneScan()) {
      throw new LiteralsMatter();
    }
  }

  /** Is told of the code of a plan that reads rows. */
  public void compiled(Bindable<?> plan) {
    code = plan;
  }

  /** Whether another plan may be better once lists have other sizes. */
  boolean isSized() {
    return sized;
  }

  /** Returns the code; empty if the plan reads no rows, as that of an EXPLAIN. */
  Optional<Bindable<?>> code() {
    return Optional.ofNullable(code);
  }

  /** Says that a plan must be made with the literals in its text. */
  public static final class LiteralsMatter extends RuntimeException {
    private static final long serialVersionUID = 1;

    LiteralsMatter() {
      super("The plan depends on literals", null, false, false);
    }
  }
}
