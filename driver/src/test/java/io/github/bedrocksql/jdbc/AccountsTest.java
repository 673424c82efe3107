package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.CustomModel;
import io.github.bedrocksql.sandbox.Fault;
import io.github.bedrocksql.sandbox.FoundationModel;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles of several accounts: assumed once each, asked side by side, pruned by account. */
class AccountsTest {
  private static final String REGION = "us-east-1";
  private static final String ONE = "111111111111";
  private static final String TWO = "222222222222";
  private static final ImmutableList<String> ROLES = ImmutableList.of(role(ONE), role(TWO));

  private static String role(String account) {
    return "arn:aws:iam::" + account + ":role/audit";
  }

  private static Sandbox.Builder two() {
    return Sandbox.builder()
        .generatedJobs(REGION, 3)
        .jobs(ONE, REGION, GeneratedJobs.of(REGION, ONE, 4))
        .jobs(TWO, REGION, GeneratedJobs.of(REGION, TWO, 5));
  }

  private static List<String> operations(Sandbox sandbox) {
    return sandbox.requests().stream().map(RecordedRequest::operation).sorted().toList();
  }

  @Test
  void eachAccountIsAskedWithItsRole() throws SQLException {
    try (Sandbox sandbox = two().start();
        Connection connection =
            Bench.connect(sandbox, "region=us-east-1;roleArns=" + String.join(",", ROLES))) {
      String sql =
          "SELECT account_id || ' ' || COUNT(*) FROM model_import_jobs GROUP BY account_id"
              + " ORDER BY account_id";
      assertThat(Bench.texts(connection, sql)).containsExactly(ONE + " 4", TWO + " 5");
      assertThat(operations(sandbox))
          .containsExactly(
              "AssumeRole", "AssumeRole", "ListModelImportJobs", "ListModelImportJobs");
      sandbox.clearRequests();
      Bench.texts(connection, sql);
      assertThat(operations(sandbox)).as("roles are assumed once").doesNotContain("AssumeRole");
      assertThat(
              Bench.texts(
                  connection,
                  "SELECT DISTINCT account_id FROM api_calls WHERE operation LIKE 'List%'"))
          .containsExactlyInAnyOrder(ONE, TWO);
    }
  }

  @Test
  void accountPrunesBeforeAnyCall() throws SQLException {
    try (Sandbox sandbox = two().start();
        Connection connection =
            Bench.connect(sandbox, "region=us-east-1;roleArns=" + String.join(",", ROLES))) {
      assertThat(
              Bench.texts(
                  connection,
                  "SELECT job_name FROM model_import_jobs WHERE account_id = '" + TWO + "'"))
          .hasSize(5);
      assertThat(operations(sandbox)).containsExactly("AssumeRole", "ListModelImportJobs");
      sandbox.clearRequests();
      String arn = GeneratedJobs.of(REGION, TWO, 1).get(0).jobArn();
      assertThat(
              Bench.texts(
                  connection, "SELECT status FROM model_import_jobs WHERE job_arn = '" + arn + "'"))
          .hasSize(1);
      assertThat(operations(sandbox)).containsExactly("GetModelImportJob");
      sandbox.clearRequests();
      assertThat(
              Bench.texts(
                  connection,
                  "SELECT status FROM model_import_jobs WHERE account_id = '333333333333'"))
          .isEmpty();
      assertThat(operations(sandbox)).isEmpty();
    }
  }

  @Test
  void ownCredentialsBesideRoles() throws SQLException {
    try (Sandbox sandbox = two().start();
        Connection connection =
            Bench.connect(sandbox, "region=us-east-1;roleArns=self," + role(ONE))) {
      assertThat(Bench.texts(connection, "SELECT job_arn FROM model_import_jobs")).hasSize(7);
      assertThat(
              Bench.texts(
                  connection,
                  "SELECT COALESCE(account_id, 'self') || ' ' || outcome FROM region_status"))
          .containsExactlyInAnyOrder("self ok", ONE + " ok");
    }
  }

