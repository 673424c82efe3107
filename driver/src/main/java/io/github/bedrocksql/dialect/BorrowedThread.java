package io.github.bedrocksql.dialect;

import com.google.common.collect.MoreCollectors;
import java.util.Arrays;
import org.apache.calcite.rel.metadata.JaninoRelMetadataProvider;
import org.apache.calcite.rel.metadata.RelMetadataQueryBase;
import org.apache.calcite.rel.rules.DateRangeRules;
import org.apache.calcite.sql.type.SqlTypeCoercionRule;
import org.apache.calcite.util.TryThreadLocal.Memo;

/**
 * The application's thread, in which a plan is made. Calcite leaves objects in it, and whatever
 * they belong to: the driver's classes could not be unloaded for as long as the thread lives.
 *
 * @param metadata what was there before; null for nothing
 * @param coercion remembers what was there before
 */
record BorrowedThread(JaninoRelMetadataProvider metadata, Memo coercion) {
  /** Where a rule keeps an object of its own class for each thread. */
  private static final ThreadLocal<?> DATE_RANGES = dateRanges();

  /** Returns the thread as it is. */
  static BorrowedThread current() {
    return new BorrowedThread(
        RelMetadataQueryBase.THREAD_PROVIDERS.get(),
        SqlTypeCoercionRule.THREAD_PROVIDERS.push(SqlTypeCoercionRule.instance()));
  }

  /** Makes the thread what it was. */
  void giveBack() {
    if (metadata == null) {
      RelMetadataQueryBase.THREAD_PROVIDERS.remove();
    } else {
      RelMetadataQueryBase.THREAD_PROVIDERS.set(metadata);
    }
    coercion.close();
    DATE_RANGES.remove();
  }

  private static ThreadLocal<?> dateRanges() {
    Class<?> finder =
        Arrays.stream(DateRangeRules.class.getDeclaredClasses())
            .filter(type -> type.getSimpleName().equals("ExtractFinder"))
            .collect(MoreCollectors.onlyElement());
    return (ThreadLocal<?>) CalciteField.of(finder, "THREAD_INSTANCES").get(null);
  }
}
