package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.bedrock.model.CustomModelSummary;

/** The generated rows are valid, distinct, and the same for a seed. */
class GeneratedRowsTest {
  private static final String REGION = "ap-south-2";
  private static final String ACCOUNT = "555566667777";

  static List<Resource<?>> resources() {
    return ImmutableList.of(
        CustomModel.RESOURCE,
        ModelInvocationJob.RESOURCE,
        ModelCustomizationJob.RESOURCE,
        CustomModelDeployment.RESOURCE,
        ProvisionedModelThroughput.RESOURCE,
        ModelCopyJob.RESOURCE,
        EvaluationJob.RESOURCE);
  }

  private static <R> ImmutableList<R> rows(Resource<R> resource, int count, long seed) {
    return GeneratedRows.of(resource, REGION, ACCOUNT, count, seed);
  }

  @ParameterizedTest
  @MethodSource("resources")
  <R> void theyAreOfTheRegionAndInTheirOrder(Resource<R> resource) {
    List<R> rows = rows(resource, 300, 7);
    assertThat(rows).hasSize(300);
    assertThat(rows).extracting(resource::arn).doesNotHaveDuplicates();
    assertThat(rows)
        .extracting(resource::arn)
        .allMatch(resource.getting()::accepts)
        .allMatch(arn -> arn.contains(":" + REGION + ":") && arn.matches(".*/fleet\\d{7}"));
    assertThat(rows).extracting(resource::rank).isSorted().doesNotHaveDuplicates();
    assertThat(rows.toString()).doesNotContain("us-east-1", "123456789012");
  }

  @ParameterizedTest
  @MethodSource("resources")
  <R> void seedDecides(Resource<R> resource) {
    assertThat(rows(resource, 50, 7)).isEqualTo(rows(resource, 50, 7));
    assertThat(rows(resource, 50, 7)).isNotEqualTo(rows(resource, 50, 8));
    assertThat(rows(resource, 50, 7).subList(0, 20)).isEqualTo(rows(resource, 20, 7));
  }

  @Test
  void rowsFindEachOther() {
    Set<String> models =
        rows(CustomModel.RESOURCE, 300, 7).stream()
            .map(CustomModel::modelArn)
            .collect(Collectors.toSet());
    assertThat(rows(CustomModelDeployment.RESOURCE, 300, 8))
        .filteredOn(deployment -> models.contains(deployment.modelArn()))
        .hasSizeGreaterThan(50);
    assertThat(rows(EvaluationJob.RESOURCE, 300, 8).toString())
        .contains(":imported-model/model0000");
  }

  @Test
  void endpointServesThem() {
    try (Bench bench =
        new Bench(
            Sandbox.builder()
                .rows(
                    REGION,
                    CustomModel.RESOURCE,
                    GeneratedRows.of(CustomModel.RESOURCE, REGION, Bench.ACCOUNT, 250, 7)))) {
      List<CustomModelSummary> all =
          bench.client(REGION).listCustomModelsPaginator(r -> r.maxResults(100)).stream()
              .flatMap(page -> page.modelSummaries().stream())
              .toList();
      assertThat(all).hasSize(250).extracting(CustomModelSummary::modelArn).doesNotHaveDuplicates();
      String name = all.get(9).modelName();
      assertThat(bench.client(REGION).getCustomModel(r -> r.modelIdentifier(name)).modelArn())
          .isEqualTo(all.get(9).modelArn());
    }
  }

  @Test
  void moreThanAMillionAreRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> rows(CustomModel.RESOURCE, 1_000_001, 7));
  }
}
