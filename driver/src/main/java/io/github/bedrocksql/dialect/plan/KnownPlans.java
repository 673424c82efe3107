package io.github.bedrocksql.dialect.plan;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.session.StatementControl;
import java.util.Optional;
import org.apache.calcite.jdbc.CalcitePrepare.CalciteSignature;
import org.apache.calcite.jdbc.CalciteSchema;

/**
 * The plans of one connection's statements: those that the JVM knows, and new ones.
 *
 * @param schema of the connection
 */
public record KnownPlans(BedrockSchema schema) {
  /** Makes a plan. */
  @FunctionalInterface
  public interface Maker<T> {
    /** Returns the plan of a text; {@code making} is notified of it. */
    CalciteSignature<T> make(String sql, PlanInMaking making);
  }

  /**
   * Returns the plan of a statement.
   *
   * @param root the connection's root schema
   * @param maxRows rows that the statement wants at most; 0 or less for all
   */
  public <T> CalciteSignature<T> plan(
      String sql, CalciteSchema root, long maxRows, Maker<T> maker) {
    Optional<LiteralFreeText> text = LiteralFreeText.of(sql);
    if (text.isPresent()) {
      Optional<SharedPlan> plan = literalFree(text.get(), maxRows, maker);
      Optional<ImmutableMap<String, Object>> values =
          plan.flatMap(p -> text.get().values(p.parameters()));
      if (values.isPresent()) {
        return plan.get().signature(sql, root, values, maxRows);
      }
    }
    return asItIs(sql, root, maxRows, maker);
  }

  /** Returns the plan of a text whose literals are parameters; empty if it needs them. */
  private <T> Optional<SharedPlan> literalFree(LiteralFreeText text, long maxRows, Maker<T> maker) {
    PlanCache.Key key =
        new PlanCache.Key(text.sql(), text.kinds(), maxRows, schema.planScope(), null);
    Optional<PlanCache.Entry> known = PlanCache.OF_JVM.get(key);
    if (known.isPresent()) {
      return known.get().plan();
    }
    schema.session().prepareAhead();
    PlanInMaking making = new PlanInMaking(true);
    Optional<SharedPlan> made = Optional.empty();
    try {
      CalciteSignature<T> signature = maker.make(text.sql(), making);
      if (!isSized(making, key)) {
        made =
            making
                .code()
                .flatMap(code -> SharedPlan.of(signature, code))
                .filter(plan -> text.values(plan.parameters()).isPresent());
      }
    } catch (PlanInMaking.LiteralsMatter e) {
      made = Optional.empty();
    } catch (RuntimeException e) {
      // With its literals the text may be right; if it isn't, that tells what is wrong with it.
      if (isStopped()) {
        throw e;
      }
    }
    PlanCache.OF_JVM.put(key, new PlanCache.Entry(made));
    return made;
  }

  /** Whether a plan, or what is told of it, depends on how long lists are. */
  private static boolean isSized(PlanInMaking making, PlanCache.Key key) {
    return making.isSized() || key.scope().budgeted();
  }

  private static boolean isStopped() {
    return StatementControl.ofThread().map(StatementControl::isStopped).orElse(false);
  }

  private <T> CalciteSignature<T> asItIs(
      String sql, CalciteSchema root, long maxRows, Maker<T> maker) {
    PlanCache.Key key = new PlanCache.Key(sql, null, maxRows, schema.planScope(), null);
    Optional<SharedPlan> plan = PlanCache.OF_JVM.get(key).flatMap(PlanCache.Entry::plan);
    if (plan.isPresent()) {
      return plan.get().signature(sql, root, Optional.empty(), maxRows);
    }
    ImmutableMap<?, ?> sizes = schema.session().lists().sizes();
    Optional<SharedPlan> sized =
        PlanCache.OF_JVM.get(key.withSizes(sizes)).flatMap(PlanCache.Entry::plan);
    if (sized.isPresent()) {
      return sized.get().signature(sql, root, Optional.empty(), maxRows);
    }
    schema.session().prepareAhead();
    PlanInMaking making = new PlanInMaking(false);
    CalciteSignature<T> signature = maker.make(sql, making);
    Optional<SharedPlan> made = making.code().flatMap(code -> SharedPlan.of(signature, code));
    if (made.isPresent()) {
      PlanCache.OF_JVM.put(
          isSized(making, key) ? key.withSizes(sizes) : key, new PlanCache.Entry(made));
    }
    return signature;
  }
}