  /** Its client retries; the call that waits for it has not been sent, and is not tried again. */
  @Test
  void retriesOfStsAreItsClients() throws SQLException {
    try (Sandbox sandbox = two().start();
        Connection connection =
            Bench.connect(sandbox, "maxRetries=3;region=us-east-1;roleArns=" + role(ONE))) {
      sandbox.spoil(Fault.of(Fault.Kind.SERVER_ERROR, "AssumeRole"));
      assertThatThrownBy(() -> Bench.texts(connection, "SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(SQLException.class);
      assertThat(operations(sandbox)).containsOnly("AssumeRole").hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void externalIdAndSessionNameReachSts() throws SQLException {
    try (Sandbox sandbox = two().externalId(role(ONE), "tenant-7").start();
        Connection connection =
            Bench.connect(
                sandbox,
                "region=us-east-1;externalId=tenant-7;roleSessionName=finops;roleArns="
                    + role(ONE))) {
      assertThat(Bench.texts(connection, "SELECT job_name FROM model_import_jobs")).hasSize(4);
      assertThat(sandbox.requests().get(0).parameters())
          .containsEntry("ExternalId", "tenant-7")
          .containsEntry("RoleSessionName", "finops");
    }
  }

  @Test
  void refusedRoleIsSaidSo() throws SQLException {
    try (Sandbox sandbox = two().refuseRole(role(TWO)).start();
        Connection connection =
            Bench.connect(sandbox, "region=us-east-1;roleArns=" + String.join(",", ROLES))) {
      assertThatThrownBy(() -> Bench.texts(connection, "SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("sts:AssumeRole")
          .hasMessageContaining(TWO)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("42501");
    }
    try (Sandbox sandbox = two().refuseRole(role(TWO)).start();
        Connection connection =
            Bench.connect(
                sandbox,
                "region=us-east-1;onRegionError=warn;roleArns=" + String.join(",", ROLES))) {
      assertThat(Bench.texts(connection, "SELECT job_name FROM model_import_jobs")).hasSize(4);
    }
  }

  @Test
  void whatIsNoRoleIsRefused() {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:bedrock:roleArns=audit"))
        .hasMessageContaining("roleArns")
        .hasMessageContaining("arn:aws:iam::123456789012:role/audit");
  }

  /** No account owns them: each that is asked shows its own, and a key of one is none of rows. */
  @Test
  void foundationModelsAreThoseOfEachAccount() throws SQLException {
    List<FoundationModel> models =
        FoundationModel.RESOURCE.rows(
            """
            [{"modelArn": "arn:aws:bedrock:us-east-1::foundation-model/a.b", "modelId": "a.b",
              "outputModalities": ["TEXT", "IMAGE"]}]
            """);
    try (Sandbox sandbox =
            Sandbox.builder()
                .rows(ONE, REGION, FoundationModel.RESOURCE, models)
                .rows(TWO, REGION, FoundationModel.RESOURCE, models)
                .start();
        Connection connection =
            Bench.connect(sandbox, "region=us-east-1;roleArns=" + String.join(",", ROLES))) {
      assertThat(Bench.texts(connection, "SELECT model_id FROM foundation_models"))
          .containsExactly("a.b", "a.b");
      assertThat(Bench.texts(connection, "SELECT DISTINCT model_arn FROM foundation_models"))
          .hasSize(1);
      assertThat(
              Bench.texts(
                  connection,
                  "SELECT DISTINCT output_modality FROM foundation_model_output_modalities"
                      + " ORDER BY 1"))
          .containsExactly("IMAGE", "TEXT");
      String byArn =
          "SELECT model_id FROM foundation_models WHERE model_arn ="
              + " 'arn:aws:bedrock:us-east-1::foundation-model/a.b'";
      assertThat(Bench.texts(connection, byArn)).containsExactly("a.b", "a.b");
    }
  }

  /** The ARN's account is its owner's, which is not asked. */
  @Test
  void sharedModelIsFoundInTheAccountThatSeesIt() throws SQLException {
    String arn =
        "arn:aws:bedrock:us-east-1:"
            + "333333333333:custom-model/amazon.nova-lite-v1:0:300k/d1e70b4c92a8";
    List<CustomModel> models =
        CustomModel.RESOURCE.rows(
            """
            [{"modelArn": "%s", "modelName": "shared", "creationTime": "2026-01-01T00:00:00Z",
              "baseModelArn": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k",
              "baseModelName": "Nova Lite", "ownerAccountId": "333333333333"}]
            """
                .formatted(arn));
    try (Sandbox sandbox =
            Sandbox.builder().rows(TWO, REGION, CustomModel.RESOURCE, models).start();
        Connection connection =
            Bench.connect(sandbox, "region=us-east-1;roleArns=" + String.join(",", ROLES))) {
      for (String condition :
          List.of(
              "NOT is_owned",
              "model_arn = '" + arn + "'",
              "account_id = '333333333333'",
              "model_arn = '" + arn + "' AND account_id = '333333333333'")) {
        assertThat(
                Bench.texts(connection, "SELECT model_name FROM custom_models WHERE " + condition))
            .as(condition)
            .containsExactly("shared");
      }
    }
  }
}
