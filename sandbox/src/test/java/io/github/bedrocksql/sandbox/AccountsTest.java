package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.CustomModelSummary;

/** Who assumes a role sees what the role's account has. */
class AccountsTest {
  private static final String OTHER = "210987654321";

  private static AwsSessionCredentials assumeRole(Sandbox sandbox) throws IOException {
    String answer =
        RawHttp.post(
                sandbox,
                "/",
                "Action=AssumeRole&RoleSessionName=test&RoleArn=arn%3Aaws%3Aiam%3A%3A"
                    + OTHER
                    + "%3Arole%2Faudit")
            .body();
    return AwsSessionCredentials.create(
        text(answer, "AccessKeyId"), text(answer, "SecretAccessKey"), text(answer, "SessionToken"));
  }

  private static String text(String xml, String element) {
    Matcher found = Pattern.compile("<" + element + ">([^<]+)<").matcher(xml);
    assertThat(found.find()).as(xml).isTrue();
    return found.group(1);
  }

  @Test
  void eachAccountHasItsOwnAndKnowsWhatItOwns() throws IOException {
    ImmutableList<CustomModel> models =
        GeneratedRows.of(CustomModel.RESOURCE, Bench.REGION, OTHER, 30, 7);
    try (Bench bench =
            new Bench(
                Sandbox.builder()
                    .sampleJobs()
                    .rows(OTHER, Bench.REGION, CustomModel.RESOURCE, models));
        BedrockClient client =
            bench.client(
                Bench.REGION,
                StaticCredentialsProvider.create(assumeRole(bench.sandbox())),
                DefaultRetryStrategy.doNotRetry())) {
      assertThat(client.listCustomModels(r -> {}).modelSummaries())
          .hasSize(30)
          .extracting(CustomModelSummary::ownerAccountId)
          .containsOnly(OTHER);
      assertThat(client.listCustomModels(r -> r.isOwned(true)).modelSummaries()).hasSize(30);
      assertThat(client.listModelImportJobs(r -> {}).modelImportJobSummaries()).isEmpty();
      assertThat(bench.client().listCustomModels(r -> r.isOwned(false)).modelSummaries())
          .extracting(CustomModelSummary::ownerAccountId)
          .containsExactly(OTHER);
    }
  }
}
