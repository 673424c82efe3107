package io.github.bedrocksql.taste;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A parameterized or repeated test of whose invocations a {@link Taste} will do. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Tasted.OneOfEach.class)
public @interface Tasted {
  /** Skips the other invocations, which a report then counts. */
  final class OneOfEach implements ExecutionCondition {
    private static final Pattern INVOCATION = Pattern.compile("-invocation:#(\\d+)]$");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Matcher number = INVOCATION.matcher(context.getUniqueId());
      return !number.find() || Taste.has(Integer.parseInt(number.group(1)) - 1)
          ? ConditionEvaluationResult.enabled("one of the taste")
          : ConditionEvaluationResult.disabled("runs under the profile long");
    }
  }
}
