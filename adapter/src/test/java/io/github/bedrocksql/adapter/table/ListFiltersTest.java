package io.github.bedrocksql.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.ListCapability;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What the SDK's List requests can be narrowed by is used by some table of that List. */
class ListFiltersTest {
  /** What says how rows come rather than which. */
  private static final ImmutableSet<String> OF_PAGES =
      ImmutableSet.of("maxResults", "nextToken", "sortBy", "sortOrder");

  /**
   * No answer tells which foundation model a custom model goes back to, so no row could be checked;
   * {@code baseModelArnEquals}, which is used, leaves fewer.
   */
  private static final ImmutableMap<String, ImmutableSet<String>> NOT_SHOWN =
      ImmutableMap.of("ListCustomModels", ImmutableSet.of("foundationModelArnEquals"));

  static Stream<String> lists() {
    return BedrockTables.all().stream().map(table -> table.list().name()).distinct();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void eachFilterOfAListIsUsed(String list) throws ReflectiveOperationException {
    Set<String> taken = taken(list);
    taken.removeAll(OF_PAGES);
    taken.removeAll(NOT_SHOWN.getOrDefault(list, ImmutableSet.of()));
    assertThat(used(list)).containsExactlyInAnyOrderElementsOf(taken);
  }

  private static Set<String> taken(String list) throws ReflectiveOperationException {
    Class<?> request =
        Class.forName("software.amazon.awssdk.services.bedrock.model." + list + "Request");
    SdkPojo builder = (SdkPojo) request.getMethod("builder").invoke(null);
    return builder.sdkFields().stream()
        .map(SdkField::locationName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> used(String list) {
    return BedrockTables.all().stream()
        .filter(table -> table.list().name().equals(list))
        .flatMap(table -> parameters(table.capability()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> parameters(ListCapability list) {
    return Stream.of(
            list.status().stream().map(ListCapability.ByStatus::parameter),
            list.equal().values().stream().map(ListCapability.ByValue::parameter),
            list.name().stream().map(ListCapability.ByPart::parameter),
            list.creation().stream().flatMap(by -> Stream.of(by.after(), by.before())))
        .flatMap(parameters -> parameters);
  }
}
