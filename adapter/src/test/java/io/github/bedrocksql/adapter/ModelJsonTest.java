package io.github.bedrocksql.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter in somebody else's Calcite connection, whose settings are Calcite's defaults. */
class ModelJsonTest {
  private static final String NAME = "mixtral-8x7b-claims";

  private final Sandbox sandbox = Sandbox.startWithSampleJobs();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void pointLookupIsOneGet() throws SQLException {
    try (Connection connection = connect("'maxConcurrency': 4");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"job_name\", \"role_arn\" FROM \"aws\".\"model_import_jobs\""
                    + " WHERE \"job_identifier\" = '"
                    + NAME
                    + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(NAME);
      assertThat(rows.getString(2)).startsWith("arn:aws:iam::");
      assertThat(rows.next()).isFalse();
    }
    assertThat(operations()).containsExactly("GetModelImportJob");
  }

  @Test
  void relationsRunInAConnectionOfTheirOwn() throws SQLException {
    try (Connection connection = connect("'maxConcurrency': 4")) {
      SchemaPlus root = connection.unwrap(CalciteConnection.class).getRootSchema();
      RelBuilder builder =
          RelBuilder.create(Frameworks.newConfigBuilder().defaultSchema(root).build());
      RelNode failed =
          builder
              .scan("aws", "model_import_jobs")
              .filter(builder.equals(builder.field("status"), builder.literal("Failed")))
              .project(builder.field("job_name"))
              .build();
      try (PreparedStatement statement = RelRunners.run(failed);
          ResultSet rows = statement.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        assertThat(count).isEqualTo(4);
      }
    }
    assertThat(sandbox.requests())
        .extracting(r -> r.parameters().get("statusEquals"))
        .containsExactly("Failed");
  }

  @Test
  void parametersAreBoundAtEachExecution() throws SQLException {
    try (Connection connection = connect("'maxConcurrency': '4'");
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM \"aws\".\"model_import_jobs\" WHERE \"status\" = ?")) {
      for (String status : List.of("Failed", "Completed", "no such status")) {
        statement.setString(1, status);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1) > 0).isEqualTo(!status.equals("no such status"));
        }
      }
    }
    assertThat(operations()).containsExactly("ListModelImportJobs", "ListModelImportJobs");
    assertThat(sandbox.requests())
        .extracting(r -> r.parameters().get("statusEquals"))
        .containsExactly("Failed", "Completed");
  }

  @Test
  void failureIsTheSqlExceptionItIsInTheDriver() throws SQLException {
    try (Connection connection = connect("'maxRetries': 0");
        Statement statement = connection.createStatement()) {
      sandbox.close();
      assertThatThrownBy(
              () ->
                  statement.executeQuery("SELECT \"job_name\" FROM \"aws\".\"model_import_jobs\""))
          .satisfies(e -> assertThat(sqlStates(e)).anyMatch(s -> s.startsWith("08")));
    }
  }

  @Test
  void unknownOperandIsRefused() {
    assertThatThrownBy(() -> connect("'regoin': 'x'"))
        .hasStackTraceContaining("Unknown connection property 'regoin'; did you mean 'region'");
  }

  private static List<String> sqlStates(Throwable failure) {
    List<String> states = new ArrayList<>();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        states.add(sql.getSQLState());
      }
    }
    return states;
  }

  private List<String> operations() {
    return sandbox.requests().stream().map(RecordedRequest::operation).toList();
  }

  private Connection connect(String operand) throws SQLException {
    String model =
        """
        inline:{
          "version": "1.0",
          "schemas": [{
            "name": "aws",
            "type": "custom",
            "factory": "%s",
            "operand": {
              "region": "us-east-1", "accessKeyId": "AKIDTEST", "secretAccessKey": "secret",
              "endpoint": "%s", %s
            }
          }]
        }
        """
            .formatted(
                BedrockSchemaFactory.class.getName(),
                sandbox.endpoint(),
                operand.replace('\'', '"'));
    Properties properties = new Properties();
    properties.setProperty("model", model);
    return DriverManager.getConnection("jdbc:calcite:", properties);
  }
}
